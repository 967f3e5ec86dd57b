package import Morphology
package import TextCore

/// What a judgement is about: a noun phrase of its sentence.
package struct AspectMention: Equatable, Sendable {
  /// Where the noun phrase lies in the normalized text.
  package var range: ByteRange<NormalizedSpace>
  /// The entity that it names, an index of the article's entities; -1 for none.
  package var entity: Int
  /// The judgement, an index of the findings' cues.
  package var cue: Int
}

/// Finds what judgements are about.
///
/// A judgement is about the noun that it describes (*使いやすい画面*), about the thing whose growth it judges
/// (*売上が落ち込む*), or about the nearest noun before it that is marked as subject or topic (*画面が見やすい*).
package enum AspectFinder {
  /// How far before a judgement its noun may stand, in morphemes.
  private static let reach = 24
  /// The weakest judgement that says something of a thing.
  private static let weakest: Float = 0.1

  /// Finds the nouns, one for each judgement that has one.
  /// - Parameter mentions: The named entities, in the order of the text; `nil` where they were not looked for. Where they
  ///   were, only they are judged: the one that the noun phrase names, or the nearest one before the judgement that is
  ///   marked as subject or topic.
  /// - Complexity: O(*c* + *m*) in cues and mentions; of a sentence's mentions the last ones before a cue are looked at.
  package static func find(
    _ findings: SentimentFindings, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable,
    mentions: [EntityMention]?
  ) -> [AspectMention] {
    let subject = lexemes.vocabulary.id(of: subjectParticle.span)
    var found: [AspectMention] = []
    found.reserveCapacity(findings.cues.count)
    var mention = 0
    for (index, cue) in findings.cues.enumerated() where abs(cue.value) >= weakest {
      let sentence = table.morphemes(ofSentence: cue.sentence)
      let noun = noun(of: cue, sentence, subject, table, lexemes)
      guard let mentions else {
        if let noun { found.append(AspectMention(range: table.range(of: noun), entity: -1, cue: index)) }
        continue
      }
      while mention < mentions.count,
        mentions[mention].sentence < cue.sentence
          || mentions[mention].sentence == cue.sentence
            && mentions[mention].morphemes.upperBound + reach < cue.morphemes.lowerBound
      {
        mention += 1
      }
      var named: EntityMention?
      var next = mention
      while next < mentions.count, mentions[next].sentence == cue.sentence,
        mentions[next].morphemes.lowerBound < cue.morphemes.upperBound + reach
      {
        let candidate = mentions[next]
        next += 1
        // The noun phrase itself, or whose it is: ソニーの売上.
        let isOwner = noun.map { candidate.morphemes.upperBound + 1 == $0.lowerBound } ?? false
        if let noun, candidate.morphemes.overlaps(noun) || isOwner {
          named = candidate
          break
        }
        let isBefore = candidate.morphemes.upperBound <= cue.morphemes.lowerBound
        if isBefore, isMark(candidate.morphemes.upperBound, sentence, subject, table, lexemes) { named = candidate }
      }
      if let named { found.append(AspectMention(range: named.range, entity: named.entity, cue: index)) }
    }
    return found
  }

  /// Whether the morpheme marks a subject or a topic.
  /// - Parameter subject: The number of が in the vocabulary.
  @inline(__always)
  private static func isMark(
    _ index: Int, _ sentence: Range<Int>, _ subject: UInt32?, _ table: borrowing MorphemeTable,
    _ lexemes: borrowing LexemeTable
  ) -> Bool {
    guard sentence.contains(index) else { return false }
    let lexeme = Int(table.lexemes[index])
    switch lexemes.partsOfSpeech[lexeme] {
    case .bindingParticle: return true
    case .caseParticle: return lexemes.surfaces[lexeme] == subject
    default: return false
    }
  }

  /// The bytes of が.
  private static let subjectParticle = Array("が".utf8)

  private static func noun(
    of cue: SentimentFindings.Cue, _ sentence: Range<Int>, _ subject: UInt32?, _ table: borrowing MorphemeTable,
    _ lexemes: borrowing LexemeTable
  ) -> Range<Int>? {
    func part(_ index: Int) -> PartOfSpeech { lexemes.partsOfSpeech[Int(table.lexemes[index])] }
    // A thing and its growth.
    let first = cue.thing ?? cue.morphemes.lowerBound
    if cue.thing != nil { return phrase(around: first, sentence, table, lexemes) }
    if !cue.rules.isDisjoint(with: [.increase, .decrease, .removal]), cue.morphemes.count > 1, isNoun(part(first)) {
      return phrase(around: first, sentence, table, lexemes)
    }
    // A phrase of a noun and what is said of it: 音質が悪い.
    if cue.morphemes.count > 2, isNoun(part(first)), isMark(first + 1, sentence, subject, table, lexemes) {
      return phrase(around: first, sentence, table, lexemes)
    }
    // A noun right behind an attributive form.
    let next = cue.morphemes.upperBound
    let last = cue.morphemes.upperBound - 1
    if next < sentence.upperBound, isNoun(part(next)), part(last) == .adjective || part(last) == .verb {
      return phrase(around: next, sentence, table, lexemes)
    }
    if next + 1 < sentence.upperBound, part(next) == .auxiliary, isNoun(part(next + 1)) {
      return phrase(around: next + 1, sentence, table, lexemes)
    }
    // The nearest subject or topic before it.
    var index = first - 1
    let end = max(sentence.lowerBound, first - reach - 1)
    while true {
      index = lastParticle(atOrBefore: index, behind: end, table, lexemes)
      guard index > end else { return nil }
      if isMark(index, sentence, subject, table, lexemes), isNoun(part(index - 1)) {
        return phrase(around: index - 1, sentence, table, lexemes)
      }
      index -= 1
    }
  }

  /// The last particle that may mark a subject or a topic; `end` where none stands behind that.
  @inline(__always)
  private static func lastParticle(
    atOrBefore index: Int, behind end: Int, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable
  ) -> Int {
    table.lexemes.withUnsafeBufferPointer { ids in
      lexemes.partsOfSpeech.withUnsafeBufferPointer { parts in
        var index = index
        // SAFETY: both are places of the sentence, and all lexemes of the table are known.
        while index > end {
          let part = parts[Int(ids[index])]
          if part == .bindingParticle || part == .caseParticle { return index }
          index -= 1
        }
        return end
      }
    }
  }

  /// The run of nouns around a morpheme, without a space between.
  private static func phrase(
    around index: Int, _ sentence: Range<Int>, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable
  ) -> Range<Int> {
    func isPart(_ index: Int) -> Bool {
      let part = lexemes.partsOfSpeech[Int(table.lexemes[index])]
      return isNoun(part) || part == .nounSuffix || part == .prefix || part == .numeral
    }
    var lower = index
    var upper = index + 1
    while lower > sentence.lowerBound, index - lower < reach, isPart(lower - 1),
      table.ends[lower - 1] == table.starts[lower]
    {
      lower -= 1
    }
    while upper < sentence.upperBound, upper - index < reach, isPart(upper),
      table.ends[upper - 1] == table.starts[upper]
    {
      upper += 1
    }
    return lower..<upper
  }

  private static func isNoun(_ part: PartOfSpeech) -> Bool {
    part.isContentNoun && part != .adverbialNoun && part != .adjectivalNoun
  }
}
