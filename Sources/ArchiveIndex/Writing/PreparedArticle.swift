internal import Annotation
package import ArchiveAnalysis
internal import ArticleAnalysis
internal import Morphology
internal import TextCore

/// An article with its lists packed as they are stored, which each worker does for its own.
package struct PreparedArticle: Sendable {
  let article: ArchivedArticle
  let sums: TextSums
  let rankedTerms: [UInt8]
  let termCounts: [UInt8]
  /// The mentions of each entity of the analysis.
  let mentions: [[UInt8]]
  let emotions: [UInt8]
  let diagnostics: [UInt8]
  let lineHash: String

  /// Packs the lists of `article`.
  package init(_ article: ArchivedArticle) {
    let analysis = article.analysis
    self.article = article
    sums = TextSums(analysis)
    rankedTerms = Self.ranked(analysis.terms)
    termCounts = Self.counts(article.words.terms)
    let starts = analysis.sentences.map(\.range.lowerBound)
    mentions = analysis.entities.map { Self.mentions($0, sentenceStarts: starts) }
    emotions = Self.object((analysis.sentiment?.emotions ?? []).map { ($0.emotion.rawValue, $0.count) })
    diagnostics = Self.object(Self.counted(analysis.diagnostics.map(\.diagnostic.code.name)))
    lineHash = article.line.hash
  }

  /// `[["AIインフラ","compound",5,0.812],…]`
  private static func ranked(_ terms: [Term]) -> [UInt8] {
    var json: [UInt8] = [UInt8(ascii: "[")]
    for (index, term) in terms.enumerated() {
      json.append(contentsOf: (index == 0 ? "[" : ",[").utf8)
      append(term.term, to: &json)
      json.append(contentsOf: ",\"\(term.kind.rawValue)\",\(term.count),".utf8)
      FixedDecimal.append(term.score, to: &json)
      json.append(UInt8(ascii: "]"))
    }
    json.append(UInt8(ascii: "]"))
    return json
  }

  /// `{"noun":{"投資":3,…},…}`
  private static func counts(_ terms: [CountedTerm]) -> [UInt8] {
    var json: [UInt8] = [UInt8(ascii: "{")]
    json.reserveCapacity(terms.count * 16)
    for kind in Term.Kind.allCases {
      let open = json.count
      for term in terms where term.kind == kind {
        json.append(contentsOf: (json.count == open ? "\(open == 1 ? "" : ",")\"\(kind.rawValue)\":{" : ",").utf8)
        append(term.term, to: &json)
        json.append(UInt8(ascii: ":"))
        json.append(contentsOf: String(term.count).utf8)
      }
      if json.count > open { json.append(UInt8(ascii: "}")) }
    }
    json.append(UInt8(ascii: "}"))
    return json
  }

  /// `[[sentence,start,end,line,column],…]`, with the words behind where they are not the entity's name.
  private static func mentions(_ entity: AnalyzedEntity, sentenceStarts: [Int]) -> [UInt8] {
    var json: [UInt8] = [UInt8(ascii: "[")]
    for (index, mention) in entity.mentions.enumerated() {
      if index > 0 { json.append(UInt8(ascii: ",")) }
      let sentence = last(in: sentenceStarts, atMost: mention.range.lowerBound)
      let numbers = [
        sentence, mention.range.lowerBound, mention.range.upperBound, mention.position.line, mention.position.column,
      ]
      json.append(UInt8(ascii: "["))
      for (place, number) in numbers.enumerated() {
        if place > 0 { json.append(UInt8(ascii: ",")) }
        json.append(contentsOf: String(number).utf8)
      }
      if !mention.text.utf8.elementsEqual(entity.name.utf8) {
        json.append(UInt8(ascii: ","))
        append(mention.text, to: &json)
      }
      json.append(UInt8(ascii: "]"))
    }
    json.append(UInt8(ascii: "]"))
    return json
  }

  /// The index of the last element that is at most `value`; 0 where there is none.
  private static func last(in sorted: [Int], atMost value: Int) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  private static func counted(_ names: [String]) -> [(String, Int)] {
    var counts: [(String, Int)] = []
    for name in names.sorted() {
      if counts.last?.0 == name { counts[counts.count - 1].1 += 1 } else { counts.append((name, 1)) }
    }
    return counts
  }

  private static func object(_ counts: [(String, Int)]) -> [UInt8] {
    var json: [UInt8] = [UInt8(ascii: "{")]
    for (index, (name, count)) in counts.enumerated() {
      if index > 0 { json.append(UInt8(ascii: ",")) }
      append(name, to: &json)
      json.append(contentsOf: ":\(count)".utf8)
    }
    json.append(UInt8(ascii: "}"))
    return json
  }

  private static func append(_ text: String, to json: inout [UInt8]) {
    json.append(UInt8(ascii: "\""))
    JSONText.append(escaped: text, to: &json)
    json.append(UInt8(ascii: "\""))
  }
}

/// Scores as text.
enum FixedDecimal {
  /// Appends a score from 0 to 1 with four decimals.
  static func append(_ score: Double, to bytes: inout [UInt8]) {
    let scaled = Int((min(max(score, 0), 1) * 10_000).rounded())
    let digits = String(scaled % 10_000)
    bytes.append(contentsOf: "\(scaled / 10_000).\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
  }
}
