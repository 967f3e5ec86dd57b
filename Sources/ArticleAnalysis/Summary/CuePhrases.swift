import LexicalResources
import TextCore

/// The phrases of `dictionaries/excerpt-cues.tsv`, found in one pass over a sentence. Shared by all who read sentences.
package final class CuePhrases: Sendable {
  /// The connective that a sentence begins with.
  package struct Head: Equatable, Sendable {
    /// Its bytes, comma included; 0 where there is none.
    package var length = 0
    /// Whether what follows leans on the sentence before even without it: そのため、
    package var isDependent = false
  }

  /// The phrases that may stand anywhere, and those that say something at the start of a sentence.
  private let anywhere: PhraseGroups
  private let atStart: PhraseGroups
  /// The first two scalars of the connectives.
  private let headPairs: ScalarPairFilter
  /// Connectives that can be cut from the head of a sentence, longest first, as normalized text writes them.
  private let heads: [(bytes: [UInt8], isDependent: Bool)]
  /// Adverbs that can be cut from the head of a sentence as connectives can.
  private let leadingAdverbs: [[UInt8]]
  /// What titles of reviews hold, and headings of sections that close an article; what they say is `verdict`.
  private let reviewWords: PhraseGroups
  private let closingWords: PhraseGroups
  /// What names of companies end with.
  let companySuffixes: [String]
  /// Headings that name no subject: はじめに
  let genericHeadings: [String]
  /// Nouns that ask for what they are of: 背景, 影響
  let aspectNouns: Set<String>
  /// What articles do with their subject: 解説, 比較
  let genreVerbs: [String]

  /// The phrases that the package carries.
  package convenience init() { self.init(rows: LexicalResource.excerptCues.rows) }

  /// Phrases from rows of place, kind, phrase; rows of another form are passed over.
  package init(rows: [[Substring]]) {
    var anywhere: [(text: Substring, cue: SentenceCues)] = []
    var atStart = anywhere
    var reviewWords = anywhere
    var closingWords = anywhere
    var heads: [(bytes: [UInt8], isDependent: Bool)] = []
    var headPairs = ScalarPairFilter()
    var leadingAdverbs: [[UInt8]] = []
    var (companySuffixes, genericHeadings, genreVerbs) = ([String](), [String](), [String]())
    var aspectNouns: Set<String> = []
    for row in rows where row.count == 3 && !row[2].isEmpty {
      let bytes = Array(row[2].utf8)
      switch row[0] {
      case "head":
        heads.append((bytes, row[1] == "dependent"))
        headPairs.insert(row[2])
      case "leading": leadingAdverbs.append(bytes)
      case "title": reviewWords.append((row[2], .verdict))
      case "heading": closingWords.append((row[2], .verdict))
      case "company": companySuffixes.append(String(row[2]))
      case "generic": genericHeadings.append(String(row[2]))
      case "aspect": aspectNouns.insert(String(row[2]))
      case "genre": genreVerbs.append(String(row[2]))
      default:
        guard let cue = SentenceCues(name: row[1]) else { continue }
        if row[0] == "start" { atStart.append((row[2], cue)) } else { anywhere.append((row[2], cue)) }
        // What ends a sentence may be called out, too: しましょう!
        if row[2].hasSuffix("。") { anywhere.append((row[2].dropLast() + "!", cue)) }
      }
    }
    self.heads = heads.sorted { $0.bytes.count > $1.bytes.count }
    self.headPairs = headPairs
    self.leadingAdverbs = leadingAdverbs
    self.companySuffixes = companySuffixes
    self.genericHeadings = genericHeadings
    self.aspectNouns = aspectNouns
    self.genreVerbs = genreVerbs
    self.anywhere = PhraseGroups(anywhere)
    self.atStart = PhraseGroups(atStart)
    self.reviewWords = PhraseGroups(reviewWords)
    self.closingWords = PhraseGroups(closingWords)
  }

  /// The cues of a sentence, normalized and without white space around it.
  /// - Parameter start: Where the sentence begins once its connective is cut.
  /// - Complexity: O(*n*) in bytes.
  package func cues(of sentence: Span<UInt8>, from start: Int = 0) -> SentenceCues {
    var cues = SentenceCues(rawValue: 0)
    guard start < sentence.count else { return cues }
    var start = start
    var place = start
    var (scalar, length) = UTF8Scan.scalar(at: place, in: sentence)
    var before: UInt32 = 0
    while true {
      let next = place + length
      // An opening bracket does not hide the start: 「これは
      if place == start && (scalar == 0x300C || scalar == 0x28 || scalar == 0x300E) { start = next }
      let isLast = next >= sentence.count
      let (following, followingLength) = isLast ? (0, 0) : UTF8Scan.scalar(at: next, in: sentence)
      anywhere.read(sentence, at: place, scalar, following, into: &cues)
      if place == start { atStart.read(sentence, at: place, scalar, following, into: &cues) }
      if isLast { break }
      place = next
      before = scalar
      scalar = following
      length = followingLength
    }
    if scalar == 0x3F || scalar == 0x300D && before == 0x3F { cues.insert(.question) }
    if scalar == 0x21 { cues.insert(.talk) }
    if cues.contains(.plain) { cues.remove(.pointer) }
    return cues
  }

  /// Whether the word at `place` would point back if the sentence began with it: この in この発表, not in このたび.
  func pointsBack(at place: Int, in sentence: Span<UInt8>) -> Bool {
    var cues = SentenceCues(rawValue: 0)
    let (scalar, length) = UTF8Scan.scalar(at: place, in: sentence)
    guard place + length < sentence.count else { return false }
    atStart.read(sentence, at: place, scalar, UTF8Scan.scalar(at: place + length, in: sentence).value, into: &cues)
    return cues.contains(.pointer) && !cues.contains(.plain)
  }

  /// The connective, with its comma, that `sentence` begins with.
  package func head(of sentence: Span<UInt8>) -> Head {
    guard headPairs.mayBegin(sentence) else { return Head() }
    for head in heads {
      let bytes = head.bytes.span
      if PhraseGroups.matches(bytes, 0, bytes.count, sentence, 0) {
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
    count == word.count && PhraseGroups.matches(phrase, 0, count, word, 0)
  }

  /// Whether the title of an article tells that it is a review.
  package func isReview(title: String) -> Bool { !reviewWords.cues(of: Array(title.utf8).span).isEmpty }

  /// Whether a heading tells that a section closes the article: まとめ, 総評.
  package func isClosing(heading: Span<UInt8>) -> Bool { !closingWords.cues(of: heading).isEmpty }
}
