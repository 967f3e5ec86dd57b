/// The features of the tagger: the same for training and for use.
///
/// Features of one lexeme at one distance are summed once for each lexeme (`lexeme`, `bag`); features of more than one
/// morpheme, of runs of nouns, brackets and the gazetteer are made for each place (`context`). Templates are numbered;
/// numbers must never be used for something else without raising `TaggerModel.version`.
enum TaggerFeatures {
  /// The distances at which a lexeme speaks: two before to two after.
  static let distances = -2...2

  /// The features of a lexeme that stands at `distance` from the morpheme to label.
  static func lexeme(_ traits: LexemeTraits, at distance: Int, _ classes: WordClasses, into keys: inout [UInt32]) {
    let base = UInt64(100 * (distance + 3))
    func add(_ template: UInt64, _ value: UInt64) { keys.append(FeatureHash.key(base + template, value)) }
    add(1, traits.surface)
    add(2, traits.partOfSpeech)
    keys.append(FeatureHash.key(base + 3, traits.partOfSpeech, traits.isUnknown))
    add(4, traits.shape)
    add(5, traits.baseForm)
    keys.append(FeatureHash.key(base + 6, traits.surface, traits.partOfSpeech))
    add(7, traits.lastCharacter)
    if distance.magnitude <= 1 {
      add(8, traits.firstCharacter)
      if traits.firstTwo != 0 {
        add(9, traits.firstTwo)
        add(10, traits.lastTwo)
      }
      if traits.firstThree != 0 {
        add(11, traits.firstThree)
        add(12, traits.lastThree)
      }
      keys.append(FeatureHash.key(base + 13, traits.length, traits.kind))
      keys.append(FeatureHash.key(base + 14, traits.shape, traits.partOfSpeech))
    }
    traits.forEachClass(of: classes) { add(60, $0) }
  }

  /// The feature of a lexeme that stands anywhere in the sentence, for a morpheme that ends in a kanji or not.
  static func bag(_ traits: LexemeTraits, isHan: Bool, into keys: inout [UInt32]) {
    keys.append(FeatureHash.key(1_300, isHan ? 1 : 0, traits.baseForm))
  }

  /// The feature that every morpheme has.
  static func bias(into keys: inout [UInt32]) { keys.append(TaggerModel.biasFeature) }

  /// The features of the morpheme at `index` that more than one lexeme make.
  static func context(
    _ index: Int, of sentence: borrowing TaggerSentence, _ table: LexemeTraitsTable, into keys: inout [UInt32]
  ) {
    func traits(_ place: Int) -> LexemeTraits {
      place >= 0 && place < sentence.count ? table[sentence.lexemes[place]] : .boundary
    }
    let two = traits(index - 2)
    let before = traits(index - 1)
    let here = traits(index)
    let after = traits(index + 1)
    let afterTwo = traits(index + 2)
    pairs(before, here, after, into: &keys)
    classPairs(two, before, here, after, afterTwo, table.classes, into: &keys)
    run(index, of: sentence, table, here, into: &keys)
    keys.append(FeatureHash.key(1_201, sentence.brackets[index], here.partOfSpeech))
    keys.append(FeatureHash.key(1_202, sentence.brackets[index]))
    names(index, of: sentence, before, here, after, table.classes, into: &keys)
  }

  /// Neighbours together: words, parts of speech, shapes, characters that meet. Words with parts of speech and pairs of
  /// shapes, which were here too, bought less than a point and cost a quarter of the tagger's time.
  private static func pairs(
    _ before: LexemeTraits, _ here: LexemeTraits, _ after: LexemeTraits, into keys: inout [UInt32]
  ) {
    func add(_ template: UInt64, _ first: UInt64, _ second: UInt64) {
      keys.append(FeatureHash.key(template, first, second))
    }
    add(1_001, before.surface, here.surface)
    add(1_002, here.surface, after.surface)
    add(1_004, before.partOfSpeech, here.partOfSpeech)
    add(1_005, here.partOfSpeech, after.partOfSpeech)
    keys.append(FeatureHash.key(1_006, before.partOfSpeech, here.partOfSpeech, after.partOfSpeech))
    keys.append(FeatureHash.key(1_011, before.shape, here.shape, after.shape))
    add(1_012, before.lastCharacter, here.firstCharacter)
    add(1_013, here.lastCharacter, after.firstCharacter)
  }

