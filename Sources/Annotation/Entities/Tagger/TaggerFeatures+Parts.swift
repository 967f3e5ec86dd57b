/// The features that parts of speech make alone. They come in few combinations, each of which is summed once
/// (`PartScores`).
extension TaggerFeatures {
  /// The parts of speech of a morpheme and its neighbours, with brackets and tags where there are none.
  struct PartsAround {
    private let before: UInt64
    private let here: UInt64
    private let after: UInt64
    private let isOutside: Bool
    private let isUntagged: Bool

    init(_ index: Int, of sentence: borrowing TaggerSentence, _ table: borrowing LexemeTraitsTable) {
      before = Self.part(index - 1, of: sentence, table)
      here = Self.part(index, of: sentence, table)
      after = Self.part(index + 1, of: sentence, table)
      isOutside = sentence.bracket(at: index) == 0
      isUntagged = sentence.tags(at: index).isEmpty
    }

    @inline(__always)
    private static func part(
      _ place: Int, of sentence: borrowing TaggerSentence, _ table: borrowing LexemeTraitsTable
    ) -> UInt64 {
      guard place >= 0, place < sentence.count else { return LexemeTraits.boundary.partOfSpeech }
      return UInt64(table.partsOfSpeech[Int(sentence.lexemes[place])])
    }

    /// A number for the combination: parts of speech, and 99 for the boundary, take seven bits.
    var number: UInt32 {
      let parts = UInt32(truncatingIfNeeded: before << 14 | here << 7 | after)
      return 1 << 31 | parts << 2 | (isOutside ? 2 : 0) | (isUntagged ? 1 : 0)
    }

    func features(into keys: inout some FeatureList & ~Copyable) {
      keys.append(FeatureHash.key(1_004, before, here))
      keys.append(FeatureHash.key(1_005, here, after))
      keys.append(FeatureHash.key(1_006, before, here, after))
      if isOutside { outsideBrackets(here, into: &keys) }
      if isUntagged { untagged(here, into: &keys) }
    }
  }

  /// The parts of speech that the run of nouns of a morpheme begins and ends with, and how far they are.
  struct PartsOfRun {
    private let first: UInt64
    private let last: UInt64
    private let toStart: UInt64
    private let toEnd: UInt64

    init(_ index: Int, of sentence: borrowing TaggerSentence, _ table: borrowing LexemeTraitsTable) {
      let (start, end) = (sentence.runStarts[index], sentence.runEnds[index])
      first = UInt64(table.partsOfSpeech[Int(sentence.lexemes[start])])
      last = UInt64(table.partsOfSpeech[Int(sentence.lexemes[end])])
      toEnd = UInt64(min(end - index, farthest))
      toStart = UInt64(min(index - start, farthestBack))
    }

    /// A number for the combination, told from those of `PartsAround` by its highest bits.
    var number: UInt32 {
      1 << 30 | UInt32(truncatingIfNeeded: first << 12 | last << 5 | toStart << 3 | toEnd)
    }

    func features(into keys: inout some FeatureList & ~Copyable) {
      keys.append(FeatureHash.key(1_104, last, toEnd, toStart))
      keys.append(FeatureHash.key(1_106, first, last, toStart))
    }
  }

  /// The features of a lexeme in one role (`LexemeScores.Role`).
  static func role(
    _ role: Int, of trait: LexemeTraits, _ classes: WordClasses, into keys: inout some FeatureList & ~Copyable
  ) {
    switch LexemeScores.Role(rawValue: role) {
    case .hanBag: bag(trait, isHan: true, into: &keys)
    case .bag: bag(trait, isHan: false, into: &keys)
    case .ends: runEnd(trait, isBefore: false, classes, into: &keys)
    case .endsLater: runEnd(trait, isBefore: true, classes, into: &keys)
    case .starts: runStart(trait, isBehind: false, into: &keys)
    case .startsEarlier: runStart(trait, isBehind: true, into: &keys)
    case .behindRun, .behindRun1, .behindRun2, .behindRun3, .behindRun4:
      behindRun(trait, distance: role - LexemeScores.Role.behindRun.rawValue, into: &keys)
    case .beforeRun, .beforeRun1, .beforeRun2, .beforeRun3:
      beforeRun(trait, distance: role - LexemeScores.Role.beforeRun.rawValue, into: &keys)
    case .behindUntagged: behindTagged(trait, untagged, classes, into: &keys)
    case .beforeUntagged: beforeTagged(trait, untagged, classes, into: &keys)
    case .twoBefore, .before, .here, .after, .twoAfter, nil:
      lexeme(trait, at: role + distances.lowerBound, classes, into: &keys)
    }
  }
}
