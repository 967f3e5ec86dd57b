import Annotation
import ArticleSource
import Morphology
import Normalization
import TextCore

extension ArticleDraft {
  /// The sentences as the summary sees them, with the headings they stand under.
  func summarySentences(
    _ sentences: [ByteRange<NormalizedSpace>], cues: CuePhrases, table: borrowing MorphemeTable,
    lexemes: borrowing LexemeTable
  ) -> [SummarySentence] {
    var results: [SummarySentence] = []
    results.reserveCapacity(sentences.count)
    var block = 0
    var section = 0
    var isClosing = false
    var countedHeading = -1
    let opening = openingSection
    for (order, sentence) in sentences.enumerated() {
      let range = normalized.map.sourceRange(of: sentence)
      while block + 1 < prose.blocks.count, prose.blocks[block].range.upperBound <= range.lowerBound { block += 1 }
      guard block < prose.blocks.count else { break }
      let kind = prose.blocks[block].kind
      if kind == .heading, countedHeading != block {
        countedHeading = block
        section += 1
        isClosing = cues.isClosing(heading: prose.bytes.span.extracting(prose.blocks[block].range.offsets))
      }
      let endsBlock = range.upperBound >= prose.blocks[block].range.upperBound
      results.append(
        SummarySentence(
          order: order, normalized: sentence, prose: range, block: kind, blockIndex: block, section: section,
          isOpening: section == opening, isClosing: isClosing, endsBlock: endsBlock,
          ending: ending(of: sentence, order, endsBlock: endsBlock, table, lexemes)))
    }
    markLastParagraphs(&results)
    readUnmarkedEndings(&results)
    markFragments(&results, table, lexemes)
    markForeign(&results)
    return results
  }

  /// Marks sentences in another script where most are Japanese: titles of pages, messages of programs.
  private func markForeign(_ sentences: inout [SummarySentence]) {
    let text = normalized.bytes.span
    var foreign: [Int] = []
    var japanese = 0
    for index in sentences.indices where sentences[index].block != .heading {
      if SentenceShape.isForeign(text.extracting(sentences[index].normalized.offsets)) {
        foreign.append(index)
      } else {
        japanese += 1
      }
    }
    guard japanese > foreign.count else { return }
    for index in foreign { sentences[index].isFragment = true }
  }

  /// The bytes of a line that was wrapped at its width, at least; shorter ones are addresses and verses.
  private static let wrappedLine = 60

  /// Joins sentences that line breaks cut, and marks what lacks its beginning: what follows a short line, and what
  /// begins with a particle since code was left out.
  private func markFragments(
    _ sentences: inout [SummarySentence], _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable
  ) {
    for index in sentences.indices where index < table.sentenceCount {
      if index > 0, sentences[index - 1].blockIndex == sentences[index].blockIndex,
        sentences[index - 1].ending == .open, sentences[index - 1].block == .paragraph
      {
        let before = sentences[index - 1]
        if before.normalized.count >= Self.wrappedLine, !before.isFragment {
          sentences[index].normalized = ByteRange(before.normalized.lowerBound, sentences[index].normalized.upperBound)
          sentences[index].prose = ByteRange(before.prose.lowerBound, sentences[index].prose.upperBound)
          sentences[index].isJoined = true
          continue
        }
        sentences[index].isFragment = true
      }
      if let first = table.morphemes(ofSentence: index).first {
        switch lexemes.partsOfSpeech[Int(table.lexemes[first])] {
        case .caseParticle, .bindingParticle, .adnominalParticle, .conjunctiveParticle, .adverbialParticle:
          sentences[index].isFragment = true
        default: break
        }
      }
    }
  }

  /// Takes predicates without a full stop for endings only where the article has most of its endings so: elsewhere they
  /// are titles of links and captions.
  private func readUnmarkedEndings(_ sentences: inout [SummarySentence]) {
    var unmarked = 0
    var marked = 0
    for sentence in sentences where sentence.block == .paragraph {
      if sentence.ending == .unmarked { unmarked += 1 }
      if sentence.ending == .marked { marked += 1 }
    }
    guard unmarked <= marked else { return }
    for index in sentences.indices where sentences[index].ending == .unmarked { sentences[index].ending = .open }
  }

