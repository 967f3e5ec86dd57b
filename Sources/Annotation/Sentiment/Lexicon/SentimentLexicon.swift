import TextCore

/// The phrases of `dictionaries/sentiment/`, with what each does in a sentence.
///
/// Shared and immutable. A phrase is found over morphemes, not in the text: its bytes are followed by the surface or the
/// base form of one morpheme after the other, so it is found whichever way a dictionary cuts it, and never within a
/// word.
package final class SentimentLexicon: Sendable {
  /// What a row says; rows that say the same share one.
  package struct Entry: Hashable, Sendable {
    /// What it does.
    package var kind: CueKind
    /// How strongly, 0.1 to 1.
    package var strength: Float
    /// The feelings that it speaks of.
    package var emotions: EmotionSet
    /// Whether it is a bad thing that is bad by being there: リスク, but not 価格.
    var isFault: Bool
    /// Under which condition it counts: an index of `conditions`, or -1.
    var condition: Int
  }

  /// The rows of one phrase: those with a condition first, then at most one without.
  struct List: BitwiseCopyable, Hashable {
    /// Where its rows begin in `listed`.
    var start: UInt32
    var count: UInt16
    /// The number of the phrase among the heads of conditions, or 0.
    var head: UInt16
  }

  /// A row's condition, with heads by number.
  struct Condition: Hashable, Sendable {
    let heads: [UInt16]
    let excludedHeads: [UInt16]
    let wordClass: CueCondition.WordClass?
    /// A bit for each number of a head, of 64: most words near a phrase are told by it.
    private let filter: UInt64

    init(heads: [UInt16], excludedHeads: [UInt16], wordClass: CueCondition.WordClass?) {
      (self.heads, self.excludedHeads, self.wordClass) = (heads, excludedHeads, wordClass)
      filter = (heads + excludedHeads).reduce(0) { $0 | Self.bit($1) }
    }

    /// Whether a head may be one of the condition's.
    @inline(__always)
    func mayHold(_ head: UInt16) -> Bool { filter & Self.bit(head) != 0 }

    @inline(__always)
    private static func bit(_ head: UInt16) -> UInt64 { 1 &<< UInt64(head) }
  }

  let trie: CueTrie
  let entries: [Entry]
  let lists: [List]
  /// The entries of lists, one list after the other.
  let listed: [UInt16]
  let conditions: [Condition]

  /// A lexicon of parts that fit one another.
  init(trie: CueTrie, entries: [Entry], lists: [List], listed: [UInt16], conditions: [Condition]) {
    self.trie = trie
    self.entries = entries
    self.lists = lists
    self.listed = listed
    self.conditions = conditions
    precondition(entries.count < Ending.limit && lists.count <= Ending.limit, "more entries than have numbers")
  }

  /// What the phrase says that ends at a node: the number of its entry where that depends on no condition, as with most
  /// phrases, else the number of its list, whose rows are asked.
  struct Ending: Equatable {
    /// How many bits it has.
    static let bitCount = UInt32(15)
    /// There are fewer entries, and fewer lists.
    fileprivate static let limit = 1 << (Int(bitCount) - 1)
    /// Nothing ends there.
    static let none = Ending(bits: 0)

    let bits: UInt16
    private static let isList = UInt16(limit)

    @inline(__always)
    init(bits: UInt16) { self.bits = bits }

    fileprivate init(entry: UInt16) { self.init(bits: entry + 1) }

    fileprivate init(list: UInt16) { self.init(bits: list | Self.isList) }

    /// The number of the entry; `nil` where conditions decide, and where nothing ends.
    @inline(__always)
    var entry: Int? { bits != 0 && bits & Self.isList == 0 ? Int(bits &- 1) : nil }

    /// The number of the list whose rows are asked.
    @inline(__always)
    var list: Int { Int(bits & ~Self.isList) }
  }

  /// What the phrase says that ends at `node`.
  func ending(at node: UInt32) -> Ending {
    guard let row = rows(at: node).first else { return .none }
    return entries[Int(listed[row])].condition < 0
      ? Ending(entry: listed[row]) : Ending(list: trie.list(at: node) - 1)
  }

  /// The rows of the phrase that ends at `node`, as indices of `listed`; empty where none does.
  @inline(__always)
  func rows(at node: UInt32) -> Range<Int> {
    let number = trie.list(at: node)
    return number > 0 ? rows(ofList: Int(number) - 1) : 0..<0
  }

  /// The rows of a list, as indices of `listed`.
  func rows(ofList number: Int) -> Range<Int> {
    let list = lists[number]
    return Int(list.start)..<Int(list.start) + Int(list.count)
  }

  /// The number of the word that ends at `node` among the heads of conditions, or 0.
  func head(at node: UInt32) -> UInt16 {
    let number = trie.list(at: node)
    return number > 0 ? lists[Int(number) - 1].head : 0
  }

  /// What the rows of a phrase say, in the order in which they are asked.
  package func entries(of phrase: String) -> [Entry] {
    rows(at: trie.follow(Array(phrase.utf8).span, from: 0)).map { entries[Int(listed[$0])] }
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
  package enum WordClass: String, CaseIterable, Sendable { case noun, verb, adjective, adverb }
}
