import Foundation
import Testing

/// A folder with posts and the outputs of batches over them.
final class BatchFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("kiji-batch-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func url(_ name: String) -> URL { URL(fileURLWithPath: path + "/" + name) }

  func write(_ name: String, _ text: String) throws { try write(name, bytes: Array(text.utf8)) }

  func write(_ name: String, bytes: [UInt8]) throws {
    let url = url(name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(at: url(name)) }

  func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: url(name))) }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: url(name).path) }

  /// The lines of a folder's `articles.jsonl` and the text of its `archive.json`.
  func published(_ output: String) throws -> [[UInt8]] {
    [try bytes(output + "/articles.jsonl"), try bytes(output + "/archive.json")]
  }

  /// The paths in a folder's `articles.jsonl`.
  func paths(_ output: String) throws -> [String] {
    try String(decoding: bytes(output + "/articles.jsonl"), as: UTF8.self).split(separator: "\n").map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return try #require((object?["source"] as? [String: Any])?["path"] as? String)
    }
  }

  /// Starts the command in the folder.
  func start(_ command: [String], errors: String = ".errors") throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    process.currentDirectoryURL = URL(fileURLWithPath: path)
    try Data().write(to: url(errors))
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: url(errors))
    try process.run()
    return process
  }

  /// Runs `kiji` in the folder; returns its exit status, and what it wrote to standard error.
  @discardableResult
  func kiji(_ arguments: String...) throws -> (status: Int32, errors: String) {
    try run([CommandRun.binary] + arguments)
  }

  /// Runs a command in the folder.
  func run(_ command: [String]) throws -> (status: Int32, errors: String) {
    let errors = ".errors-\(UUID().uuidString)"
    let process = try start(command, errors: errors)
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: try bytes(errors), as: UTF8.self))
  }
}

/// Short posts, each its own.
enum Posts {
  private static let subjects = ["青葉電算", "ミナト書店", "北町の喫茶店", "新しい検索機能", "図書館の司書"]
  private static let acts = ["東京に支店を開いた", "3億円を調達した", "使いやすくなった", "不具合が残っている", "公開を延期した"]

  static func post(_ number: Int, version: Int = 0) -> String {
    let subject = subjects[number % subjects.count]
    let act = acts[(number / 3 + version) % acts.count]
    return """
      ---
      title: \(subject)の話 \(number)
      date: 20\(10 + number % 15)-0\(1 + number % 9)-1\(number % 10)
      tags: [\(subject), 第\(number % 4)部]
      categories: [日記]
      ---
      \(subject)が\(act)。第\(number)号で詳しく伝えた。\(version > 0 ? "\(version)回目の追記である。" : "")
      """
  }
}
