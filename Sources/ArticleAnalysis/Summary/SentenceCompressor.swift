import ArticleSource
import Normalization
import Morphology
import TextCore

/// Makes a sentence fit, and keeps its grammar.
///
/// As far as it is needed, in this order: asides in brackets go that are long or sentences of their own; then all round
/// brackets; then a clause (``ClauseCutter``). What still does not fit, has an open bracket or left-over markup, or
/// only says the title again, has no form.
struct SentenceCompressor {
  let cues: CuePhrases
  let title: ExcerptForm.TitlePairs?

  /// The bytes of an aside from which on it is left out even where there is room: about 15 characters.
  private static let longAside = 45
  /// The most bytes of a sentence that is worth a look: a longer one is a list, or no prose.
  private static let longestSentence = 4096

  /// The form of a sentence without the asides that are long or sentences of their own; `nil` where the sentence is too
  /// long for any excerpt.
  /// - Complexity: O(*n*) in bytes, and O(log *e*) in edits of the normalization for each bracket.
  func whole(of sentence: SummarySentence, in article: ArticleDraft) -> SentenceForm? {
    guard sentence.prose.count <= Self.longestSentence else { return nil }
    let cuts = asides(of: sentence, in: article).filter { $0.isTalk || $0.range.count >= Self.longAside }.map(\.range)
    guard
      var form = form(of: sentence, sentence.normalized.offsets, without: cuts, endsWhole: true, article)
    else { return nil }
    form.isSound = isSound(form, article.prose.bytes.span) && !losesOpening(sentence, cuts, article)
    return form
  }

  /// Whether an aside at the head is cut, and what follows it points back or goes on: (…)そのため
  private func losesOpening(_ sentence: SummarySentence, _ cuts: [Range<Int>], _ article: ArticleDraft) -> Bool {
    guard let first = cuts.first, first.lowerBound == sentence.normalized.lowerBound,
      first.upperBound < sentence.normalized.upperBound
    else { return false }
    let rest = article.normalized.bytes.span.extracting(first.upperBound..<sentence.normalized.upperBound)
    return cues.head(of: rest).length > 0 || cues.cues(of: rest).contains(.pointer)
  }

  /// The form of a sentence that is too long, cut to at most `limit` characters; `nil` where there is none.
  /// - Complexity: as for ``whole(of:in:)``, and O(*n* log *n*) in clauses.
  func cut(
    _ sentence: SummarySentence, limit: Int, in article: ArticleDraft, table: borrowing MorphemeTable,
    lexemes: borrowing LexemeTable
  ) -> SentenceForm? {
    let prose = article.prose.bytes.span
    let asides = asides(of: sentence, in: article).map(\.range)
    if !asides.isEmpty {
      let form = form(of: sentence, sentence.normalized.offsets, without: asides, endsWhole: true, article)
      if let form, form.length <= limit { return isSound(form, prose) ? form : nil }
    }
    let cutter = ClauseCutter(cues: cues)
    for clause in cutter.clauses(of: sentence, in: article.normalized.bytes.span, table, lexemes) {
      let endsWhole = clause.upperBound == sentence.normalized.upperBound
      guard var form = form(of: sentence, clause, without: asides, endsWhole: endsWhole, article),
        form.length <= limit, isSound(form, prose)
      else { continue }
      form.isCut = true
      return form
    }
    return nil
  }

  /// The asides of a sentence, as ranges of the normalized text.
  private func asides(of sentence: SummarySentence, in article: ArticleDraft) -> [Aside] {
    let start = sentence.normalized.lowerBound
    let text = article.normalized.bytes.span.extracting(sentence.normalized.offsets)
    return Self.asides(in: text).map {
      Aside(range: start + $0.range.lowerBound..<start + $0.range.upperBound, isTalk: $0.isTalk)
    }
  }

  /// Whether a form keeps the rules of every excerpt.
  private func isSound(_ form: SentenceForm, _ prose: Span<UInt8>) -> Bool {
    form.withBytes(prose) { text in
      ExcerptForm.isBalanced(text) && !ExcerptForm.hasMarkup(text) && !(title?.echoes(text) ?? false)
    }
  }

