import Foundation
import TestSupport
import Testing

/// A run of the command that was built beside the tests, in a temporary folder of its own.
struct CommandRun {
  let status: Int32
  let output: String
  let errors: String

  /// The command, which lies beside the test bundle.
  static let binary: String = {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    while folder.path != "/" {
      let path = folder.appendingPathComponent("kiji").path
      if FileManager.default.isExecutableFile(atPath: path), !path.hasSuffix(".xctest/kiji") { return path }
      folder = folder.deletingLastPathComponent()
    }
    return Repository.root + "/.build/release/kiji"
  }()

  /// Runs `kiji` with `arguments`.
  /// - Parameters:
  ///   - files: Files to make in the folder first, by their names.
  ///   - input: What stands on standard input.
  init(
    _ arguments: [String], files: [String: [UInt8]] = [:], input: [UInt8] = [], environment: [String: String] = [:]
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kiji-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, bytes) in files {
      let url = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url)
    }
    try Data(input).write(to: folder.appendingPathComponent(".input"))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.binary)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files, not pipes: a full pipe would stop the command.
    for name in [".output", ".errors"] { try Data().write(to: folder.appendingPathComponent(name)) }
    process.standardInput = try FileHandle(forReadingFrom: folder.appendingPathComponent(".input"))
    process.standardOutput = try FileHandle(forWritingTo: folder.appendingPathComponent(".output"))
    process.standardError = try FileHandle(forWritingTo: folder.appendingPathComponent(".errors"))
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = String(decoding: try Data(contentsOf: folder.appendingPathComponent(".output")), as: UTF8.self)
    errors = String(decoding: try Data(contentsOf: folder.appendingPathComponent(".errors")), as: UTF8.self)
  }

  /// The output's lines.
  var lines: [Substring] { output.split(separator: "\n") }

  /// The output as one JSON object.
  func object() throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
  }
}

extension String {
  /// The string's bytes.
  var bytes: [UInt8] { Array(utf8) }
}
