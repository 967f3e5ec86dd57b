package import Morphology
import TextCore

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
  /// The morphemes that are scored.
  private var places = ScratchColumn<Int>(repeating: 0, count: 0)
  private var keys = ScratchColumn<UInt32>(repeating: 0, count: 0)
  private var sums = LabelSums()
  /// What speaks for the labels of each morpheme of the sentence; those that are outside for sure have none.
  private var scores = ScratchColumn(repeating: LabelScores.zero, count: 0)
  private let bias: LabelScores
  /// The names of sentences that were met before, with a number for the values in each: which names stand in a sentence
  /// depends on its text and those alone, and values of the same text can differ between articles.
  private var memo = SentenceMemo<UInt32, FoundName>()
  private var found: [FoundName] = []

  /// Creates a tagger over what is shared.
  package init(model: TaggerModel, gazetteer: Gazetteer, classes: WordClasses) {
    self.model = model
    self.gazetteer = gazetteer
    traits = LexemeTraitsTable(classes: classes, gazetteer: gazetteer)
    lexemeScores = LexemeScores(model: model)
    path = LabelPath(model: model)
    TaggerFeatures.bias(into: &keys)
    bias = sums.sum(of: keys, in: model)
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
    let serial = table.sentenceSerials[index]
    let start = Int(table.starts[morphemes.lowerBound])
    let values = values.drop { $0.range.upperBound <= start }
    let number = Self.number(of: values, from: start)
    if let known = memo.answer(forSentence: serial), known.finding == number {
      repeatNames(known.parts, morphemes, index, table, into: &mentions)
      return
    }
    let known = mentions.count
    traits.update(lexemes)
    lexemeScores.update(traits)
    sentence.load(morphemes, of: table, text: text, traits: traits, gazetteer: gazetteer, values: values)
    if isWorthALook(morphemes, table, values) {
      scoreContexts()
      path.find(scores, isActive: activity.isActive, sentence.count)
      collect(morphemes, index, table, into: &mentions)
    }
    if !found.isEmpty { found.removeAll(keepingCapacity: true) }
    for mention in mentions[known...] {
      found.append(
        .init(
          start: UInt16(truncatingIfNeeded: mention.morphemes.lowerBound - morphemes.lowerBound),
          end: UInt16(truncatingIfNeeded: mention.morphemes.upperBound - morphemes.lowerBound), name: mention.name))
    }
    memo.store(sentence: serial, number, found)
  }

  /// Reads the lexemes that came in since the last sentence.
  mutating func update(_ lexemes: borrowing LexemeTable) { traits.update(lexemes) }

  /// Whether all of some morphemes are common nouns in katakana or Latin letters, by the classes of words.
  func isGeneric(_ morphemes: Range<Int>, _ table: borrowing MorphemeTable) -> Bool {
    for index in morphemes where traits.traits[Int(table.lexemes[index])].classes & traits.classes.generic == 0 {
      return false
    }
    return true
  }

  /// Whether any morpheme of the sentence that was loaded may be part of a name; sums what single words say.
  private mutating func isWorthALook(
    _ morphemes: Range<Int>, _ table: borrowing MorphemeTable, _ values: ArraySlice<ValueMention>
  ) -> Bool {
    guard sentence.isWorthwhile else { return false }
    sentence.complete(morphemes, of: table, traits: traits, gazetteer: gazetteer, values: values)
    return activity.find(in: &sentence, traits) && scoreWords()
  }

  /// A number for where the values of a sentence that starts at `start` stand, and of what kind they are.
  private static func number(of values: ArraySlice<ValueMention>, from start: Int) -> UInt32 {
    var hash: UInt64 = 0
    for value in values {
      let place = UInt64(truncatingIfNeeded: value.range.lowerBound - start) << 32
      hash = FeatureHash.mix(hash, place | UInt64(value.range.count) << 8 | value.kind.order)
    }
    return UInt32(truncatingIfNeeded: hash >> 32)
  }

  /// Appends names that were found in the same sentence before.
  private func repeatNames(
    _ names: ArraySlice<FoundName>, _ morphemes: Range<Int>, _ index: Int, _ table: borrowing MorphemeTable,
    into mentions: inout [NameMention]
  ) {
    for name in names {
      let span = morphemes.lowerBound + Int(name.start)..<morphemes.lowerBound + Int(name.end)
      mentions.append(NameMention(range: table.range(of: span), morphemes: span, sentence: index, name: name.name))
    }
  }

  /// Sums what single words say, and takes morphemes out that these leave far from any name; returns whether any is
  /// left. A gazetteer's name or a value at the place speaks louder, so such a morpheme stays.
  private mutating func scoreWords() -> Bool {
    scores.extend(to: sentence.count, with: .zero)
    places.removeAll()
    for index in 0..<sentence.count where activity.isActive[index] {
      if !sentence.tags(at: index).isEmpty
        || lexemeScores.gate(around: index, of: sentence, traits) + Int(bias.gate) >= 0
      {
        places.append(index)
      } else {
        activity.leaveOut(index)
      }
    }
    lexemeScores.score(places, of: sentence, traits, bias: bias, into: &scores)
    // Of neighbouring places one has to be likely.
    var kept = 0
    var start = 0
    while start < places.count {
      var end = start
      var isLikely = false
      repeat {
        let index = places[end]
        isLikely = isLikely || !sentence.tags(at: index).isEmpty || scores[index].leads(by: Self.leastLead)
        end += 1
      } while end < places.count && places[end] == places[end - 1] + 1
      for number in start..<end {
        if isLikely {
          places[kept] = places[number]
          kept += 1
        } else {
          activity.leaveOut(places[number])
        }
      }
      start = end
    }
    places.shorten(to: kept)
    return kept > 0
  }

  /// Neighbouring morphemes of which single words put none ahead so far are hardly ever a name by what their places add:
  /// leaving them out loses 3 of 1,000 morphemes in names and saves a quarter of the places that are scored.
  private static let leastLead = 40

  /// Adds what the places of the morphemes that may be part of a name say, and the words of their sentence.
  private mutating func scoreContexts() {
    lexemeScores.addRoles(places, of: sentence, traits, to: &scores)
    var hanBag: LabelScores?
    var bag: LabelScores?
    var hasBag = false
    for number in 0..<places.count {
      let index = places[number]
      keys.removeAll()
      TaggerFeatures.context(index, of: sentence, traits, into: &keys)
      scores[index] += sums.sum(of: keys, in: model)
      let here = sentence.lexemes[index]
      guard traits.marks[Int(here)].contains(.nominal) else { continue }
      if !hasBag { lexemeScores.findBag(of: sentence, traits) }
      hasBag = true
      if traits[here].kind == LexemeTraits.hanKind {
        let words = hanBag ?? lexemeScores.bag(isHan: true, traits)
        hanBag = words
        scores[index] += words
      } else {
        let words = bag ?? lexemeScores.bag(isHan: false, traits)
        bag = words
        scores[index] += words
      }
    }
  }

  /// Reads the names off the labels.
  private func collect(
    _ morphemes: Range<Int>, _ index: Int, _ table: borrowing MorphemeTable, into mentions: inout [NameMention]
  ) {
    var start = 0
    for place in 0..<morphemes.count {
      let label = Int(path.labels[place])
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

/// A name in a sentence, with morphemes counted from the sentence's start.
private struct FoundName {
  var start: UInt16
  var end: UInt16
  var name: NameClass
}
