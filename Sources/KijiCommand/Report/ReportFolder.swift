import Foundation
import TextCore

/// The folder that a report is written to.
///
/// A list of what was written lies in it, so that the next report takes away pages that are not made any more, and
/// nothing else.
final class ReportFolder: @unchecked Sendable {
  // @unchecked: `written` is changed by one thread at a time; `put` changes nothing but files and what a lock guards.

  /// The list of the files of a report.
  private static let list = ".kiji-report"
  /// Tells GitHub Pages to serve the files as they are.
  private static let noJekyll = ".nojekyll"

  private let path: String
  private let earlier: [String]
  private var written: [String] = []
  private let folders = NSLock()
  private var made: Set<String> = []

  /// Makes the folder where there is none.
  init(making path: String) throws(CommandFailure) {
    self.path = path
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .output(path, "出力先のフォルダーを作れませんでした。パスと権限を確かめてください。")
    }
    let list = FileManager.default.contents(atPath: path + "/" + Self.list).map { String(decoding: $0, as: UTF8.self) }
    earlier = (list ?? "").split(separator: "\n").map(String.init).filter(Self.isOwn)
    try write([], to: Self.noJekyll)
  }

  /// Writes a file and notes it.
  func write(_ bytes: [UInt8], to name: String) throws(CommandFailure) {
    try put(bytes, to: name)
    note(name)
  }

  /// Writes a file; who looks at it sees all of it or what was there before. It is not forced to the disk: a report can
  /// be made again, and thousands of waits for the disk would take longer than that.
  func put(_ bytes: [UInt8], to name: String) throws(CommandFailure) {
    try makeFolder(of: name)
    let file = try ReplacedFile(path + "/" + name)
    try file.write(bytes)
    try file.flush()
    try file.replace()
  }

  /// Notes that a file belongs to the report.
  func note(_ name: String) { written.append(name) }

  /// Takes away what an earlier report had and this one has not, and keeps the list.
  func finish() throws(CommandFailure) {
    let kept = Set(written)
    for name in earlier where !kept.contains(name) { try? FileManager.default.removeItem(atPath: path + "/" + name) }
    try put(Array((written.sorted().joined(separator: "\n") + "\n").utf8), to: Self.list)
  }

  private func makeFolder(of name: String) throws(CommandFailure) {
    guard let slash = name.lastIndex(of: "/") else { return }
    let folder = String(name[..<slash])
    folders.lock()
    defer { folders.unlock() }
    guard made.insert(folder).inserted else { return }
    do {
      try FileManager.default.createDirectory(atPath: path + "/" + folder, withIntermediateDirectories: true)
    } catch {
      throw .output(path + "/" + folder, "出力先のフォルダーを作れませんでした。パスと権限を確かめてください。")
    }
  }

  /// Whether a line of the list can be one of a report's files: nothing outside the folder is ever taken away.
  private static func isOwn(_ name: String) -> Bool {
    !name.hasPrefix("/") && !name.split(separator: "/").contains("..")
      && name.utf8.allSatisfy { byte in
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/")
          || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
      }
  }
}
