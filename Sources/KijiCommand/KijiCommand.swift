import ArgumentParser
import Foundation
import TextCore

/// The command `kiji`.
@main
struct KijiCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kiji",
    abstract: "日本語の記事を読み、何が書かれているかを出典の位置つきで示します。",
    version: Version.current,
    subcommands: [
      Analyze.self, Stream.self, Terms.self, Entities.self, Sentiment.self, Excerpt.self, Tags.self, Segment.self,
      Normalize.self, Prose.self, Batch.self, Merge.self, Learn.self, Evaluate.self, FrontMatterCommand.self,
      Search.self, Related.self, Duplicates.self, Trends.self, Variants.self, CooccurrenceCommand.self,
      ReportCommand.self, ServeCommand.self, DictionaryCommand.self, Doctor.self,
    ])

  /// Parses, runs, and ends with the exit codes of the contract: 0 fine, 1 findings, 2 usage, input or environment.
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as CommandFailure {
      Console.tell(failure.text)
      Foundation.exit(2)
    } catch let code as ExitCode {
      Foundation.exit(code.rawValue)
    } catch {
      let code = exitCode(for: error)
      guard code != .success else {
        Console.write(fullMessage(for: error) + "\n")
        Foundation.exit(0)
      }
      Console.tell("kiji: error: \(message(for: error)) [usage]")
      Console.tell("使い方は kiji --help か kiji help コマンド名 でご覧いただけます。")
      Foundation.exit(2)
    }
  }
}

/// The version of the command.
enum Version {
  static let current = "0.1.0"
}
