#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// What stands at the beginning of a file, looked at before SQLite opens it.
enum FileHead {
  /// Whether there is something at `path`.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether the file is empty or begins as SQLite's files do; also where it cannot be read, which SQLite will tell.
  static func isDatabase(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return true }
    defer { close(descriptor) }
    let expected = Array("SQLite format 3\0".utf8)
    var head = [UInt8](repeating: 0, count: expected.count)
    let count = head.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    return count == 0 || count == expected.count && head == expected
  }
}