  /// Semantic classes of neighbours, with each other and with parts of speech.
  private static func classPairs(
    _ two: LexemeTraits, _ before: LexemeTraits, _ here: LexemeTraits, _ after: LexemeTraits, _ afterTwo: LexemeTraits,
    _ classes: WordClasses, into keys: inout [UInt32]
  ) {
    func add(_ template: UInt64, _ first: LexemeTraits, _ second: LexemeTraits) {
      guard first.classes != 0 || second.classes != 0 else { return }
      first.forEachClass(of: classes) { left in
        second.forEachClass(of: classes) { keys.append(FeatureHash.key(template, left, $0)) }
        keys.append(FeatureHash.key(template + 100, left, second.partOfSpeech))
      }
      second.forEachClass(of: classes) { keys.append(FeatureHash.key(template + 200, first.partOfSpeech, $0)) }
    }
    add(1_500, before, here)
    add(1_501, here, after)
    add(1_502, before, after)
    add(1_503, after, afterTwo)
    add(1_504, two, before)
  }

  /// The run of nouns that the morpheme stands in: how it begins and ends, and what stands around it.
  private static func run(
    _ index: Int, of sentence: borrowing TaggerSentence, _ table: LexemeTraitsTable, _ here: LexemeTraits,
    into keys: inout [UInt32]
  ) {
    func traits(_ place: Int) -> LexemeTraits {
      place >= 0 && place < sentence.count ? table[sentence.lexemes[place]] : .boundary
    }
    let end = sentence.runEnds[index]
    let start = sentence.runStarts[index]
    let last = traits(end)
    let first = traits(start)
    let after = traits(end + 1)
    let before = traits(start - 1)
    let toEnd = UInt64(min(end - index, 4))
    let toStart = UInt64(min(index - start, 3))
    let isInside: UInt64 = toEnd == 0 ? 0 : 1
    let isBehind: UInt64 = toStart == 0 ? 0 : 1
    keys.append(FeatureHash.key(1_101, last.surface, isInside))
    keys.append(FeatureHash.key(1_102, last.lastCharacter, isInside))
    keys.append(FeatureHash.key(1_103, last.lastTwo, isInside))
    keys.append(FeatureHash.key(1_104, last.partOfSpeech, toEnd, toStart))
    keys.append(FeatureHash.key(1_105, first.surface, isBehind))
    keys.append(FeatureHash.key(1_106, first.partOfSpeech, last.partOfSpeech, toStart))
    keys.append(FeatureHash.key(1_107, after.surface, toEnd))
    keys.append(FeatureHash.key(1_108, before.surface, toStart))
    keys.append(FeatureHash.key(1_109, last.surface, after.surface, isInside))
    keys.append(FeatureHash.key(1_110, after.surface, traits(end + 2).surface, isInside))
    keys.append(FeatureHash.key(1_111, before.surface, after.surface, last.lastCharacter))
    last.forEachClass(of: table.classes) { keys.append(FeatureHash.key(1_180, isInside, $0)) }
    after.forEachClass(of: table.classes) { keys.append(FeatureHash.key(1_181, isInside, $0)) }
    before.forEachClass(of: table.classes) { keys.append(FeatureHash.key(1_182, isBehind, $0)) }
  }

  /// What the gazetteer and the values say here and beside, alone and with what stands around.
  private static func names(
    _ index: Int, of sentence: borrowing TaggerSentence, _ before: LexemeTraits, _ here: LexemeTraits,
    _ after: LexemeTraits, _ classes: WordClasses, into keys: inout [UInt32]
  ) {
    for place in index - 1...index + 1 where place >= 0 && place < sentence.count {
      for tag in sentence.tagStarts[place]..<sentence.tagStarts[place + 1] {
        keys.append(FeatureHash.key(UInt64(5_001 + place - index), sentence.tags[tag]))
      }
    }
    func add(_ tag: UInt64) {
      keys.append(FeatureHash.key(5_010, tag, here.partOfSpeech))
      keys.append(FeatureHash.key(5_011, tag, after.surface))
      keys.append(FeatureHash.key(5_012, tag, before.surface))
      after.forEachClass(of: classes) { keys.append(FeatureHash.key(5_013, tag, $0)) }
      before.forEachClass(of: classes) { keys.append(FeatureHash.key(5_014, tag, $0)) }
    }
    let tags = sentence.tagStarts[index]..<sentence.tagStarts[index + 1]
    if tags.isEmpty { add(0) }
    for tag in tags { add(sentence.tags[tag] + 1) }
  }
}

extension LexemeTraits {
  /// Calls `body` with the number of each class's name.
  @inline(__always)
  func forEachClass(of table: WordClasses, _ body: (UInt64) -> Void) {
    var bits = classes
    while bits != 0 {
      body(table.names[bits.trailingZeroBitCount])
      bits &= bits - 1
    }
  }
}
