/// The features of a place for training, in the order that the shipped model was trained with: which features a round
/// leaves out at random goes by their order, and another order gives a model that differs by a point here and there.
///
/// What is used is made by `TaggerFeatures` in rows and at places; a test holds the two together. The five templates
/// marked as rivals are learned and not used: left out at use, nothing changes (decision 0050).
extension TaggerTrainingFeatures {
  /// Appends what neighbours, runs of nouns, brackets, the gazetteer and the values say of a morpheme.
  func addPlace(_ index: Int, _ keys: inout [UInt32]) {
    let before = traits.traits(at: index - 1, of: sentence)
    let here = traits.traits(at: index, of: sentence)
    let after = traits.traits(at: index + 1, of: sentence)
    keys.append(FeatureHash.key(1_001, before.surface, here.surface))  // rival
    keys.append(FeatureHash.key(1_002, here.surface, after.surface))  // rival
    keys.append(FeatureHash.key(1_004, before.partOfSpeech, here.partOfSpeech))
    keys.append(FeatureHash.key(1_005, here.partOfSpeech, after.partOfSpeech))
    keys.append(FeatureHash.key(1_006, before.partOfSpeech, here.partOfSpeech, after.partOfSpeech))
    keys.append(FeatureHash.key(1_011, before.shape, here.shape, after.shape))
    keys.append(FeatureHash.key(1_012, before.lastCharacter, here.firstCharacter))
    keys.append(FeatureHash.key(1_013, here.lastCharacter, after.firstCharacter))
    TaggerFeatures.classPairs(1_500, before, here, traits.classes, into: &keys)
    TaggerFeatures.classPairs(1_501, here, after, traits.classes, into: &keys)
    TaggerFeatures.classPairs(1_502, before, after, traits.classes, into: &keys)
    TaggerFeatures.classPairs(1_503, after, traits.traits(at: index + 2, of: sentence), traits.classes, into: &keys)
    TaggerFeatures.classPairs(1_504, traits.traits(at: index - 2, of: sentence), before, traits.classes, into: &keys)
    addRun(index, &keys)
    keys.append(FeatureHash.key(1_201, sentence.bracket(at: index), here.partOfSpeech))
    keys.append(FeatureHash.key(1_202, sentence.bracket(at: index)))
    addNames(index, before, here, after, &keys)
  }

  private func addRun(_ index: Int, _ keys: inout [UInt32]) {
    let (start, end) = (sentence.runStarts[index], sentence.runEnds[index])
    let last = traits.traits(at: end, of: sentence)
    let first = traits.traits(at: start, of: sentence)
    let after = traits.traits(at: end + 1, of: sentence)
    let before = traits.traits(at: start - 1, of: sentence)
    let toEnd = UInt64(min(end - index, TaggerFeatures.farthest))
    let toStart = UInt64(min(index - start, TaggerFeatures.farthestBack))
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
    keys.append(FeatureHash.key(1_109, last.surface, after.surface, isInside))  // rival
    keys.append(FeatureHash.key(1_110, after.surface, traits.traits(at: end + 2, of: sentence).surface, isInside))
    keys.append(FeatureHash.key(1_111, before.surface, after.surface, last.lastCharacter))
    last.forEachClass(of: traits.classes) { keys.append(FeatureHash.key(1_180, isInside, $0)) }
    after.forEachClass(of: traits.classes) { keys.append(FeatureHash.key(1_181, isInside, $0)) }  // rival
    before.forEachClass(of: traits.classes) { keys.append(FeatureHash.key(1_182, isBehind, $0)) }  // rival
  }

  private func addNames(
    _ index: Int, _ before: LexemeTraits, _ here: LexemeTraits, _ after: LexemeTraits, _ keys: inout [UInt32]
  ) {
    for place in index - 1...index + 1 where place >= 0 && place < sentence.count {
      for tag in sentence.tags(at: place) {
        keys.append(FeatureHash.key(UInt64(5_001 + place - index), sentence.tags[tag]))
      }
    }
    func add(_ tag: UInt64) {
      keys.append(FeatureHash.key(5_010, tag, here.partOfSpeech))
      keys.append(FeatureHash.key(5_011, tag, after.surface))
      keys.append(FeatureHash.key(5_012, tag, before.surface))
      after.forEachClass(of: traits.classes) { keys.append(FeatureHash.key(5_013, tag, $0)) }
      before.forEachClass(of: traits.classes) { keys.append(FeatureHash.key(5_014, tag, $0)) }
    }
    let tags = sentence.tags(at: index)
    if tags.isEmpty { add(TaggerFeatures.untagged) }
    for tag in tags { add(sentence.tags[tag] + 1) }
  }
}
