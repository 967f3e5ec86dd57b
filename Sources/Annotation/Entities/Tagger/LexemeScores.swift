import Morphology

/// What each lexeme says for the labels in each of its roles, summed once.
///
/// Rows are made when they are first needed: most lexemes of an archive never stand beside a name. Of rare words the
/// model knows no more than their class and their letters, so many rows are like one that is there already, and each is
/// kept once. What is asked together of a lexeme lies on one line of the processor's cache.
struct LexemeScores: ~Copyable {
  /// How a lexeme stands to the morpheme to label. Distances come first, in their order.
  enum Role: Int {
    case twoBefore, before, here, after, twoAfter
    /// In the sentence's bag, for a morpheme that ends in a kanji, and for another.
    case hanBag, bag
    /// The last of the morpheme's run of nouns: the morpheme itself, or one behind it.
    case ends, endsLater
    /// The first of the run: the morpheme itself, or one before it.
    case starts, startsEarlier
    /// Behind the run, at a distance of 0 to `TaggerFeatures.farthest` morphemes.
    case behindRun, behindRun1, behindRun2, behindRun3, behindRun4
    /// Before the run, at a distance of 0 to `TaggerFeatures.farthestBack` morphemes.
    case beforeRun, beforeRun1, beforeRun2, beforeRun3
    /// Behind and before a morpheme of which neither gazetteer nor values say anything.
    case behindUntagged, beforeUntagged

    static let count = 22
    static let distances = 5
  }

  let model: TaggerModel
  /// For each lexeme eight words: the references of its rows for distances and bags, 0 for those that were not needed
  /// yet, and the number of its base form.
  var near = CacheLines(capacity: 1 << 14)
  /// For each lexeme a line: the references for the other roles.
  private var far = CacheLines(capacity: 1 << 15)
  /// The lexemes that there is room for, and before them what stands outside of the sentence.
  private var count = 0
  var rows = DistinctScores()
  /// What each lexeme says for a closer look at each distance, apart: that is asked of many more morphemes. `ungated`
  /// at the first one where it was not asked yet.
  var gates = ScratchColumn<Int16>(repeating: 0, count: 0)
  private var generation = -1
  var keys = ScratchColumn<UInt32>(repeating: 0, count: 0)
  var ends: [Int] = []
  var sums = LabelSums()
  /// For each base form the last sentence in which it was counted.
  var seen = ScratchColumn<UInt32>(repeating: 0, count: 0)
  /// The number of the sentence that is counted.
  var sentenceNumber: UInt32 = 0
  /// The lexemes of the sentence's bag.
  var bagged = ScratchColumn<Int>(repeating: 0, count: 0)
  var baggedCount = 0
  /// The rows of the places of a sentence. They are all looked up before any is added: so many waits for memory go on at
  /// once, and no branch in between hangs on what is waited for.
  var references = ScratchColumn<UInt32>(repeating: 0, count: 0)
  /// What parts of speech say together.
  var parts = PartScores(bits: 13)
  /// What classes of words of two neighbours say together.
  var pairs = PartScores(bits: 15)

  /// The number of what stands outside of the sentence; lexemes count from 1.
  static let boundary = 0
  private static let ungated = Int16.min
  /// The words of a lexeme in `near` and in `far`, and the place of the base form among the former.
  static let (nearWords, farWords, baseForm) = (8, CacheLines.words, 7)
  /// The first role of `far`.
  private static let firstFar = Role.ends.rawValue

  init(model: TaggerModel) { self.model = model }

  /// Makes room for the lexemes that came in since the last call.
  mutating func update(_ traits: LexemeTraitsTable) {
    if traits.generation != generation {
      near.removeAll()
      far.removeAll()
      gates.removeAll()
      rows.removeAll()
      parts.removeAll()
      pairs.removeAll()
      count = 0
      generation = traits.generation
    }
    let wanted = traits.traits.count + 1
    guard wanted > count else { return }
    near.extend(to: (wanted * Self.nearWords + CacheLines.words - 1) / CacheLines.words)
    far.extend(to: wanted)
    gates.extend(to: wanted * Role.distances, with: Self.ungated)
    for number in max(count, 1)..<wanted {
      near[word: number * Self.nearWords + Self.baseForm] = traits.baseForms[number - 1]
    }
    count = wanted
  }

