/// The features that more than one morpheme, brackets, the gazetteer and the values make, but for those of parts of speech
/// alone (`TaggerFeatures+Parts.swift`).
///
/// Templates that change nothing when they are left out at use are not made here
/// (Documentation/Decisions/0050); `TaggerTrainingFeatures+Places.swift` has them.
extension TaggerFeatures {
  /// Appends the features of the morpheme at `index` that are made for each place.
  static func context(
    _ index: Int, of sentence: borrowing TaggerSentence, _ table: LexemeTraitsTable,
    into keys: inout some FeatureList & ~Copyable
  ) {
    neighbours(index, of: sentence, table, into: &keys)
    run(index, of: sentence, table, into: &keys)
    let bracket = sentence.bracket(at: index)
    if bracket != 0 {
      keys.append(FeatureHash.key(1_201, bracket, table[sentence.lexemes[index]].partOfSpeech))
      keys.append(FeatureHash.key(1_202, bracket))
    }
    names(index, of: sentence, table, into: &keys)
  }

  /// Neighbours together: shapes, and characters that meet.
  private static func neighbours(
    _ index: Int, of sentence: borrowing TaggerSentence, _ table: LexemeTraitsTable,
    into keys: inout some FeatureList & ~Copyable
  ) {
    let before = table.traits(at: index - 1, of: sentence)
    let here = table.traits(at: index, of: sentence)
    let after = table.traits(at: index + 1, of: sentence)
    keys.append(FeatureHash.key(1_011, before.shape, here.shape, after.shape))
    keys.append(FeatureHash.key(1_012, before.lastCharacter, here.firstCharacter))
    keys.append(FeatureHash.key(1_013, here.lastCharacter, after.firstCharacter))
  }

  /// The neighbours of which the classes speak together: a template, and the distances of the two.
  static let pairs: [(template: UInt64, left: Int, right: Int)] = [
    (1_500, -1, 0), (1_501, 0, 1), (1_502, -1, 1), (1_503, 1, 2), (1_504, -2, -1),
  ]

  /// Semantic classes of two lexemes, with each other and with parts of speech.
  static func classPairs(
    _ template: UInt64, _ first: LexemeTraits, _ second: LexemeTraits, _ classes: WordClasses,
    into keys: inout some FeatureList & ~Copyable
  ) {
    guard first.classes | second.classes != 0 else { return }
    first.forEachClass(of: classes) { left in
      second.forEachClass(of: classes) { keys.append(FeatureHash.key(template, left, $0)) }
      keys.append(FeatureHash.key(template + 100, left, second.partOfSpeech))
    }
    second.forEachClass(of: classes) { keys.append(FeatureHash.key(template + 200, first.partOfSpeech, $0)) }
  }

  /// What stands around the run of nouns that the morpheme stands in.
  private static func run(
    _ index: Int, of sentence: borrowing TaggerSentence, _ table: LexemeTraitsTable,
    into keys: inout some FeatureList & ~Copyable
  ) {
    let end = sentence.runEnds[index]
    let start = sentence.runStarts[index]
    let lastCharacter = table[sentence.lexemes[end]].lastCharacter
    let before = table.traits(at: start - 1, of: sentence).surface
    let after = table.traits(at: end + 1, of: sentence).surface
    let afterNext = table.traits(at: end + 2, of: sentence).surface
    keys.append(FeatureHash.key(1_110, after, afterNext, end == index ? 0 : 1))
    keys.append(FeatureHash.key(1_111, before, after, lastCharacter))
  }

  /// What the gazetteer and the values say here and beside, alone and with what stands around.
  private static func names(
    _ index: Int, of sentence: borrowing TaggerSentence, _ table: LexemeTraitsTable,
    into keys: inout some FeatureList & ~Copyable
  ) {
    for place in index - 1...index + 1 where place >= 0 && place < sentence.count {
      for tag in sentence.tags(at: place) {
        keys.append(FeatureHash.key(UInt64(5_001 + place - index), sentence.tags[tag]))
      }
    }
    let tags = sentence.tags(at: index)
    guard !tags.isEmpty else { return }
    let partOfSpeech = table[sentence.lexemes[index]].partOfSpeech
    let before = table.traits(at: index - 1, of: sentence)
    let after = table.traits(at: index + 1, of: sentence)
    for place in tags {
      let tag = sentence.tags[place] + 1
      keys.append(FeatureHash.key(5_010, tag, partOfSpeech))
      behindTagged(after, tag, table.classes, into: &keys)
      beforeTagged(before, tag, table.classes, into: &keys)
    }
  }
}

extension LexemeTraitsTable {
  /// The traits of a morpheme of the sentence, or of what stands at its edge.
  @inline(__always)
  func traits(at place: Int, of sentence: borrowing TaggerSentence) -> LexemeTraits {
    place >= 0 && place < sentence.count ? traits[Int(sentence.lexemes[place])] : .boundary
  }
}