  /// The number of headings before the first paragraph.
  private var openingSection: Int {
    var section = 0
    for block in prose.blocks {
      if block.kind == .paragraph { return section }
      if block.kind == .heading { section += 1 }
    }
    return 0
  }

  /// The sentences that may close an article without a heading that says so: its last tenth.
  private static let closingShare = 10

  /// The sentences of a paragraph that may close it besides those.
  private static let closingRest = 3

  private func markLastParagraphs(_ sentences: inout [SummarySentence]) {
    var first = max(0, sentences.count - max(2, sentences.count / Self.closingShare))
    let last = first
    while first > 0, last - first < Self.closingRest, last < sentences.count,
      sentences[first - 1].blockIndex == sentences[last].blockIndex
    { first -= 1 }
    for index in sentences.indices where index >= first { sentences[index].isClosing = true }
  }

  /// How a sentence ends: by its last mark, and by the last word before it.
  private func ending(
    of sentence: ByteRange<NormalizedSpace>, _ order: Int, endsBlock: Bool, _ table: borrowing MorphemeTable,
    _ lexemes: borrowing LexemeTable
  ) -> SummarySentence.Ending {
    guard order < table.sentenceCount else { return .open }
    let isMarked = ExcerptForm.endsAsSentence(normalized.bytes.span.extracting(sentence.offsets))
    guard isMarked || endsBlock else { return .open }
    let last = table.morphemes(ofSentence: order).last { !lexemes.partsOfSpeech[Int(table.lexemes[$0])].isSymbol }
    guard let last else { return .open }
    let lexeme = Int(table.lexemes[last])
    let mark = UTF8Scan.scalar(before: sentence.upperBound, in: normalized.bytes.span)?.value
    switch lexemes.partsOfSpeech[lexeme] {
    case _ where mark == Self.ellipsis || trailsOff(sentence): return .chatty
    case .finalParticle: return isMarked ? .chatty : .open
    case .caseParticle, .conjunctiveParticle, .bindingParticle, .adnominalParticle: return .open
    case .verb, .dependentVerb, .verbSuffix, .adjective, .dependentAdjective, .auxiliary:
      return isMarked ? .marked : lexemes.forms[lexeme] == .terminal ? .unmarked : .open
    // A noun with a bracket behind it is the name of something, a noun with a full stop a sentence.
    default: return isMarked && !Self.closingBrackets.contains(mark ?? 0) ? .marked : .open
    }
  }

  private static let ellipsis: UInt32 = 0x2026

  /// Whether a sentence ends with two full stops or more, as typed for an ellipsis.
  private func trailsOff(_ sentence: ByteRange<NormalizedSpace>) -> Bool {
    let bytes = normalized.bytes
    let end = sentence.upperBound
    return sentence.count > 1 && bytes[end - 1] == UInt8(ascii: ".") && bytes[end - 2] == UInt8(ascii: ".")
  }

  private static let closingBrackets: [UInt32] = [0x29, 0xFF09, 0x300D, 0x300F, 0x3011]

  /// For each term whether it stands in the title, byte for byte.
  func titleTerms(_ terms: TermOccurrences) -> [Bool] {
    guard let title else { return [Bool](repeating: false, count: terms.terms.count) }
    let bytes = Array(title.utf8)
    return terms.terms.map { Self.contains(bytes, $0.term) }
  }

  private static func contains(_ title: [UInt8], _ term: String) -> Bool {
    var term = term
    return term.withUTF8 { term in
      guard let first = term.first, term.count <= title.count else { return false }
      return title.withUnsafeBufferPointer { title in
        (0...title.count - term.count).contains { start in
          title[start] == first && title[start..<start + term.count].elementsEqual(term)
        }
      }
    }
  }
}
