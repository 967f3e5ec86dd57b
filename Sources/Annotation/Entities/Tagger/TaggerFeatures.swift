/// The features of the tagger: the same for training and for use.
///
/// What one lexeme says in one role is summed once for each lexeme (`LexemeScores`): at its distance from the morpheme
/// to label, in the sentence's bag of words, at an end of a run of nouns or behind one. What more than one morpheme say
/// is made for each place (`context`, in `TaggerFeatures+Context.swift`). Templates are numbered; numbers must never be
/// used for something else without raising `TaggerModel.version`.
enum TaggerFeatures {
  /// The distances at which a lexeme speaks: two before to two after.
  static let distances = -2...2

  /// The features of a lexeme that stands at `distance` from the morpheme to label.
  static func lexeme(
    _ traits: LexemeTraits, at distance: Int, _ classes: WordClasses, into keys: inout some FeatureList & ~Copyable
  ) {
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

  /// What a lexeme at `distance` says for a closer look at a morpheme (`NameGate`): fewer features, since this is asked
  /// of nearly every lexeme.
  static func gate(
    _ traits: LexemeTraits, at distance: Int, _ classes: WordClasses, into keys: inout some FeatureList & ~Copyable
  ) {
    let base = UInt64(2_000 + 100 * (distance + 3))
    func add(_ template: UInt64, _ value: UInt64) { keys.append(FeatureHash.key(base + template, value)) }
    add(1, traits.surface)
    keys.append(FeatureHash.key(base + 3, traits.partOfSpeech, traits.isUnknown))
    traits.forEachClass(of: classes) { add(60, $0) }
    guard distance.magnitude <= 1 else { return }
    add(4, traits.shape)
    add(7, traits.lastCharacter)
    add(8, traits.firstCharacter)
    guard distance == 0 else { return }
    add(5, traits.baseForm)
    if traits.firstTwo != 0 {
      add(9, traits.firstTwo)
      add(10, traits.lastTwo)
    }
    keys.append(FeatureHash.key(base + 13, traits.length, traits.kind))
  }

  /// The feature of a lexeme that stands anywhere in the sentence, for a morpheme that ends in a kanji or not.
  static func bag(_ traits: LexemeTraits, isHan: Bool, into keys: inout some FeatureList & ~Copyable) {
    keys.append(FeatureHash.key(1_300, isHan ? 1 : 0, traits.baseForm))
  }

  /// The feature that every morpheme has.
  static func bias(into keys: inout some FeatureList & ~Copyable) { keys.append(TaggerModel.biasFeature) }

  /// The features of the last lexeme of the run of nouns that a morpheme stands in.
  /// - Parameter isBefore: Whether the morpheme stands before it.
  static func runEnd(
    _ last: LexemeTraits, isBefore: Bool, _ classes: WordClasses, into keys: inout some FeatureList & ~Copyable
  ) {
    let isInside: UInt64 = isBefore ? 1 : 0
    keys.append(FeatureHash.key(1_101, last.surface, isInside))
    keys.append(FeatureHash.key(1_102, last.lastCharacter, isInside))
    keys.append(FeatureHash.key(1_103, last.lastTwo, isInside))
    last.forEachClass(of: classes) { keys.append(FeatureHash.key(1_180, isInside, $0)) }
  }

  /// The feature of the first lexeme of the run of nouns that a morpheme stands in.
  /// - Parameter isBehind: Whether the morpheme stands behind it.
  static func runStart(_ first: LexemeTraits, isBehind: Bool, into keys: inout some FeatureList & ~Copyable) {
    keys.append(FeatureHash.key(1_105, first.surface, isBehind ? 1 : 0))
  }

  /// The feature of the lexeme behind the run of nouns that a morpheme stands in.
  /// - Parameter distance: How many morphemes of the run stand between, at most `farthest`.
  static func behindRun(_ after: LexemeTraits, distance: Int, into keys: inout some FeatureList & ~Copyable) {
    keys.append(FeatureHash.key(1_107, after.surface, UInt64(distance)))
  }

  /// The distance from a run's end that greater ones count as.
  static let farthest = 4

  /// The feature of the lexeme before the run of nouns that a morpheme stands in.
  /// - Parameter distance: How many morphemes of the run stand between, at most `farthestBack`.
  static func beforeRun(_ before: LexemeTraits, distance: Int, into keys: inout some FeatureList & ~Copyable) {
    keys.append(FeatureHash.key(1_108, before.surface, UInt64(distance)))
  }

  /// The distance from a run's start that greater ones count as.
  static let farthestBack = 3

  /// The number that stands for a morpheme of which neither the gazetteer nor the values say anything.
  static let untagged: UInt64 = 0

  /// The features of the lexeme behind a morpheme with a tag.
  static func behindTagged(
    _ after: LexemeTraits, _ tag: UInt64, _ classes: WordClasses, into keys: inout some FeatureList & ~Copyable
  ) {
    keys.append(FeatureHash.key(5_011, tag, after.surface))
    after.forEachClass(of: classes) { keys.append(FeatureHash.key(5_013, tag, $0)) }
  }

  /// The features of the lexeme before a morpheme with a tag.
  static func beforeTagged(
    _ before: LexemeTraits, _ tag: UInt64, _ classes: WordClasses, into keys: inout some FeatureList & ~Copyable
  ) {
    keys.append(FeatureHash.key(5_012, tag, before.surface))
    before.forEachClass(of: classes) { keys.append(FeatureHash.key(5_014, tag, $0)) }
  }

  /// The features of a part of speech at a place outside of brackets.
  static func outsideBrackets(_ partOfSpeech: UInt64, into keys: inout some FeatureList & ~Copyable) {
    keys.append(FeatureHash.key(1_202, 0))
    keys.append(FeatureHash.key(1_201, 0, partOfSpeech))
  }

  /// The feature of a part of speech of which neither the gazetteer nor the values say anything.
  static func untagged(_ partOfSpeech: UInt64, into keys: inout some FeatureList & ~Copyable) {
    keys.append(FeatureHash.key(5_010, untagged, partOfSpeech))
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
