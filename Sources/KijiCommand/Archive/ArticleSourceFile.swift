import ArchiveAnalysis
import Foundation
import TextCore

/// The file of an article, read so that content and facts belong together.
struct ArticleSourceFile {
  let bytes: [UInt8]
  let facts: FileFacts

  /// How often a file that changes while it is read is read again.
  private static let attempts = 3
  /// A file that was changed less than this before it was read may change again with the same time: clocks of file
  /// systems tick every some milliseconds, those of other machines are off.
  private static let settledNanoseconds = 2_000_000_000

  /// Reads the file at `path`.
  /// - Parameters:
  ///   - limit: The most bytes; one more is read, so that a decoder can tell that it was too much.
  ///   - now: The time in nanoseconds since 1970.
  init(_ path: String, limit: Int, now: Int) throws(CommandFailure) {
    for _ in 0..<Self.attempts {
      guard let before = FileStamp(path: path) else { throw .unreadable(path, errno) }
      let bytes = try InputFile.path(path).read(limit: limit)
      guard let after = FileStamp(path: path) else { throw .unreadable(path, errno) }
      guard before == after, bytes.count == after.size || bytes.count > limit else { continue }
      self.bytes = bytes
      let isSettled = now - max(after.contentChange, after.statusChange) > Self.settledNanoseconds
      facts = isSettled ? FileFacts(after) : .unknown
      return
    }
    throw CommandFailure(
      path: path, "読んでいる間にファイルが書き換えられています。書き込みが終わってから、もう一度実行してください。",
      DiagnosticCode("source.changing"))
  }
}

extension FileFacts {
  /// The facts of a file.
  init(_ stamp: FileStamp) {
    self.init(
      size: stamp.size, contentChange: stamp.contentChange, statusChange: stamp.statusChange,
      inode: Int(truncatingIfNeeded: stamp.identity.inode))
  }
}
