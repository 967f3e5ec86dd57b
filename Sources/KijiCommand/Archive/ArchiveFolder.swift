import ArchiveAnalysis
import ArchiveIndex
import Foundation
import TextCore

/// The folder that `kiji batch` writes to.
struct ArchiveFolder {
  /// One article a line.
  static let articles = "articles.jsonl"
  /// The aggregates.
  static let summary = "archive.json"
  /// The index.
  static let index = "index.sqlite"
  /// Locked while somebody writes to the folder.
  private static let lock = ".kiji.lock"

  let path: String
  /// Keeps the lock; the system lets go of it when the process ends, however it ends.
  private let lock: FileLock

  /// Makes the folder where there is none, and locks it.
  init(making path: String) throws(CommandFailure) {
    self.path = path
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .output(path, "出力先のフォルダーを作れませんでした。パスと権限を確かめてください。")
    }
    lock = try FileLock(path + "/" + Self.lock, folder: path)
  }

  /// The path of a file in the folder.
  func path(of name: String) -> String { path + "/" + name }

  /// The index at a path: the file itself, or the one in a folder that `kiji batch` wrote.
  static func indexPath(_ path: String) -> String {
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return isThere && isFolder.boolValue ? path + "/" + index : path
  }

  /// Opens the index.
  func openIndex() throws(CommandFailure) -> ArchiveIndex {
    do {
      return try ArchiveIndex(path: path(of: Self.index), for: .writing)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// What the file system says of the published files, to find out later whether they are still the same.
  var publishedFiles: String? {
    var facts: [String] = []
    for name in [Self.articles, Self.summary] {
      guard let stamp = FileStamp(path: path(of: name)), stamp.kind == .file else { return nil }
      facts.append("\(stamp.size) \(stamp.contentChange) \(stamp.identity.inode)")
    }
    return facts.joined(separator: "; ")
  }
}

extension CommandFailure {
  /// A failure to write at `path`.
  static func output(_ path: String, _ message: String) -> CommandFailure {
    CommandFailure(path: path, message, DiagnosticCode("output.cannot-write"))
  }

  /// A failure to write at `path`, for the reason that the system gives.
  static func output(_ path: String, error: Int32) -> CommandFailure {
    switch error {
    case ENOSPC, EDQUOT, EFBIG:
      CommandFailure(
        path: path, "書き込む空き容量がありません。容量を空けて、同じコマンドをもう一度実行してください。保存できたところから続けます。",
        DiagnosticCode("output.full"))
    default: .output(path, "書き込めませんでした（\(String(cString: strerror(error)))）。パスと権限を確かめてください。")
    }
  }
}

/// A lock on a file, which the system lets go of when the process ends.
final class FileLock {
  private let descriptor: Int32

  /// How long another process is waited for: as long as a run takes that finds nothing changed.
  private static let patience = 5.0
  private static let interval = 0.05

  /// Locks the file at `path`, which is made where there is none; waits a little where another process has locked it.
  /// - Throws: `output.locked` where that does not end.
  init(_ path: String, folder: String) throws(CommandFailure) {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .output(folder, error: errno) }
    var waited = 0.0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard waited < Self.patience else {
        close(descriptor)
        throw CommandFailure(
          path: folder, "別の kiji がこのフォルダーに書き込んでいます（5秒待ちました）。終わってからもう一度実行するか、別の出力先を指定してください。",
          DiagnosticCode("output.locked"))
      }
      Thread.sleep(forTimeInterval: Self.interval)
      waited += Self.interval
    }
  }

  deinit { close(descriptor) }
}
