package import Morphology
import TextCore

/// Makes all features of sentences one by one, for training: what the tagger sums at use comes here as a list.
package struct TaggerTrainingFeatures: ~Copyable {
  private let gazetteer: Gazetteer
  private(set) var traits: LexemeTraitsTable
  private(set) var sentence = TaggerSentence()

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
    var bag: [UInt32] = []
    for index in 0..<sentence.count {
      let lexeme = sentence.lexemes[index]
      if traits[lexeme].isContent, seen.insert(traits[lexeme].baseForm).inserted { bag.append(lexeme) }
    }
    for index in 0..<sentence.count {
      TaggerFeatures.bias(into: &features)
      for distance in TaggerFeatures.distances {
        let place = index + distance
        let isInside = place >= 0 && place < sentence.count
        TaggerFeatures.lexeme(
          isInside ? traits[sentence.lexemes[place]] : .boundary, at: distance, traits.classes, into: &features)
      }
      addPlace(index, &features)
      let here = traits[sentence.lexemes[index]]
      if here.isNominal {
        let isHan = here.kind == LexemeTraits.hanKind
        for lexeme in bag { TaggerFeatures.bag(traits[lexeme], isHan: isHan, into: &features) }
      }
      starts.append(features.count)
    }
  }

  /// The features of a morpheme of the last sentence as the tagger makes them: row by row, and for the place.
  package func featuresAtUse(_ index: Int) -> [UInt32] {
    var keys: [UInt32] = []
    let (start, end) = (sentence.runStarts[index], sentence.runEnds[index])
    TaggerFeatures.runEnd(traits[sentence.lexemes[end]], isBefore: end > index, traits.classes, into: &keys)
    TaggerFeatures.runStart(traits[sentence.lexemes[start]], isBehind: start < index, into: &keys)
    TaggerFeatures.behindRun(
      traits.traits(at: end + 1, of: sentence), distance: min(end - index, TaggerFeatures.farthest), into: &keys)
    TaggerFeatures.beforeRun(
      traits.traits(at: start - 1, of: sentence), distance: min(index - start, TaggerFeatures.farthestBack), into: &keys
    )
    if sentence.tags(at: index).isEmpty {
      let untagged = TaggerFeatures.untagged
      TaggerFeatures.behindTagged(traits.traits(at: index + 1, of: sentence), untagged, traits.classes, into: &keys)
      TaggerFeatures.beforeTagged(traits.traits(at: index - 1, of: sentence), untagged, traits.classes, into: &keys)
    }
    TaggerFeatures.PartsAround(index, of: sentence, traits).features(into: &keys)
    TaggerFeatures.PartsOfRun(index, of: sentence, traits).features(into: &keys)
    for pair in TaggerFeatures.pairs {
      let (left, right) = (
        traits.traits(at: index + pair.left, of: sentence), traits.traits(at: index + pair.right, of: sentence)
      )
      TaggerFeatures.classPairs(pair.template, left, right, traits.classes, into: &keys)
    }
    TaggerFeatures.context(index, of: sentence, traits, into: &keys)
    return keys
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
