package import Morphology
import TextCore

/// Makes all features of sentences one by one, for training: what the tagger sums at use comes here as a list.
package struct TaggerTrainingFeatures {
  private let gazetteer: Gazetteer
  private var traits: LexemeTraitsTable
  private var sentence = TaggerSentence()

  /// Creates a maker of features over what the tagger shares.
  package init(gazetteer: Gazetteer, classes: WordClasses) {
    self.gazetteer = gazetteer
    traits = LexemeTraitsTable(classes: classes, gazetteer: gazetteer)
  }

  /// Appends the features of each morpheme of a sentence, and where they end.
  package mutating func make(
    _ morphemes: Range<Int>, of table: borrowing MorphemeTable, lexemes: borrowing LexemeTable, text: Span<UInt8>,
    values: ArraySlice<ValueMention>, features: inout [UInt32], starts: inout [Int]
  ) {
    traits.update(lexemes)
    sentence.load(morphemes, of: table, text: text, traits: traits, gazetteer: gazetteer, values: values)
    sentence.complete(morphemes, of: table, traits: traits, gazetteer: gazetteer, values: values)
    for index in 0..<sentence.count where !sentence.hasRun(at: index) { sentence.findRun(around: index, traits) }
    var seen: Set<UInt64> = []
    let bag = sentence.lexemes.filter { traits[$0].isContent && seen.insert(traits[$0].baseForm).inserted }
    for index in 0..<sentence.count {
      TaggerFeatures.bias(into: &features)
      for distance in TaggerFeatures.distances {
        let place = index + distance
        let isInside = place >= 0 && place < sentence.count
        TaggerFeatures.lexeme(
          isInside ? traits[sentence.lexemes[place]] : .boundary, at: distance, traits.classes, into: &features)
      }
      addRoles(index, &features)
      TaggerFeatures.context(index, of: sentence, traits, into: &features)
      addRivals(index, &features)
      let here = traits[sentence.lexemes[index]]
      if here.isNominal {
        let isHan = here.kind == LexemeTraits.hanKind
        for lexeme in bag { TaggerFeatures.bag(traits[lexeme], isHan: isHan, into: &features) }
      }
      starts.append(features.count)
    }
  }

  /// Appends what single lexemes say in the roles that they have for a morpheme.
  private func addRoles(_ index: Int, _ features: inout [UInt32]) {
    let (start, end) = (sentence.runStarts[index], sentence.runEnds[index])
    let partOfSpeech = traits[sentence.lexemes[index]].partOfSpeech
    TaggerFeatures.runEnd(traits[sentence.lexemes[end]], isBefore: end > index, traits.classes, into: &features)
    TaggerFeatures.runStart(traits[sentence.lexemes[start]], isBehind: start < index, into: &features)
    TaggerFeatures.behindRun(
      traits.traits(at: end + 1, of: sentence), distance: min(end - index, TaggerFeatures.farthest), into: &features)
    TaggerFeatures.beforeRun(
      traits.traits(at: start - 1, of: sentence), distance: min(index - start, TaggerFeatures.farthestBack),
      into: &features)
    if sentence.bracket(at: index) == 0 { TaggerFeatures.outsideBrackets(partOfSpeech, into: &features) }
    guard sentence.tags(at: index).isEmpty else { return }
    TaggerFeatures.untagged(partOfSpeech, into: &features)
    let untagged = TaggerFeatures.untagged
    TaggerFeatures.behindTagged(traits.traits(at: index + 1, of: sentence), untagged, traits.classes, into: &features)
    TaggerFeatures.beforeTagged(traits.traits(at: index - 1, of: sentence), untagged, traits.classes, into: &features)
  }

  /// Appends features that are learned and not used: what pairs of words and classes beside a run say.
  ///
  /// They take up what is peculiar to a sentence, so that other features keep what is common: left out at use, nothing
  /// changes; left out of the training, the names of gsd-dev lose a point and a half (decision 0050).
  private func addRivals(_ index: Int, _ features: inout [UInt32]) {
    let (start, end) = (sentence.runStarts[index], sentence.runEnds[index])
    let here = traits[sentence.lexemes[index]].surface
    let after = traits.traits(at: end + 1, of: sentence)
    features.append(FeatureHash.key(1_001, traits.traits(at: index - 1, of: sentence).surface, here))
    features.append(FeatureHash.key(1_002, here, traits.traits(at: index + 1, of: sentence).surface))
    let isInside: UInt64 = end > index ? 1 : 0
    features.append(FeatureHash.key(1_109, traits[sentence.lexemes[end]].surface, after.surface, isInside))
    after.forEachClass(of: traits.classes) { features.append(FeatureHash.key(1_181, isInside, $0)) }
    let isBehind: UInt64 = start < index ? 1 : 0
    let before = traits.traits(at: start - 1, of: sentence)
    before.forEachClass(of: traits.classes) { features.append(FeatureHash.key(1_182, isBehind, $0)) }
  }

  /// Appends the features of each morpheme that the gate looks at, and where they end.
  package mutating func makeWords(
    _ morphemes: Range<Int>, of table: borrowing MorphemeTable, lexemes: borrowing LexemeTable,
    features: inout [UInt32], starts: inout [Int]
  ) {
    traits.update(lexemes)
    for index in morphemes {
      TaggerFeatures.bias(into: &features)
      for distance in TaggerFeatures.distances {
        let isInside = morphemes.contains(index + distance)
        TaggerFeatures.gate(
          isInside ? traits[table.lexemes[index + distance]] : .boundary, at: distance, traits.classes, into: &features)
      }
      starts.append(features.count)
    }
  }
}
