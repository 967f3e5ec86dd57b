import Morphology

/// Which morphemes of a sentence may be part of a name at all; the others are outside without being scored.
///
/// A run of nouns is active where one of them is a proper noun, unknown, written in katakana or Latin letters without
/// being known as an ordinary word, of a class of words that names begin or end with, in brackets, or in a name of the
/// gazetteer; so is what stands beside such a run. A cascade (Weiss and Taskar 2010, "Structured prediction cascades"): what it
/// loses is a few names made of ordinary kanji words alone, and it leaves most of a text untouched.
struct NameActivity: ~Copyable {
  /// For each morpheme of the sentence, and behind them room.
  private(set) var isActive = ScratchColumn(repeating: false, count: 0)
  /// Where the run begins that was marked last, or -1.
  private var lastRun = -1

  /// Finds the active morphemes, and the runs of nouns that they stand in; returns whether there are any.
  mutating func find(in sentence: inout TaggerSentence, _ traits: LexemeTraitsTable) -> Bool {
    isActive.extend(to: sentence.count, with: false)
    isActive.fill(false, in: 0..<sentence.count)
    lastRun = -1
    for number in 0..<sentence.likelyCount { mark(around: sentence.likely[number], &sentence, traits) }
    for number in 0..<sentence.taggedCount { mark(around: sentence.taggedMorpheme(number), &sentence, traits) }
    var found = sentence.likelyCount > 0 || sentence.taggedCount > 0
    guard sentence.hasBrackets else { return found }
    for index in 0..<sentence.count where sentence.bracket(at: index) != 0 {
      guard traits.marks[Int(sentence.lexemes[index])].contains(.nominal) else { continue }
      found = true
      mark(around: index, &sentence, traits)
    }
    return found
  }

  /// Marks the run of nouns that a morpheme stands in, and what stands beside it.
  private mutating func mark(around index: Int, _ sentence: inout TaggerSentence, _ traits: LexemeTraitsTable) {
    if !sentence.hasRun(at: index) { sentence.findRun(around: index, traits) }
    let run = max(sentence.runStarts[index] - 1, 0)..<min(sentence.runEnds[index] + 2, sentence.count)
    // A long run (a list of numbers, say) is marked once, not once for each of its morphemes.
    guard sentence.runStarts[index] != lastRun else { return }
    lastRun = sentence.runStarts[index]
    for place in run {
      isActive[place] = true
      if !sentence.hasRun(at: place) { sentence.findRun(around: place, traits) }
    }
  }

  /// Takes a morpheme out.
  mutating func leaveOut(_ index: Int) { isActive[index] = false }
}

extension LexemeTraits {
  /// Whether the lexeme is a noun of a class that begins or ends names: 大学, 条約, 監督, 太郎.
  var isTelling: Bool { isNominal && classes != 0 && isOfNamingClass }

  /// Whether the lexeme makes its run of nouns a likely name.
  var isPlausible: Bool {
    guard let part = PartOfSpeech(rawValue: UInt8(truncatingIfNeeded: partOfSpeech)), isNominal else { return false }
    if part.isProperNoun || isUnknown == 1 { return true }
    return (kind == 2 || kind == 3 || kind == 5) && classes == 0
  }
}
