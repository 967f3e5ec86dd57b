internal import Annotation
package import ArchiveAnalysis
internal import ArticleAnalysis
internal import ArticleSource
internal import Morphology
internal import TextCore

/// An article with its lists packed as they are stored, which each worker does for its own.
package struct PreparedArticle: Sendable {
  let article: ArchivedArticle
  let sums: TextSums
  let sentences: [UInt8]
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
    sentences = Self.sentences(analysis.sentences, article.words, bytes: analysis.source.byteCount)
    rankedTerms = Self.ranked(analysis.terms)
    termCounts = Self.counts(article.words.terms)
    let starts = analysis.sentences.map(\.range.lowerBound)
    mentions = analysis.entities.map { Self.mentions($0, sentenceStarts: starts) }
    emotions = Self.object((analysis.sentiment?.emotions ?? []).map { ($0.emotion.rawValue, $0.count) })
    diagnostics = Self.object(Self.counted(analysis.diagnostics.map(\.diagnostic.code.name)))
    lineHash = article.line.hash
  }

  /// `[["文です。",120,124,12,3,"paragraph",40,"neutral",0.0000,0.2500],…]`, which `StoredSentences` reads.
  private static func sentences(_ sentences: [AnalyzedSentence], _ words: ArticleWords, bytes: Int) -> [UInt8] {
    var json = PackedJSON(room: bytes + sentences.count * 64)
    json.append(sign: "[")
    for number in sentences.indices {
      json.append(json: number == 0 ? "[" : ",[")
      json.append(sentences[number].text)
      json.append(after: sentences[number].range.lowerBound)
      json.append(after: sentences[number].range.upperBound)
      json.append(after: sentences[number].line)
      json.append(after: sentences[number].block)
      json.append(sign: ",")
      json.append(sentences[number].blockKind.rawValue)
      json.append(after: number < words.sentenceStarts.count ? words.sentenceStarts[number] : words.count)
      json.append(sign: ",")
      json.append(sentences[number].polarity.rawValue)
      json.append(sign: ",")
      json.append(score: sentences[number].score)
      json.append(sign: ",")
      json.append(score: sentences[number].importance)
      json.append(sign: "]")
    }
    json.append(sign: "]")
    return json.finish()
  }

  /// `[["AIインフラ","compound",5,0.812],…]`
  private static func ranked(_ terms: [Term]) -> [UInt8] {
    var json = PackedJSON(room: terms.count * 64)
    json.append(sign: "[")
    for (index, term) in terms.enumerated() {
      json.append(json: index == 0 ? "[" : ",[")
      json.append(term.term)
      json.append(sign: ",")
      json.append(term.kind.rawValue)
      json.append(sign: ",")
      json.append(term.count)
      json.append(sign: ",")
      json.append(score: min(max(term.score, 0), 1))
      json.append(sign: "]")
    }
    json.append(sign: "]")
    return json.finish()
  }

  /// `{"noun":{"投資":3,…},…}`
  private static func counts(_ terms: CountedTermList) -> [UInt8] {
    var json = PackedJSON(room: terms.entries.count * 12 + terms.pool.count)
    json.append(sign: "{")
    for kind in Term.Kind.allCases {
      let open = json.byteCount
      for term in terms.entries where term.kind == kind {
        if json.byteCount == open {
          if open > 1 { json.append(sign: ",") }
          json.append(kind.rawValue)
          json.append(json: ":{")
        } else {
          json.append(sign: ",")
        }
        json.append(terms.pool[term.range])
        json.append(sign: ":")
        json.append(term.count)
      }
      if json.byteCount > open { json.append(sign: "}") }
    }
    json.append(sign: "}")
    return json.finish()
  }

  /// `[[sentence,start,end,line,column],…]`, with the words behind where they are not the entity's name.
  private static func mentions(_ entity: AnalyzedEntity, sentenceStarts: [Int]) -> [UInt8] {
    var json = PackedJSON(room: entity.mentions.count * 32)
    json.append(sign: "[")
    for (index, mention) in entity.mentions.enumerated() {
      json.append(json: index == 0 ? "[" : ",[")
      json.append(last(in: sentenceStarts, atMost: mention.range.lowerBound))
      json.append(after: mention.range.lowerBound)
      json.append(after: mention.range.upperBound)
      json.append(after: mention.position.line)
      json.append(after: mention.position.column)
      if !mention.text.utf8.elementsEqual(entity.name.utf8) {
        json.append(sign: ",")
        json.append(mention.text)
      }
      json.append(sign: "]")
    }
    json.append(sign: "]")
    return json.finish()
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
    var json = PackedJSON()
    json.append(sign: "{")
    for (index, (name, count)) in counts.enumerated() {
      if index > 0 { json.append(sign: ",") }
      json.append(name)
      json.append(sign: ":")
      json.append(count)
    }
    json.append(sign: "}")
    return json.finish()
  }
}
