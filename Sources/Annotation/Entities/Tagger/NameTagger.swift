package import Morphology
package import TextCore

/// Finds the names of sentences.
///
/// Holds scratch and what it knows of the lexemes of one table: give each worker its own, and to that always the same
/// `LexemeTable`. Model, gazetteer and word classes are shared.
package struct NameTagger: ~Copyable {
  private let model: TaggerModel
  let gazetteer: Gazetteer
  private var traits: LexemeTraitsTable
  private var sentence = TaggerSentence()
  private var lexemeScores: LexemeScores
  private var activity = NameActivity()
  private var path: LabelPath
  private var keys: [UInt32] = []
  private var sums = [Int16](repeating: 0, count: TaggerModel.lanes)
  private var scores: [LabelScores] = []
  private let bias: LabelScores

  /// Creates a tagger over what is shared.
  package init(model: TaggerModel, gazetteer: Gazetteer, classes: WordClasses) {
    self.model = model
    self.gazetteer = gazetteer
    traits = LexemeTraitsTable(classes: classes)
    lexemeScores = LexemeScores(model: model)
    path = LabelPath(model: model)
    TaggerFeatures.bias(into: &keys)
    model.add(keys, to: &sums)
    bias = LabelScores(sums)
  }

  /// Appends the names of one sentence, in the order of the text; none overlap.
  /// - Parameters:
  ///   - morphemes: The sentence's morphemes in `table`.
  ///   - index: The number of the sentence.
  ///   - values: The values of the sentence.
  /// - Complexity: O(*n*) in morphemes, and little for those that can be no part of a name.
  package mutating func tag(
    _ morphemes: Range<Int>, sentence index: Int, of table: borrowing MorphemeTable, lexemes: borrowing LexemeTable,
    text: Span<UInt8>, values: ArraySlice<ValueMention>, into mentions: inout [NameMention]
  ) {
    guard !morphemes.isEmpty else { return }
    traits.update(lexemes)
    lexemeScores.update(traits)
    sentence.load(morphemes, of: table, text: text, traits: traits, gazetteer: gazetteer, values: values)
    guard activity.find(in: sentence, traits) else { return }
    score()
    path.find(scores, isActive: activity.isActive)
    collect(morphemes, index, table, into: &mentions)
  }

  /// Sums what speaks for each label of the morphemes that may be part of a name.
  private mutating func score() {
    let bags = lexemeScores.bags(of: sentence, traits)
    scores.removeAll(keepingCapacity: true)
    for index in 0..<sentence.count {
      guard activity.isActive[index] else {
        scores.append(.zero)
        continue
      }
      keys.removeAll(keepingCapacity: true)
      TaggerFeatures.context(index, of: sentence, traits, into: &keys)
      for lane in sums.indices { sums[lane] = 0 }
      model.add(keys, to: &sums)
      var score = LabelScores(sums)
      score += bias
      lexemeScores.add(around: index, of: sentence, traits, to: &score)
      let here = traits[sentence.lexemes[index]]
      if here.isNominal { score += here.kind == LexemeTraits.hanKind ? bags.han : bags.other }
      scores.append(score)
    }
  }

  /// Reads the names off the labels.
  private func collect(
    _ morphemes: Range<Int>, _ index: Int, _ table: borrowing MorphemeTable, into mentions: inout [NameMention]
  ) {
    var start = 0
    for (place, label) in path.labels.enumerated() {
      let label = Int(label)
      guard label != NameLabel.outside, let name = NameClass(rawValue: UInt8(NameLabel.name(of: label))) else {
        continue
      }
      if !NameLabel.isContinuing(label) { start = place }
      guard !NameLabel.isOpen(label) else { continue }
      let span = morphemes.lowerBound + start..<morphemes.lowerBound + place + 1
      mentions.append(NameMention(range: table.range(of: span), morphemes: span, sentence: index, name: name))
    }
  }
}

/// A name that the tagger found.
package struct NameMention: Equatable, Sendable {
  /// Where it lies in the normalized text.
  package var range: ByteRange<NormalizedSpace>
  /// The morphemes that it is made of.
  package var morphemes: Range<Int>
  /// The sentence that it stands in.
  package var sentence: Int
  /// What it names.
  package var name: NameClass

  /// Creates a mention.
  package init(range: ByteRange<NormalizedSpace>, morphemes: Range<Int>, sentence: Int, name: NameClass) {
    self.range = range
    self.morphemes = morphemes
    self.sentence = sentence
    self.name = name
  }
}
