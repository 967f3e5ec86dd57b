import Annotation
import ArticleSource
import Morphology
import Normalization
import TextCore

/// Makes a line of noun phrases: what the title names, and what the article treats of it by its headings and terms.
///
/// 青葉電算のデータセンター投資の背景と、電力・地元への影響を解説. The line only puts side by side what the article names; it
/// claims no relation between them.
struct TopicLine {
  /// The aspects named behind the subject.
  private static let mostAspects = 3
  /// The characters of a subject, and of an aspect.
  private static let subjectLengths = 2...40
  private static let aspectLengths = 2...14
  /// The share of a heading's characters that its noun phrase must have to stand for it.
  private static let leastHeadingShare = 0.6
  /// What a character counts for in choosing the subject, against the score of a term.
  private static let characterWeight = 0.01

  let cues: CuePhrases
  let terms: TermOccurrences
  let limit: Int

  /// The line; `nil` where title, headings and terms do not give a subject and an aspect of it.
  /// - Parameters:
  ///   - title: The title, normalized.
  ///   - titleTable: The morphemes of `title`.
  func line(
    title: NormalizedText, _ titleTable: borrowing MorphemeTable, sentences: [SummarySentence], _ article: ArticleDraft,
    _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable
  ) -> String? {
    guard let subject = subject(title.bytes.span, titleTable, lexemes) else { return nil }
    var aspects = headingAspects(besides: subject, sentences, article, table, lexemes)
    if aspects.count < 2 { aspects += termAspects(besides: subject, aspects) }
    aspects = Array(aspects.prefix(Self.mostAspects))
    let verb = verb(title.bytes.span, sentences, article.normalized.bytes.span)
    while !aspects.isEmpty {
      let line = Self.join(subject, aspects, cues.aspectNouns) + verb
      let bytes = Array(line.utf8)
      guard ExcerptForm.isBalanced(bytes.span), !ExcerptForm.hasMarkup(bytes.span) else { return nil }
      if line.count <= limit { return line }
      aspects.removeLast()
    }
    return nil
  }

  private static func join(_ subject: String, _ aspects: [String], _ aspectNouns: Set<String>) -> String {
    let rest = aspects.dropFirst().joined(separator: "・")
    guard aspectNouns.contains(aspects[0]) else {
      return subject + (aspects.count == 1 ? "と" : "と、") + aspects.joined(separator: "・")
    }
    return subject + "の" + aspects[0] + (rest.isEmpty ? "" : "と、" + rest)
  }

  /// The noun phrase of the title with the weightiest terms, with the name that stands before it.
  private func subject(
    _ title: Span<UInt8>, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable
  ) -> String? {
    var best: (text: String, weight: Double)?
    var first: (text: String, isName: Bool)?
    for phrase in NounPhrases.phrases(in: 0..<table.count, title, table, lexemes) {
      let text = title.string(withoutYear(phrase, table, lexemes))
      guard Self.subjectLengths.contains(text.count) else { continue }
      if phrase.morphemes.lowerBound == 0, phrase.isSimple, isFollowedByComma(phrase, table, lexemes) {
        first = (text, isName(phrase, table, lexemes))
        continue
      }
      let weight =
        terms.terms.reduce(0) { $0 + (text.contains($1.term) ? $1.score : 0) }
        + Self.characterWeight * Double(text.count)
      if weight > (best?.weight ?? 0) { best = (text, weight) }
    }
    guard let first else { return best?.text }
    guard let best, !best.text.contains(first.text),
      first.text.count + best.text.count < Self.subjectLengths.upperBound
    else { return first.text }
    return first.text + (first.isName ? "の" : "、") + best.text
  }

  /// The bytes of a phrase without the year that titles begin with.
  private func withoutYear(
    _ phrase: NounPhrases.Phrase, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable
  ) -> Range<Int> {
    var index = phrase.morphemes.lowerBound
    while index < phrase.morphemes.upperBound, lexemes.partsOfSpeech[Int(table.lexemes[index])] == .numeral {
      index += 1
    }
    guard index > phrase.morphemes.lowerBound, index + 1 < phrase.morphemes.upperBound,
      lexemes.surface(of: table.lexemes[index]) == "年"
    else { return phrase.range }
    return Int(table.starts[index + 1])..<phrase.range.upperBound
  }

