#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// A file's bytes, mapped read-only, for as long as the object lives.
final class MappedFile: @unchecked Sendable {
  /// The number of bytes.
  let count: Int
  private let address: UnsafeMutableRawPointer?

  /// Maps the file at `path`.
  init(path: String) throws(MorphologyError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotOpen(path: path, reason: Self.reason(errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .cannotOpen(path: path, reason: Self.reason(errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .cannotOpen(path: path, reason: "ファイルではありません") }
    count = Int(status.st_size)
    guard count > 0 else {
      address = nil
      return
    }
    let mapped = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let mapped, mapped != MAP_FAILED else { throw .cannotOpen(path: path, reason: Self.reason(errno)) }
    address = mapped
  }

  deinit {
    if let address { munmap(address, count) }
  }

  /// Gives the memory back that holds what was read of the file; what is asked for later is read anew.
  func forgetPages() {
    // SAFETY: the mapping is private and was never written to, so its pages are the file's.
    if let address { _ = unsafe madvise(address, count, MADV_DONTNEED) }
  }

  /// Lends the bytes.
  func withBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // SAFETY: the mapping is `count` bytes long and lives as long as `self`, which this call keeps alive.
    try unsafe body(UnsafeRawBufferPointer(start: address, count: count))
  }

  /// What the system says about an error number.
  static func reason(_ number: Int32) -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    // SAFETY: `strerror_r` writes at most the count it is given; the last byte stays NUL.
    let isKnown = unsafe strerror_r(number, &buffer, buffer.count - 1) == 0
    let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return isKnown ? String(decoding: bytes, as: UTF8.self) : "エラー \(number)"
  }
}
