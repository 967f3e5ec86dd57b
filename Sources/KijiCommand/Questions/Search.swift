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
      parsed = try SearchQuery(query.joined(separator: " "))
    } catch {
      throw CommandFailure(Self.message(error), DiagnosticCode("search.query"))
    }
    var configuration = try dictionaries.configuration(input: nil)
    configuration.options.parts = []
    let kiji = try dictionaries.open(configuration)
    // What the first text costs is start-up: the analyzer and its tables.
    _ = try kiji.wordForms(of: "検索")
    try options.answer { index in
      let words = PhraseReader(kiji: kiji)
      let answer = try index.search(parsed, limit: limit.rows(), phrase: words.phrase)
      let phrases = try parsed.wantedTexts.map(words.phrase).filter { !$0.words.isEmpty }
      guard !phrases.isEmpty || parsed.wantedTexts.isEmpty else {
        throw CommandFailure(
          "検索式に、索引で探せる語がありません。助詞や記号だけでなく、名詞や動詞を書いてください。", DiagnosticCode("search.no-words"))
      }
      return kwic
        ? try ContextLines(kiji: kiji, index: index, width: width).table(answer.hits, phrases)
        : Self.table(answer.hits, total: answer.total)
    }
  }

  private static func table(_ hits: [SearchHit], total: Int) -> AnswerTable {
    var table = AnswerTable(
      schema: "kiji.search/1", rowsKey: "articles",
      columns: [
        .init("score", "スコア"), .init("date", "日付"), .init("title", "題名"), .init("path", "パス"),
        .init("excerpt", nil),
      ], nothing: "該当する記事はありません。")
    table.facts = [.init("total", .integer(total))]
    table.rows = hits.map {
      [
        .score($0.score), AnswerValue($0.card.day), .text($0.card.title), .text($0.card.path),
        AnswerValue($0.card.excerpt),
      ]
    }
    return table
  }

  private static func message(_ error: SearchQueryError) -> String {
    switch error {
    case .empty: "検索式が空です。探したい語を書いてください。"
    case .tooLong(let limit): "検索式が長すぎます。\(limit)字までにしてください。"
    case .tooDeep(let limit): "検索式のかっこが深すぎます。\(limit)重までにしてください。"
    case .unbalanced(let sign, _): "検索式の「\(sign)」に対になる記号がありません。"
    case .missingOperand(let word): "検索式の \(word) の前後には語が必要です。"
    case .missingValue(let field): "検索式の \(field.rawValue): のあとに値を書いてください。"
    case .badDate(let text):
      "「\(text)」は日付として読めません。date:2025、date:2025-11、date:2025-11-02、date:2025-11..2026-01 のように書いてください。"
    }
  }
}

/// Gives the phrase of each text, and reads each text once.
private final class PhraseReader {
  private let kiji: Kiji
  private var known: [String: WordPhrase] = [:]

  init(kiji: Kiji) { self.kiji = kiji }

  func phrase(_ text: String) throws -> WordPhrase {
    if let phrase = known[text] { return phrase }
    let phrase = WordPhrase(forms: try kiji.wordForms(of: text))
    known[text] = phrase
    return phrase
  }
}
