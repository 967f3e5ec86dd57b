import ArgumentParser
import ArticleAnalysis
import Foundation
import Kiji
import Morphology
import TextCore

/// Options that say which dictionaries to use and where settings come from.
struct DictionaryOptions: ParsableArguments {
  @Option(help: "辞書の名前（ipadic、unidic、naist、jumandic）か、辞書フォルダーのパス。")
  var dictionary: String?

  @Option(
    name: .customLong("user-dictionary"),
    help: "追加の語の一覧（語、種類、読みをタブで区切ったもの）か、コンパイル済みのユーザー辞書。何度でも指定できます。")
  var userDictionaries: [String] = []

  @Option(help: "設定ファイル。指定しなければ、入力のフォルダーから上へ .kiji.yml を探します。")
  var config: String?

  @Flag(help: "警告や進み具合を表示しません。")
  var quiet = false

  /// The configuration from the environment, the configuration file and the options, in this order.
  /// - Parameter input: The path that a configuration file is looked for from; `nil` for the current folder.
  func configuration(input: String?) throws -> KijiConfiguration {
    var configuration = KijiConfiguration(environment: ProcessInfo.processInfo.environment)
    if let path = try configurationPath(input: input) { try apply(path, to: &configuration) }
    if let dictionary { configuration.dictionary = DictionaryChoice(dictionary) }
    configuration.userDictionaries += userDictionaries
    return configuration
  }

  /// Opens the dictionaries; tells of what was worked around unless asked to be quiet.
  func open(_ configuration: KijiConfiguration) throws -> Kiji {
    do {
      let kiji = try make(configuration)
      if !quiet {
        for diagnostic in kiji.diagnostics {
          Console.tell("kiji: \(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.code.name)]")
        }
      }
      return kiji
    } catch let error as any DescribedError {
      throw CommandFailure(error)
    }
  }

  /// Opens the dictionaries; where none is found, asks `mecab-config` for its folder and looks there.
  private func make(_ configuration: KijiConfiguration) throws -> Kiji {
    do {
      return try Kiji(configuration: configuration)
    } catch MorphologyError.dictionaryNotFound where Self.configuredFolder != nil {
      var configuration = configuration
      configuration.dictionaryLocator = DictionaryLocator(configuredFolder: Self.configuredFolder)
      return try Kiji(configuration: configuration)
    }
  }

  /// What `mecab-config --dicdir` prints; `nil` where there is no such command.
  private static var configuredFolder: String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["mecab-config", "--dicdir"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let folder = text.trimmingCharacters(in: .whitespacesAndNewlines)
    return process.terminationStatus == 0 && !folder.isEmpty ? folder : nil
  }

  private func configurationPath(input: String?) throws -> String? {
    if let config { return config }
    let start = input.map { URL(fileURLWithPath: $0).standardizedFileURL.deletingLastPathComponent() }
    var folder = start ?? URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
    while true {
      let path = folder.appendingPathComponent(".kiji.yml").path
      if FileManager.default.fileExists(atPath: path) { return path }
      let parent = folder.deletingLastPathComponent()
      // A folder that was deleted has no path, and what is above it only grows longer.
      if parent.path.utf8.count >= folder.path.utf8.count || folder.path == "/" { return nil }
      folder = parent
    }
  }

  private func apply(_ path: String, to configuration: inout KijiConfiguration) throws {
    let bytes = try InputFile.path(path).read(limit: 1 << 20)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure(path: path, "設定ファイルがUTF-8ではありません。UTF-8で保存してください。", DiagnosticCode("config.invalid"))
    }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    do {
      try ConfigurationFile(text, folder: folder).apply(to: &configuration)
    } catch {
      throw CommandFailure(path: path, line: error.line, column: error.column, error.message, error.code)
    }
  }
}
