internal import Foundation
import ArticleSource
import Normalization
import Annotation
import Morphology
import TextCore

/// Weighs the sentences of an article as parts of a summary.
struct SentenceWeigher {
  private typealias Weights = SentenceWeights

  /// Where a walk starts: the share of the opening, falling over the sentences, against the terms of the title.
  private static let openingBias = 0.3
  private static let openingBiasDecay = 4.0
  /// The least bias of a sentence, so that each takes part.
  private static let leastBias = 1e-6
  /// What a term of a heading adds to the bias, against one of the title.
  private static let headingShare = 0.1

  let cues: CuePhrases
  let isReview: Bool

  /// Cues of sentences that say nothing about the subject.
  private static let empty: SentenceCues = [.vague, .talk, .personal]

  /// Reads the wording of the sentences, and counts the places of those that say something.
  func readWording(
    _ sentences: inout [SummarySentence], _ normalized: Span<UInt8>, _ table: borrowing MorphemeTable,
    _ lexemes: borrowing LexemeTable, _ memo: inout WordingMemo
  ) {
    var place = 0
    for index in sentences.indices {
      let order = sentences[index].order
      // What line breaks cut and was joined again is another text than the segmenter's.
      let serial = sentences[index].isJoined || order >= table.sentenceCount ? 0 : table.sentenceSerials[order]
      if let known = memo.wording(ofSentence: serial) {
        sentences[index].wording = known
      } else {
        sentences[index].wording = wording(sentences[index], normalized, table, lexemes)
        memo.store(sentences[index].wording, sentence: serial)
      }
      sentences[index].cues = sentences[index].wording.cues
      if sentences[index].ending == .chatty { sentences[index].cues.insert(.talk) }
      sentences[index].place = place
      if sentences[index].block == .paragraph, sentences[index].isFit,
        sentences[index].cues.isDisjoint(with: Self.empty)
      {
        place += 1
      }
    }
  }

  private func wording(
    _ sentence: SummarySentence, _ normalized: Span<UInt8>, _ table: borrowing MorphemeTable,
    _ lexemes: borrowing LexemeTable
  ) -> SentenceWording {
    let text = normalized.extracting(sentence.normalized.offsets)
    var wording = SentenceWording()
    var head = cues.head(of: text)
    if head.length == 0, !sentence.isJoined {
      let word = LeadingWord(ofSentence: sentence.order, normalized, cues, table, lexemes)
      head = word.head
      if word.isCall { wording.cues.insert(.filler) }
    }
    if head.length < text.count { wording.head = head }
    wording.cues.formUnion(cues.cues(of: text, from: wording.head.length))
    if wording.head.length > 0 {
      // What a connective such as 正直なところ、 leads in is an aside without it, too, and まず、 leads on.
      wording.cues.formUnion(cues.cues(of: text).intersection([.aside, .opener]))
    }
    wording.isDefinition = SentenceShape.isDefinition(text)
    wording.hasFigure = SentenceShape.hasFigure(text)
    wording.names = names(in: sentence.order, table, lexemes)
    if wording.cues.contains(.demonstrative), pointsBackInside(sentence.order, normalized, table, lexemes) {
      wording.cues.insert(.pronoun)
    }
    return wording
  }

  /// Weighs the sentences.
  /// - Complexity: O(*n*) in sentences and places of terms.
  func weigh(
    _ sentences: inout [SummarySentence], terms: TermOccurrences, titleTerms: [Bool]
  ) {
    let titleWeights = Self.titleWeights(sentences, terms, titleTerms)
    let centralities = SentenceCentrality.centralities(terms, bias: Self.bias(sentences, terms, titleWeights))
    let titleHasTerms = titleTerms.contains(true)
    let judging = judgingBlocks(sentences)
    for index in sentences.indices where sentences[index].block != .heading {
      let sentence = sentences[index]
      let hasTitleTerm = titleWeights[index] > 0 || isReview && sentence.cues.contains(.work)
      var merits = SentenceMerits()
      merits.position = position(sentence, isJudged: !judging.isEmpty)
      merits.centrality = Weights.centrality * centralities[index]
      let judges = judging.contains(sentence.blockIndex) && sentence.isClosing
      merits.substance = substance(sentence, isOfTitle: hasTitleTerm || judges)
      merits.substance += Weights.name * Double(sentence.wording.names)
      merits.wording = wording(sentence, hasTitleTerm: hasTitleTerm)
      sentences[index].merits = merits
      sentences[index].isBesideTitle = titleHasTerms && !hasTitleTerm && !judges
    }
  }