  private func isFollowedByComma(
    _ phrase: NounPhrases.Phrase, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable
  ) -> Bool {
    let next = phrase.morphemes.upperBound
    return next < table.count && lexemes.partsOfSpeech[Int(table.lexemes[next])] == .comma
  }

  private func isName(
    _ phrase: NounPhrases.Phrase, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable
  ) -> Bool {
    phrase.morphemes.contains { lexemes.partsOfSpeech[Int(table.lexemes[$0])].isProperNoun }
  }

  private func headingAspects(
    besides subject: String, _ sentences: [SummarySentence], _ article: ArticleDraft, _ table: borrowing MorphemeTable,
    _ lexemes: borrowing LexemeTable
  ) -> [String] {
    let text = article.normalized.bytes.span
    var aspects: [String] = []
    for sentence in sentences where sentence.block == .heading && aspects.count < Self.mostAspects {
      let heading = text.string(sentence.normalized.offsets)
      guard !cues.genericHeadings.contains(where: heading.hasPrefix) else { continue }
      let phrases = NounPhrases.phrases(in: table.morphemes(ofSentence: sentence.order), text, table, lexemes)
      guard let phrase = phrases.max(by: { $0.range.count < $1.range.count }) else { continue }
      let aspect = text.string(phrase.range)
      guard Double(aspect.count) >= Self.leastHeadingShare * Double(heading.count) else { continue }
      if isNew(aspect, besides: subject, aspects) { aspects.append(aspect) }
    }
    return aspects
  }

  /// Compounds and names; single nouns, 技術 or 企業, say nothing of an article, and are taken where there is nothing else.
  private func termAspects(besides subject: String, _ known: [String]) -> [String] {
    let telling = termAspects([.compound, .properNoun], besides: subject, known)
    return known.isEmpty && telling.isEmpty ? termAspects([.noun], besides: subject, known) : telling
  }

  private func termAspects(_ kinds: [Term.Kind], besides subject: String, _ known: [String]) -> [String] {
    var aspects: [String] = []
    for term in terms.terms where kinds.contains(term.kind) && term.count > 1 {
      if isNew(term.term, besides: subject, known + aspects) { aspects.append(term.term) }
      if known.count + aspects.count == Self.mostAspects { break }
    }
    return aspects
  }

  private func isNew(_ aspect: String, besides subject: String, _ known: [String]) -> Bool {
    guard let start = aspect.unicodeScalars.first, Script(start.value) != .digit,
      !cues.pointsBack(at: 0, in: Array(aspect.utf8).span)
    else { return false }
    return Self.aspectLengths.contains(aspect.count) && !subject.contains(aspect) && !aspect.contains(subject)
      && !known.contains { $0.contains(aspect) || aspect.contains($0) }
      && aspect.unicodeScalars.contains { !Script($0.value).isDigitOrOther }
  }

  /// What the article says it does, in its title or where it announces what it is going to say, as an ending of the
  /// line: を解説; について where it does not say.
  private func verb(_ title: Span<UInt8>, _ sentences: [SummarySentence], _ text: Span<UInt8>) -> String {
    for verb in cues.genreVerbs {
      let bytes = Array(verb.utf8)
      let announces = sentences.contains {
        $0.cues.contains(.announcement) && Self.holds(text.extracting($0.normalized.offsets), bytes)
      }
      if announces || Self.holds(title, bytes) { return "を" + verb }
    }
    return "について"
  }

  private static func holds(_ text: Span<UInt8>, _ word: [UInt8]) -> Bool {
    for start in 0..<max(0, text.count - word.count + 1)
    where PhraseGroups.matches(word.span, 0, word.count, text, start) {
      return true
    }
    return false
  }
}

extension Script {
  fileprivate var isDigitOrOther: Bool { self == .digit || self == .other || self == .space }
}