  /// The pieces of `range` without `cuts`, in the prose.
  private func form(
    of sentence: SummarySentence, _ range: Range<Int>, without cuts: [Range<Int>], endsWhole: Bool,
    _ article: ArticleDraft
  ) -> SentenceForm? {
    var pieces: [Range<Int>] = []
    var place = range.lowerBound
    func add(_ end: Int) {
      guard place < end else { return }
      let piece = article.normalized.map.sourceRange(of: ByteRange<NormalizedSpace>(place, end)).offsets
      // Edits round outward, so that neighbours can share bytes; no byte is said twice.
      let start = max(piece.lowerBound, pieces.last?.upperBound ?? 0)
      if start < piece.upperBound { pieces.append(start..<piece.upperBound) }
    }
    for cut in cuts where cut.lowerBound >= range.lowerBound && cut.upperBound <= range.upperBound {
      add(cut.lowerBound)
      place = cut.upperBound
    }
    add(range.upperBound)
    guard let first = pieces.first else { return nil }
    var opening = first.lowerBound
    if range.lowerBound == sentence.normalized.lowerBound, sentence.head.length > 0 {
      let head = ByteRange<NormalizedSpace>(range.lowerBound, range.lowerBound + sentence.head.length)
      opening = article.normalized.map.sourceRange(of: head).upperBound
      if opening >= pieces[pieces.count - 1].upperBound { opening = first.lowerBound }
    }
    var form = SentenceForm(pieces: pieces, opening: opening, needsStop: !endsWhole || sentence.ending == .unmarked)
    form.hasHole = article.hasHole(sentence.prose)
    form.measure(article.prose.bytes.span)
    return form
  }

  /// What asides begin with that tell where something comes from or stands.
  private static let references = ["出典", "出所", "出処", "参照", "参考", "後述", "前述", "写真", "画像", "図", "※"].map {
    Array($0.utf8)
  }

  /// Whether an aside, its opening bracket included, only refers to something.
  private static func isReference(_ aside: Span<UInt8>) -> Bool {
    guard aside.count > 3 else { return false }
    let start = aside[0] == UInt8(ascii: "(") ? 1 : 3
    return references.contains { PhraseGroups.matches($0.span, 0, $0.count, aside, start) }
  }

  /// A stretch in round brackets.
  struct Aside {
    /// Its bytes, brackets included.
    let range: Range<Int>
    /// Whether it is a sentence or a remark of its own.
    let isTalk: Bool
  }

  /// The outermost stretches in round brackets outside of quotes, in the normalized text of a sentence.
  static func asides(in text: Span<UInt8>) -> [Aside] {
    var asides: [Aside] = []
    var quotes = 0
    var depth = 0
    var start = 0
    var isTalk = false
    var place = 0
    while place < text.count {
      let (scalar, length) = UTF8Scan.scalar(at: place, in: text)
      switch scalar {
      case 0x300C, 0x300E, 0x3010: quotes += 1
      case 0x300D, 0x300F, 0x3011: quotes = max(0, quotes - 1)
      case 0x28, 0xFF08:
        if depth == 0 {
          start = place
          isTalk = false
        }
        depth += 1
      case 0x29 where depth > 0, 0xFF09 where depth > 0:
        depth -= 1
        // f(x) and 3(a) are no asides.
        let isJoined = scalar == 0x29 && start > 0 && text[start - 1] < 0x80 && text[start - 1] != 0x20
        if depth == 0, quotes == 0, !isJoined {
          isTalk = isTalk || isReference(text.extracting(start..<place))
          asides.append(Aside(range: start..<place + length, isTalk: isTalk))
        }
      case 0x3002, 0x21, 0x3F, 0x203B, 0x7B11, 0x6C57, 0x6CE3: if depth > 0 { isTalk = true }  // 。!?※笑汗泣
      default: break
      }
      place += length
    }
    return asides
  }
}