  /// What the lexemes around a place say together for a closer look.
  @inline(__always)
  mutating func gate(around index: Int, of sentence: borrowing TaggerSentence, _ traits: LexemeTraitsTable) -> Int {
    var sum = 0
    for distance in TaggerFeatures.distances {
      let place = sentence.number(at: index + distance) * Role.distances
      if gates[place] == Self.ungated { makeGate(place, traits) }
      sum += Int(gates[place + distance - TaggerFeatures.distances.lowerBound])
    }
    return sum
  }

  /// Sets the scores of places to what each morpheme has and what the lexemes around them say.
  mutating func score(
    _ places: borrowing ScratchColumn<Int>, of sentence: borrowing TaggerSentence, _ traits: LexemeTraitsTable,
    bias: LabelScores,
    into scores: inout ScratchColumn<LabelScores>
  ) {
    references.extend(to: places.count * Role.distances, with: 0)
    var count = 0
    for number in 0..<places.count {
      let index = places[number]
      for role in 0..<Role.distances {
        let number = sentence.number(at: index + role + TaggerFeatures.distances.lowerBound)
        references[count] = nearRow(number, role, traits)
        count += 1
      }
    }
    count = 0
    for number in 0..<places.count {
      let index = places[number]
      var score = bias
      for _ in 0..<Role.distances {
        rows.add(references[count], to: &score)
        count += 1
      }
      scores[index] = score
    }
  }

  /// Adds what single lexemes say in the roles that they have for places, and parts of speech.
  mutating func addRoles(
    _ places: borrowing ScratchColumn<Int>, of sentence: borrowing TaggerSentence, _ traits: LexemeTraitsTable,
    to scores: inout ScratchColumn<LabelScores>
  ) {
    references.extend(to: places.count * Self.rowsOfPlace, with: 0)
    for number in 0..<places.count {
      findRoles(places[number], of: sentence, traits, into: number * Self.rowsOfPlace)
    }
    for number in 0..<places.count {
      let first = number * Self.rowsOfPlace
      var score = scores[places[number]]
      // Many say nothing.
      for place in first..<first + Self.rowsOfPlace where references[place] != 0 {
        rows.add(references[place], to: &score)
      }
      scores[places[number]] = score
    }
  }

  /// Eight roles and five pairs of neighbours.
  private static let rowsOfPlace = 13

  @inline(__always)
  private mutating func findRoles(
    _ index: Int, of sentence: borrowing TaggerSentence, _ traits: LexemeTraitsTable, into place: Int
  ) {
    let (start, end) = (sentence.runStarts[index], sentence.runEnds[index])
    let ends = end > index ? Role.endsLater.rawValue : Role.ends.rawValue
    references[place] = farRow(sentence.number(at: end), ends, traits)
    let starts = start < index ? Role.startsEarlier.rawValue : Role.starts.rawValue
    references[place + 1] = farRow(sentence.number(at: start), starts, traits)
    let behind = Role.behindRun.rawValue + min(end - index, TaggerFeatures.farthest)
    references[place + 2] = farRow(sentence.number(at: end + 1), behind, traits)
    let before = Role.beforeRun.rawValue + min(index - start, TaggerFeatures.farthestBack)
    references[place + 3] = farRow(sentence.number(at: start - 1), before, traits)
    (references[place + 4], references[place + 5]) = parts(index, of: sentence, traits)
    let isUntagged = sentence.tags(at: index).isEmpty
    references[place + 6] =
      isUntagged ? farRow(sentence.number(at: index + 1), Role.behindUntagged.rawValue, traits) : 0
    references[place + 7] =
      isUntagged ? farRow(sentence.number(at: index - 1), Role.beforeUntagged.rawValue, traits) : 0
    findPairs(index, of: sentence, traits, into: place + 8)
  }

  @inline(__always)
  mutating func nearRow(_ number: Int, _ role: Int, _ traits: LexemeTraitsTable) -> UInt32 {
    let known = near[word: number * Self.nearWords + role]
    if known != 0 { return known }
    let made = make(number, role, traits)
    near[word: number * Self.nearWords + role] = made
    return made
  }

  @inline(__always)
  private mutating func farRow(_ number: Int, _ role: Int, _ traits: LexemeTraitsTable) -> UInt32 {
    let place = number * Self.farWords + role - Self.firstFar
    let known = far[word: place]
    if known != 0 { return known }
    let made = make(number, role, traits)
    far[word: place] = made
    return made
  }
}
