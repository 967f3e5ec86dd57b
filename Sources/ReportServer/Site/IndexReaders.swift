import ArchiveIndex
import Foundation

/// Connections to the index, each used by one thread at a time.
final class IndexReaders: @unchecked Sendable {
  // @unchecked: `waiting` is guarded by `lock`.
  private let path: String
  private let lock = NSLock()
  private var waiting: [ArchiveIndex] = []

  init(path: String) { self.path = path }

  /// Lends a connection; there are never more than threads that ask.
  func withReader<Result>(_ body: (ArchiveIndex) throws -> Result) throws -> Result {
    let reader = try lock.withLock { waiting.popLast() } ?? ArchiveIndex(path: path, for: .reading)
    defer { lock.withLock { waiting.append(reader) } }
    return try body(reader)
  }

  /// Lets go of the connections that wait: the file is another one now.
  func removeAll() { lock.withLock { waiting.removeAll() } }
}
