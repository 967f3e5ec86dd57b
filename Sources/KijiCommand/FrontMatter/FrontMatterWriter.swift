import ArgumentParser
import ArticleAnalysis
import ArticleSource
import Foundation
import Kiji
import Reporting
import TextCore

/// Writes values into the front matter of files, or shows what it would write.
struct FrontMatterWriter {
  let dryRun: Bool
  let quiet: Bool

  /// Makes changes in the file at `path`. A change that is refused is told on standard error, and the others are made.
  /// - Throws: The failure, where the file cannot be read or written or a change was refused.
  func write(_ changes: [FrontMatterChange], to path: String) throws(CommandFailure) {
    let input = InputFile.path(path)
    let old = try input.read(limit: SourceDecoder.Options.largestByteLimit)
    let decoding = SourceDecoder.Options(byteLimit: SourceDecoder.Options.largestByteLimit)
    var new = old
    var names: [String] = []
    var refusal: CommandFailure?
    for change in changes {
      do {
        let edited = try FrontMatterEditor.edit([change], in: new, path: path, decoding: decoding)
        if edited != new { names.append(ReviewMessage.name(change.field)) }
        new = edited
      } catch let error as any DescribedError {
        refusal = CommandFailure(error, path: path)
      } catch {
        refusal = CommandFailure(
          path: path, "フロントマターを書き換えられませんでした（\(error)）。", DiagnosticCode("front-matter.cannot-edit"))
      }
    }
    if new != old {
      if dryRun {
        Console.write(try Self.difference(old, new, path, decoding))
      } else {
        try FileRewriter.replace(path, with: new)
        if !quiet { Console.write("\(path): \(names.joined(separator: "、"))を書き換えました。\n") }
      }
    }
    if let refusal { throw refusal }
  }

  /// Analyzes each input, and writes what `changes` makes of it into its file; a failure is told on standard error, and
  /// the others go on.
  /// - Throws: `ExitCode` where a file was left as it was.
  func write(
    _ inputs: [InputFile], _ kiji: Kiji, _ changes: (ArticleAnalysis) -> [FrontMatterChange]
  ) throws {
    var isComplete = true
    for input in inputs {
      do throws(CommandFailure) {
        guard let path = input.path else {
          throw CommandFailure(
            path: input.name, "標準入力には書き込めません。ファイルを指定してください。", DiagnosticCode("front-matter.cannot-write"))
        }
        try write(changes(try ArticleRun.analyze(input, kiji)), to: path)
      } catch {
        Console.tell(error.text)
        isComplete = false
      }
    }
    guard isComplete else { throw ExitCode(2) }
  }

  private static func difference(
    _ old: [UInt8], _ new: [UInt8], _ path: String, _ decoding: SourceDecoder.Options
  ) throws(CommandFailure) -> String {
    do {
      let decoder = SourceDecoder(options: decoding)
      return UnifiedDiff.text(try decoder.decode(old).bytes, try decoder.decode(new).bytes, path: path)
    } catch {
      throw CommandFailure(error, path: path)
    }
  }
}