  private func position(_ sentence: SummarySentence, isJudged: Bool) -> Double {
    guard sentence.block == .paragraph else { return 0 }
    var position = Weights.lead * exp(-Double(sentence.place) / Weights.leadDecay)
    if sentence.isOpening, sentence.place < Weights.openingLength { position += Weights.opening }
    return isReview ? position * (isJudged ? Weights.judgedPosition : Weights.reviewPosition) : position
  }

  private func substance(_ sentence: SummarySentence, isOfTitle: Bool) -> Double {
    var substance = 0.0
    if isOfTitle, sentence.wording.isDefinition { substance += Weights.definition }
    if sentence.cues.contains(.gist) { substance += Weights.gist }
    if sentence.wording.hasFigure { substance += Weights.figure }
    if isReview, sentence.isClosing { substance += isOfTitle ? Weights.closing : Weights.closingBesideTitle }
    if sentence.cues.contains(.verdict) {
      substance += isReview && sentence.isClosing ? Weights.closingVerdict : Weights.verdict
    }
    return substance
  }

  /// The blocks where a review closes with a judgement: they need not name again what is judged.
  private func judgingBlocks(_ sentences: [SummarySentence]) -> Set<Int> {
    isReview ? Set(sentences.filter(\.closesWithVerdict).map(\.blockIndex)) : []
  }

  private func wording(_ sentence: SummarySentence, hasTitleTerm: Bool) -> Double {
    var wording = 0.0
    if sentence.cues.contains(.talk) { wording += Weights.talk }
    if sentence.cues.contains(.personal) { wording += Weights.personal }
    if sentence.cues.contains(.hedged) { wording += Weights.hedged }
    if sentence.cues.contains(.vague) { wording += hasTitleTerm ? Weights.concreteVague : Weights.vague }
    if sentence.cues.contains(.announcement) {
      wording += hasTitleTerm ? Weights.concreteAnnouncement : Weights.announcement
    }
    if !sentence.isFit { wording += Weights.unfit }
    // Three bytes a character: exact for Japanese, and good enough for a weight.
    let length = sentence.normalized.count / 3
    if length < Weights.shortLength {
      wording += Weights.short * Double(Weights.shortLength - length) / Double(Weights.shortLength)
    }
    return wording
  }

  private func names(in order: Int, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable) -> Int {
    guard order < table.sentenceCount else { return 0 }
    var count = 0
    for index in table.morphemes(ofSentence: order)
    where lexemes.partsOfSpeech[Int(table.lexemes[index])].isProperNoun && !lexemes.isUnknown[Int(table.lexemes[index])]
    {
      count += 1
      if count == Weights.mostNames { break }
    }
    return count
  }

  /// For each sentence, the summed score of its distinct terms that stand in the title.
  private static func titleWeights(
    _ sentences: [SummarySentence], _ terms: TermOccurrences, _ isInTitle: [Bool]
  ) -> [Double] {
    var weights = [Double](repeating: 0, count: sentences.count)
    var lastSentence = [Int](repeating: -1, count: isInTitle.count)
    for place in terms.places where isInTitle[place.term] && place.sentence < sentences.count {
      guard lastSentence[place.term] != place.sentence else { continue }
      lastSentence[place.term] = place.sentence
      weights[place.sentence] += terms.terms[place.term].score
    }
    return weights
  }

  /// Where walks between sentences start: at the opening, and at sentences with terms of the title and of headings.
  private static func bias(
    _ sentences: [SummarySentence], _ terms: TermOccurrences, _ titleWeights: [Double]
  ) -> [Double] {
    var isInHeading = [Bool](repeating: false, count: terms.terms.count)
    for place in terms.places where place.sentence < sentences.count && sentences[place.sentence].block == .heading {
      isInHeading[place.term] = true
    }
    var bias = [Double](repeating: 0, count: sentences.count)
    var body = 0
    for index in sentences.indices where sentences[index].block != .heading {
      bias[index] = leastBias + openingBias / (1 + Double(body) / openingBiasDecay) + titleWeights[index]
      body += 1
    }
    for place in terms.places where place.sentence < sentences.count && isInHeading[place.term] {
      if bias[place.sentence] > 0 { bias[place.sentence] += headingShare * terms.terms[place.term].score }
    }
    return bias
  }
}
