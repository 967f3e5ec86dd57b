import ArgumentParser
import Foundation
import Kiji
import Morphology
import Normalization
import TextCore

/// `kiji dictionary`: user dictionaries from plain word lists.
struct DictionaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dictionary", abstract: "語の一覧からユーザー辞書を作り、確かめます。",
    discussion: """
      語の一覧は、表記、種類、読みをタブで区切った行の並びです。種類と読みは省けます。# で始まる行は読み飛ばします。
      種類: \(WordKind.allCases.map(\.rawValue).joined(separator: "、"))
      """,
    subcommands: [Build.self, Check.self])

  /// `kiji dictionary build`
  struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "語の一覧をコンパイルして、ユーザー辞書のファイルに書き出します。")

    @Argument(help: "語の一覧。")
    var list: String

    @Option(name: .shortAndLong, help: "書き出すファイル（.dic）。")
    var output: String

    @OptionGroup var dictionaries: DictionaryOptions

    func run() throws {
      let compiled = try WordListRun(list, dictionaries).compile()
      let broken = WordListRun.tell(compiled.problems)
      do {
        try Data(compiled.compilation.bytes).write(to: URL(fileURLWithPath: output), options: .atomic)
      } catch {
        throw CommandFailure(
          path: output, "辞書を書き出せませんでした。書き出し先のフォルダーと権限を確かめてください。", DiagnosticCode("dictionary.cannot-write"))
      }
      if !dictionaries.quiet {
        Console.tell(
          "\(output): \(compiled.compilation.added.count)語を登録しました（辞書にある\(compiled.compilation.known.count)語は除きました）。")
      }
      if broken { throw ExitCode(1) }
    }
  }

  /// `kiji dictionary check`
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "語の一覧の書き方と、登録の要らない語を調べます。")

    @Argument(help: "語の一覧。")
    var list: String

    @OptionGroup var dictionaries: DictionaryOptions

    func run() throws {
      let compiled = try WordListRun(list, dictionaries).compile()
      let broken = WordListRun.tell(compiled.problems)
      for word in compiled.compilation.known where !dictionaries.quiet {
        Console.write("\(list): 「\(word.surface)」はすでに辞書にあります。\n")
      }
      Console.write("\(compiled.compilation.added.count)語を登録できます。\n")
      if broken { throw ExitCode(1) }
    }
  }
}

/// Reads and compiles a word list.
struct WordListRun {
  private let path: String
  private let dictionaries: DictionaryOptions

  init(_ path: String, _ dictionaries: DictionaryOptions) {
    self.path = path
    self.dictionaries = dictionaries
  }

  /// A problem with its place.
  struct Problem {
    let isError: Bool
    let text: String
  }

  /// Compiles the list against the dictionary alone.
  func compile() throws -> (compilation: UserDictionaryBuilder.Compilation, problems: [Problem]) {
    let bytes = try InputFile(path).read(limit: 64 << 20)
    var configuration = try dictionaries.configuration(input: path == "-" ? nil : path)
    configuration.usesOwnWords = false
    let kiji = try dictionaries.open(configuration)
    let words = WordList(bytes)
    do {
      var normalizer = try Normalizer(form: configuration.options.normalization, tilde: .keepRanges)
      var normalized: [String: String] = [:]
      for entry in words.entries {
        normalized[entry.surface] = String(
          decoding: normalizer.normalize(Array(entry.surface.utf8).span).bytes, as: UTF8.self)
      }
      var builder = try UserDictionaryBuilder(model: kiji.model)
      let compilation = try builder.compile(words) { normalized[$0] ?? $0 }
      return (compilation, problems(compilation.diagnostics, bytes))
    } catch let error as any DescribedError {
      throw CommandFailure(error, path: path)
    }
  }

  private func problems(_ diagnostics: [Diagnostic], _ bytes: [UInt8]) -> [Problem] {
    let lines = LineIndex(bytes.span)
    return diagnostics.map { diagnostic in
      let place = lines.position(ofByte: diagnostic.range?.lowerBound ?? 0, in: bytes.span)
      return Problem(
        isError: diagnostic.severity == .error,
        text:
          "\(path):\(place.line):\(place.column): \(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.code.name)]"
      )
    }
  }

  /// Tells the problems on standard error; returns whether one of them is an error.
  static func tell(_ problems: [Problem]) -> Bool {
    for problem in problems { Console.tell(problem.text) }
    return problems.contains(where: \.isError)
  }
}
