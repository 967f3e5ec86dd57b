import ArchiveAnalysis
import ArchiveIndex
import ArgumentParser
import Foundation
import Kiji
import Reporting
import TextCore

/// `kiji search`: finds articles of an archive.
struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "索引から記事を探し、関連の強い順に示します。",
    discussion: """
      検索式には、語（活用形でも探せます）、"語の並び"、tag:、category:、entity:、date:2025-11..2026-01 を書けます。
      並べると AND、ほかに OR、NOT（または -語）、かっこが使えます。大文字で書いたときだけ演算子になります。
      """)

  @Argument(help: "検索式。")
  var query: [String]

  @OptionGroup var options: IndexOptions
  @OptionGroup var limit: LimitOption

  @Flag(help: "語の前後の文脈（KWIC）を1行ずつ示します。")
  var kwic = false

  @Option(help: "KWIC の前後の幅（字）。")
  var width = 24

  @OptionGroup var dictionaries: DictionaryOptions

  func validate() throws {
    if width < 1 || width > 1000 { throw ValidationError("--width には1から1000までの整数を指定してください。") }
  }

  func run() throws {
    let parsed: SearchQuery
    do {
      parsed = try ArchiveSearch.query(query.joined(separator: " "))
    } catch {
      throw CommandFailure(error)
    }
    var configuration = try dictionaries.configuration(input: nil)
    configuration.options.parts = []
    let kiji = try dictionaries.open(configuration)
    // What the first text costs is start-up: the analyzer and its tables.
    _ = try kiji.wordForms(of: "検索")
    try options.answer { index in
      do {
        let answer = try ArchiveSearch(kiji: kiji, index: index).answer(to: parsed, limit: limit.rows())
        guard kwic else { return .search(answer.hits, total: answer.total) }
        let lines = ContextLines(kiji: kiji, index: index, width: width)
        return .context(try answer.hits.flatMap { try lines.lines(of: $0.card, answer.phrases) }, width: width)
      } catch let failure as SearchFailure {
        throw CommandFailure(failure)
      }
    }
  }
}
