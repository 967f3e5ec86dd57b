import Morphology
import TextCore

/// Counts the terms of one article after the other, by the ids of their strings.
///
/// Strings are kept from article to article, so that what is known of one is looked up once; counts are kept for one.
/// The strings of lexemes, and of strings side by side, are found by number: only what is new is hashed by its bytes.
struct TermCounter {
  /// Strings kept from article to article; with more the scratch starts anew, so that memory stays bounded.
  static let vocabularyLimit = 100_000

  /// What is known of a string; the counts are those of `article`, and 0 for any other.
  struct Entry {
    /// Below 0 where it was not looked up yet.
    var inverseDocumentFrequency: Float = -1
    /// Whether it says nothing; known once it was looked up.
    var isStopWord = false
    /// What its spellings have in common; `nil` where it was not asked for yet.
    var key: TermKey?
    var article: UInt32 = 0
    var kind = Term.Kind.noun
    /// Its place in `found`.
    var order: UInt32 = 0
    /// How often it stands on its own.
    var count: UInt32 = 0
    /// How often it stands with another noun to its left, and to its right.
    var left: UInt32 = 0
    var right: UInt32 = 0
    /// Its components in `parts`.
    var firstPart: UInt32 = 0
    var partCount: UInt32 = 0
  }

  private(set) var vocabulary = Vocabulary()
  private(set) var entries: [Entry] = []
  /// The components of the article's compounds, one compound after the other.
  private(set) var parts: [UInt32] = []
  /// The distinct terms of the article, in the order of their first occurrence.
  private(set) var found: [UInt32] = []

  private let background: BackgroundTable
  private let stopWords: StopWords
  private var article: UInt32 = 0
  /// For each lexeme the id of its string, and one more; 0 where it was not met.
  private var idsOfLexemes: [UInt32] = []
  private var generation = -1
  /// The ids of strings side by side.
  private var pairs = IDPairs()

  init(background: BackgroundTable, stopWords: StopWords) {
    self.background = background
    self.stopWords = stopWords
  }

  /// Forgets the counts of the article before.
  mutating func beginArticle(_ lexemes: borrowing LexemeTable) {
    if vocabulary.count > Self.vocabularyLimit {
      vocabulary.removeAll()
      entries.removeAll(keepingCapacity: true)
      idsOfLexemes.removeAll(keepingCapacity: true)
      pairs.removeAll()
    }
    if lexemes.generation != generation {
      idsOfLexemes.removeAll(keepingCapacity: true)
      generation = lexemes.generation
    }
    while idsOfLexemes.count < lexemes.count { idsOfLexemes.append(0) }
    article &+= 1
    found.removeAll(keepingCapacity: true)
    parts.removeAll(keepingCapacity: true)
  }

  /// The id of a string.
  mutating func intern(_ bytes: Span<UInt8>) -> UInt32 {
    let id = vocabulary.intern(bytes)
    if Int(id) == entries.count { entries.append(Entry()) }
    open(id)
    return id
  }

  /// The id of the string that stands for `lexeme`, which is always the same: `bytes`.
  @inline(__always)
  mutating func intern(lexeme: UInt32, _ bytes: Span<UInt8>) -> UInt32 {
    let known = idsOfLexemes[Int(lexeme)]
    if known > 0 {
      open(known - 1)
      return known - 1
    }
    let id = intern(bytes)
    idsOfLexemes[Int(lexeme)] = id + 1
    return id
  }

  /// The id of two strings side by side, with a space between them or none, where it is known.
  mutating func joined(_ left: UInt32, _ right: UInt32, hasGap: Bool) -> UInt32? {
    guard let id = pairs[IDPairs.key(left, right << 1 | (hasGap ? 1 : 0))] else { return nil }
    open(id)
    return id
  }

  /// The id of two strings side by side.
  /// - Parameter bytes: Both, and the space where there is one.
  mutating func join(_ left: UInt32, _ right: UInt32, hasGap: Bool, _ bytes: Span<UInt8>) -> UInt32 {
    let id = intern(bytes)
    pairs.insert(id, for: IDPairs.key(left, right << 1 | (hasGap ? 1 : 0)))
    return id
  }

  /// Forgets the counts of a string that another article left.
  @inline(__always)
  private mutating func open(_ id: UInt32) {
    guard entries[Int(id)].article != article else { return }
    entries[Int(id)].article = article
    entries[Int(id)].count = 0
    entries[Int(id)].left = 0
    entries[Int(id)].right = 0
    entries[Int(id)].partCount = 0
  }

  /// Finds out how common a string is, once.
  private mutating func lookUp(_ id: UInt32) {
    guard entries[Int(id)].inverseDocumentFrequency < 0 else { return }
    (entries[Int(id)].inverseDocumentFrequency, entries[Int(id)].isStopWord) = traits(of: id)
  }

  private func traits(of id: UInt32) -> (inverseDocumentFrequency: Float, isStopWord: Bool) {
    let bytes = vocabulary.pool.span.extracting(vocabulary.range(of: id))
    return (
      Float(background.inverseDocumentFrequency(of: bytes)), stopWords.contains(bytes) || TermForm.isTooShort(bytes)
    )
  }

  /// What the spellings of a string have in common.
  mutating func key(of id: UInt32) -> TermKey {
    if let key = entries[Int(id)].key { return key }
    let key = hashed(id)
    entries[Int(id)].key = key
    return key
  }

  private func hashed(_ id: UInt32) -> TermKey {
    var hash = TermKeyHash()
    hash.add(vocabulary.pool.span.extracting(vocabulary.range(of: id)))
    return hash.key
  }

  /// Counts a term where it stands on its own; returns whether it is one, and no stop word.
  mutating func count(_ id: UInt32, as kind: Term.Kind) -> Bool {
    lookUp(id)
    guard !entries[Int(id)].isStopWord else { return false }
    if entries[Int(id)].count == 0 {
      entries[Int(id)].order = UInt32(found.count)
      entries[Int(id)].kind = kind
      found.append(id)
    }
    entries[Int(id)].count += 1
    return true
  }

  /// Counts a term of the article that was counted before.
  mutating func count(again id: UInt32) { entries[Int(id)].count += 1 }

  /// Counts that two nouns stand side by side.
  mutating func connect(_ left: UInt32, _ right: UInt32) {
    entries[Int(left)].right += 1
    entries[Int(right)].left += 1
  }

  /// Remembers a component of the compound `id`; to be called for all of them in order, once an article.
  mutating func addPart(_ part: UInt32, to id: UInt32) {
    if entries[Int(id)].partCount == 0 { entries[Int(id)].firstPart = UInt32(parts.count) }
    entries[Int(id)].partCount += 1
    parts.append(part)
    lookUp(part)
  }
}

/// What the form of a string alone says of it as a term.
enum TermForm {
  /// Whether it is a single kana, letter or sign: too short to name anything. A single kanji may (猫, 酒).
  static func isTooShort(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count > 0 else { return true }
    let (scalar, length) = UTF8Scan.scalar(at: 0, in: bytes)
    return length == bytes.count && Script(scalar) != .han
  }

  /// Whether all of `start..<end` is katakana.
  static func isKatakana(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var place = start
    while place < end {
      let (scalar, length) = UTF8Scan.scalar(at: place, in: text)
      guard Script(scalar) == .katakana || scalar == 0x30FB else { return false }
      place += length
    }
    return start < end
  }
}
