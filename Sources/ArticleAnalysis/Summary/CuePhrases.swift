import LexicalResources
import TextCore

/// The phrases of `dictionaries/excerpt-cues.tsv`, found in one pass over a sentence.
package struct CuePhrases: Sendable {
  /// A phrase: where its bytes lie in the pool, and what it says.
  private struct Phrase: Sendable {
    let start: Int
    let end: Int
    let cue: SentenceCues
    let isAtStart: Bool
  }

  /// The connective that a sentence begins with.
  package struct Head: Equatable, Sendable {
    /// Its bytes, comma included; 0 where there is none.
    package var length = 0
    /// Whether what follows leans on the sentence before even without it: そのため、
    package var isDependent = false
  }

  private var pool: [UInt8] = []
  /// The phrases, those that begin with the same scalar side by side.
  private var phrases: [Phrase] = []
  /// Where the phrases of a group begin in `phrases`; group 0 is empty.
  private var groups: [Int] = [0, 0]
  /// For each scalar of the basic plane the group of the phrases that begin with it; 0 for none.
  private var groupOfScalar = [UInt16](repeating: 0, count: 1 << 16)
  /// For each hash of two scalars whether a phrase of two or more scalars begins with them.
  private var pairs = ScalarPairFilter()
  /// Scalars that are phrases, each paired with 0.
  private var singles = ScalarPairFilter()
  /// The same as `pairs` for connectives.
  private var headPairs = ScalarPairFilter()
  /// Connectives that can be cut from the head of a sentence, longest first, as normalized text writes them.
  private var heads: [(bytes: [UInt8], isDependent: Bool)] = []
  /// Adverbs that can be cut from the head of a sentence as connectives can.
  private var leadingAdverbs: [[UInt8]] = []
  private var reviewWords: [[UInt8]] = []
  private var closingWords: [[UInt8]] = []
  /// What names of companies end with.
  private(set) var companySuffixes: [String] = []
  /// Headings that name no subject: はじめに
  private(set) var genericHeadings: [String] = []
  /// Nouns that ask for what they are of: 背景, 影響
  private(set) var aspectNouns: Set<String> = []
  /// What articles do with their subject: 解説, 比較
  private(set) var genreVerbs: [String] = []

  /// The phrases that the package carries.
  package init() { self.init(rows: LexicalResource.excerptCues.rows) }

  /// Phrases from rows of place, kind, phrase; rows of another form are passed over.
  package init(rows: [[Substring]]) {
    var found: [(scalar: UInt32, bytes: [UInt8], cue: SentenceCues, isAtStart: Bool)] = []
    for row in rows where row.count == 3 {
      guard let first = row[2].unicodeScalars.first?.value, first < 1 << 16 else { continue }
      let bytes = Array(row[2].utf8)
      switch row[0] {
      case "head":
        heads.append((bytes, row[1] == "dependent"))
        headPairs.insert(row[2])
      case "leading": leadingAdverbs.append(bytes)
      case "title": reviewWords.append(bytes)
      case "heading": closingWords.append(bytes)
      case "company": companySuffixes.append(String(row[2]))
      case "generic": genericHeadings.append(String(row[2]))
      case "aspect": aspectNouns.insert(String(row[2]))
      case "genre": genreVerbs.append(String(row[2]))
      default:
        guard let cue = SentenceCues(name: row[1]) else { continue }
        found.append((first, bytes, cue, row[0] == "start"))
        if row[2].unicodeScalars.count > 1 { pairs.insert(row[2]) } else { singles.insert(row[2] + "\0") }
      }
    }
    heads.sort { $0.bytes.count > $1.bytes.count }
    for phrase in found.enumerated().sorted(by: { ($0.element.scalar, $0.offset) < ($1.element.scalar, $1.offset) }) {
      add(phrase.element.scalar, phrase.element.bytes, phrase.element.cue, phrase.element.isAtStart)
    }
  }

  /// Adds a phrase; phrases come in the order of their first scalar.
  private mutating func add(_ scalar: UInt32, _ bytes: [UInt8], _ cue: SentenceCues, _ isAtStart: Bool) {
    if groupOfScalar[Int(scalar)] == 0 {
      groupOfScalar[Int(scalar)] = UInt16(groups.count - 1)
      groups.append(phrases.count)
    }
    phrases.append(Phrase(start: pool.count, end: pool.count + bytes.count, cue: cue, isAtStart: isAtStart))
    pool += bytes
    groups[groups.count - 1] = phrases.count
  }

  /// The cues of a sentence, normalized and without white space around it.
  /// - Parameter start: Where the sentence begins once its connective is cut.
  /// - Complexity: O(*n*) in bytes.
  package func cues(of sentence: Span<UInt8>, from start: Int = 0) -> SentenceCues {
    var cues: SentenceCues = []
    guard start < sentence.count else { return cues }
    var start = start
    var place = start
    var (scalar, length) = UTF8Scan.scalar(at: place, in: sentence)
    while true {
      let next = place + length
      // An opening bracket does not hide the start: 「これは
      if place == start && (scalar == 0x300C || scalar == 0x28 || scalar == 0x300E) { start = next }
      guard next < sentence.count else { break }
      let (following, followingLength) = UTF8Scan.scalar(at: next, in: sentence)
      if pairs.mayContain(scalar, following) || singles.mayContain(scalar, 0) {
        addCues(at: place, isStart: place == start, sentence, scalar, &cues)
      }
      place = next
      scalar = following
      length = followingLength
    }
    if singles.mayContain(scalar, 0) {
      addCues(at: place, isStart: place == start, sentence, scalar, &cues)
    }
    if scalar == 0x3F { cues.insert(.question) }
    if cues.contains(.plain) { cues.remove(.pointer) }
    return cues
  }

  /// Adds the cues of the phrases that stand at `place`, where `scalar` is.
  private func addCues(
    at place: Int, isStart: Bool, _ sentence: Span<UInt8>, _ scalar: UInt32, _ cues: inout SentenceCues
  ) {
    guard scalar < groupOfScalar.count else { return }
    let group = Int(groupOfScalar[Int(scalar)])
    for index in groups[group]..<groups[group + 1] {
      let phrase = phrases[index]
      if !cues.contains(phrase.cue), !phrase.isAtStart || isStart,
        Self.matches(pool.span, phrase.start, phrase.end, sentence, place)
      {
        cues.insert(phrase.cue)
      }
    }
  }

  private static func matches(
    _ pool: Span<UInt8>, _ start: Int, _ end: Int, _ sentence: Span<UInt8>, _ place: Int
  ) -> Bool {
    guard sentence.count - place >= end - start else { return false }
    for index in start..<end where sentence[place + index - start] != pool[index] { return false }
    return true
  }

  /// The connective, with its comma, that `sentence` begins with.
  package func head(of sentence: Span<UInt8>) -> Head {
    guard headPairs.mayBegin(sentence) else { return Head() }
    for head in heads {
      let bytes = head.bytes.span
      if Self.matches(bytes, 0, bytes.count, sentence, 0) {
        return Head(length: bytes.count, isDependent: head.isDependent)
      }
    }
    return Head()
  }

  /// The connective that a sentence begins with whose first word is `word`, without a comma behind it.
  /// - Parameter isConjunction: Whether the word is a conjunction by its class; other words must be in the list of
  ///   adverbs that can be cut.
  package func head(ofWord word: Span<UInt8>, isConjunction: Bool) -> Head {
    guard isConjunction || leadingAdverbs.contains(where: { Self.equals($0.span, word, $0.count) }) else {
      return Head()
    }
    let comma = 3
    for head in heads where Self.equals(head.bytes.span, word, head.bytes.count - comma) {
      return Head(length: word.count, isDependent: head.isDependent)
    }
    return Head()
  }

  /// Whether the first `count` bytes of `phrase` are `word`.
  private static func equals(_ phrase: Span<UInt8>, _ word: Span<UInt8>, _ count: Int) -> Bool {
    count == word.count && matches(phrase, 0, count, word, 0)
  }

  /// Whether the title of an article tells that it is a review.
  package func isReview(title: String) -> Bool { Self.contains(title, anyOf: reviewWords) }

  /// Whether a heading tells that a section closes the article: まとめ, 総評.
  package func isClosing(heading: String) -> Bool { Self.contains(heading, anyOf: closingWords) }

  private static func contains(_ text: String, anyOf words: [[UInt8]]) -> Bool {
    let bytes = Array(text.utf8)
    return words.contains { word in
      bytes.indices.contains { matches(word.span, 0, word.count, bytes.span, $0) }
    }
  }
}
