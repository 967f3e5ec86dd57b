import Foundation

/// A file that is written under another name and takes the place of the old one when it is whole.
final class ReplacedFile: @unchecked Sendable {
  // @unchecked: one thread at a time writes, and the next begins when it has ended.
  private let path: String
  private let temporary: String
  private var descriptor: Int32
  private var buffer: [UInt8] = []

  /// What stays in the processor's own cache until it is handed on.
  private static let bufferSize = 1 << 18

  /// Begins to write what is to stand at `path`.
  init(_ path: String) throws(CommandFailure) {
    self.path = path
    temporary = path + ".new"
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .output(temporary, error: errno) }
    buffer.reserveCapacity(Self.bufferSize * 2)
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(temporary)
  }

  /// Writes bytes.
  func write(_ bytes: [UInt8]) throws(CommandFailure) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Brings what was written to the disk, so that the file can take its place.
  func finish() throws(CommandFailure) {
    try flush()
    guard fsync(descriptor) == 0 else { throw .output(temporary, error: errno) }
  }

  /// Puts the file in its place.
  func replace() throws(CommandFailure) {
    guard rename(temporary, path) == 0 else { throw .output(path, error: errno) }
    close(descriptor)
    descriptor = -1
  }

  /// Hands what was written to the system.
  func flush() throws(CommandFailure) {
    var written = 0
    while written < buffer.count {
      let count = buffer.withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw .output(temporary, error: errno)
      }
      written += count
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
