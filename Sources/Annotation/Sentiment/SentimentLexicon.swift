import LexicalResources
import TextCore

/// The phrases of `dictionaries/sentiment/`, with what each does in a sentence.
///
/// Shared and immutable. A phrase is found over morphemes, not in the text: its bytes are followed by the surface or the
/// base form of one morpheme after the other, so it is found whichever way a dictionary cuts it, and never within a
/// word.
package final class SentimentLexicon: Sendable {
  /// One row.
  package struct Entry: Sendable {
    /// What it does.
    package let kind: CueKind
    /// How strongly, 0.1 to 1.
    package let strength: Float
    /// The feelings that it speaks of.
    package let emotions: EmotionSet
    /// Whether it is a bad thing that is bad by being there: リスク, but not 価格.
    let isFault: Bool
    /// Under which condition it counts: an index of `conditions`, or -1.
    let condition: Int
    /// The next row of the same phrase, or -1.
    fileprivate(set) var next: Int
  }

  let trie: CueTrie
  /// The rows, those of one phrase chained.
  package let entries: [Entry]
  let conditions: [Condition]

  /// A row's condition, with heads by number.
  struct Condition: Sendable {
    let heads: [UInt16]
    let excludedHeads: [UInt16]
    let wordClass: CueCondition.WordClass?
  }

  /// The lexicon that the package carries.
  package convenience init() {
    self.init(LexicalResource.sentiment.withBytes { Array($0) })
  }

  /// A lexicon of its own: rows of phrase, kind, strength, conditions, emotions, parted by tabs; the last three may be
  /// left out. Of rows for one phrase the first counts whose condition holds, and one without condition comes last.
  ///
  /// Rows of another form are passed over; `SentimentLexiconLint` finds them.
  /// - Complexity: O(*n*) in bytes.
  package init(_ table: [UInt8]) {
    // A row has some thirty bytes, and adds two nodes.
    var builder = Builder(trie: CueTrie(nodes: table.count / 13))
    var rows = SentimentRows(table)
    while let row = rows.next() { builder.add(row, table) }
    trie = builder.trie
    entries = builder.entries
    conditions = builder.conditions
  }

  /// The rows of the phrase that ends at `node`, first one first; `nil` where none does.
  @inline(__always)
  func first(at node: UInt32) -> Int? { trie.value(at: node) }

  /// Collects rows.
  private struct Builder {
    var trie: CueTrie
    var entries: [Entry] = []
    var conditions: [Condition] = []
    private var headCount: UInt16 = 0

    init(trie: CueTrie) { self.trie = trie }

    mutating func add(_ row: SentimentRow, _ table: [UInt8]) {
      var condition = -1
      if let wanted = row.condition {
        condition = conditions.count
        conditions.append(
          Condition(
            heads: numbers(wanted.heads), excludedHeads: numbers(wanted.excludedHeads), wordClass: wanted.wordClass))
      }
      let phrase = table.span.extracting(row.phrase)
      let entry = Entry(
        kind: row.kind, strength: row.strength, emotions: row.emotions,
        isFault: row.kind == .badThing && !Self.isQuantity(phrase), condition: condition, next: -1)
      link(entry, to: trie.insert(phrase))
      if let polite = Self.politeForm(of: phrase) { link(entry, to: trie.insert(polite.span)) }
      if Self.hasShortForm(phrase) { link(entry, to: trie.insert(phrase.extracting(0..<6))) }
    }

    /// The numbers of heads, from 1; there are far fewer than 65,535, and more would be passed over.
    private mutating func numbers(_ words: [[UInt8]]) -> [UInt16] {
      words.compactMap { word in
        let node = trie.insert(word.span)
        if trie.head(at: node) == 0, headCount < .max {
          headCount += 1
          trie.setHead(headCount, at: node)
        }
        return trie.head(at: node) == 0 ? nil : trie.head(at: node)
      }
    }

    private mutating func link(_ entry: Entry, to node: UInt32) {
      let index = entries.count
      guard let first = trie.value(at: node) else {
        entries.append(entry)
        return trie.setValue(index, at: node)
      }
      // What the grammar says enough of no other table judges.
      if entries[first].kind == .role { return }
      // Rows with a condition go before the first one without.
      var previous = -1
      var current = first
      while current >= 0, entries[current].condition >= 0 {
        previous = current
        current = entries[current].next
      }
      // The first row without condition is the one that counts.
      if entry.condition < 0, current >= 0 { return }
      var entry = entry
      entry.next = current
      entries.append(entry)
      if previous >= 0 { entries[previous].next = index } else { trie.setValue(index, at: node) }
    }

    /// The phrase as its polite negative is followed: 見当たらない is written 見当たりません, whose ます is passed over
    /// and whose ん is followed as ない.
    private static func politeForm(of phrase: Span<UInt8>) -> [UInt8]? {
      let ending = phrase.count - SentimentLexemes.negation.count
      guard ending >= 3, endsWith(phrase, SentimentLexemes.negation) else { return nil }
      let last = UTF8Scan.scalar(at: ending - 3, in: phrase).value
      guard let row = negatedStems.firstIndex(of: last) else { return nil }
      return (0..<ending - 3).map { phrase[$0] } + politeStems[row] + SentimentLexemes.negation
    }

    /// The last characters of verbs before ない, and before ません.
    private static let negatedStems = "かがさたなばまらわ".unicodeScalars.map(\.value)
    private static let politeStems = "きぎしちにびみりい".map { Array(String($0).utf8) }
    private static let verbEnding = Array("する".utf8)

    /// Whether dictionaries have a base form besides: 脱す for 脱する.
    private static func hasShortForm(_ phrase: Span<UInt8>) -> Bool {
      // One kanji and the ending.
      phrase.count == 9 && phrase[0] >= 0xE4 && endsWith(phrase, verbEnding)
    }

    private static func endsWith(_ phrase: Span<UInt8>, _ ending: [UInt8]) -> Bool {
      guard phrase.count >= ending.count else { return false }
      for index in ending.indices where phrase[phrase.count - ending.count + index] != ending[index] { return false }
      return true
    }

    /// Last characters of measures, and words that are measures.
    private static let measures = Set("費代料率数件量額間税金値段格価圧重庫力幅度脂糖分熱高動音".unicodeScalars.map(\.value))
    private static let measureWords = [
      "コスト", "ローン", "手間", "紫外線", "湿気", "揺れ", "規制", "制約", "制限", "カロリー", "宿題", "におい", "ニオイ",
    ].map { Array($0.utf8) }

    /// Whether a thing is a price, a count, a time or another measure, by the end of its name.
    private static func isQuantity(_ phrase: Span<UInt8>) -> Bool {
      guard let last = UTF8Scan.scalar(before: phrase.count, in: phrase) else { return false }
      return measures.contains(last.value) || measureWords.contains { endsWith(phrase, $0) }
    }
  }
}

/// Under which condition a row counts.
package struct CueCondition: Equatable, Sendable {
  /// A word of which one has to stand in the clause; empty for any.
  package var heads: [[UInt8]] = []
  /// Words of which none may stand in the clause.
  package var excludedHeads: [[UInt8]] = []
  /// The subject that the text has to be about.
  package var domain: Domain?
  /// The class that the phrase's last word has to be of.
  package var wordClass: WordClass?

  /// Subjects.
  package enum Domain: String, Sendable { case finance, tech, review }
  /// Word classes.
  package enum WordClass: String, Sendable { case noun, verb, adjective, adverb }
}
