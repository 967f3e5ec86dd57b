import Morphology
import TextCore

/// A sentence as the tagger's features see it: runs of nouns, brackets, names of the gazetteer, values.
struct TaggerSentence: ~Copyable {
  /// Whether anything in the sentence may have to do with names; where not, there is no need to complete it.
  private(set) var isWorthwhile = false
  /// The lexemes of the sentence.
  private(set) var lexemes = ScratchColumn<UInt32>(repeating: 0, count: 0)
  /// The same counted from 1, with `margin` zeros before and behind for what stands outside.
  private(set) var numbers = ScratchColumn<UInt32>(repeating: 0, count: 0)
  /// How far outside of the sentence is looked.
  static let margin = 2
  /// For each morpheme the first and the last one of its run of nouns, itself where it is none; only where
  /// `findRun(around:)` was asked for it.
  private(set) var runStarts = ScratchColumn<Int>(repeating: 0, count: 0)
  private(set) var runEnds = ScratchColumn<Int>(repeating: 0, count: 0)
  /// For each morpheme the kind of bracket it stands in, the surface of the one that opened; empty without brackets.
  private var brackets = ScratchColumn<UInt64>(repeating: 0, count: 0)
  /// Whether a bracket opens in the sentence.
  private(set) var hasBrackets = false
  /// What the gazetteer and the values say of each morpheme: `tags[tagStarts[i]..<tagStarts[i + 1]]`, and nothing of
  /// any where that is empty.
  private(set) var tags = ScratchColumn<UInt64>(repeating: 0, count: 0)
  private var tagStarts = ScratchColumn<Int>(repeating: 0, count: 0)
  private var matches = NameMatches()
  /// The morphemes that a name of the gazetteer may begin at.
  private var nameStarts = ScratchColumn<Int>(repeating: 0, count: 0)
  /// The morphemes that make their run of nouns a likely name by themselves: the first `likelyCount`.
  private(set) var likelyCount = 0
  private(set) var likely = ScratchColumn<Int>(repeating: 0, count: 0)
  private var tagged: [(morpheme: Int, tag: UInt64)] = []

  var count: Int { lexemes.count }

  /// How often the gazetteer or the values say anything of a morpheme.
  var taggedCount: Int { tagged.count }

  /// The morpheme of which is said what was found as the `number`th, some more than once.
  func taggedMorpheme(_ number: Int) -> Int { tagged[number].morpheme }

  /// The number of the lexeme at a place, from 1; 0 outside of the sentence, up to `margin` places.
  @inline(__always)
  func number(at place: Int) -> Int { Int(numbers[place + Self.margin]) }

  /// Where in `tags` stands what is said of a morpheme.
  @inline(__always)
  func tags(at index: Int) -> Range<Int> { tagStarts.count == 0 ? 0..<0 : tagStarts[index]..<tagStarts[index + 1] }

  /// The kind of bracket that a morpheme stands in, the surface of the one that opened; 0 outside.
  @inline(__always)
  func bracket(at index: Int) -> UInt64 { hasBrackets ? brackets[index] : 0 }

  /// Whether the run of nouns that a morpheme stands in is known.
  @inline(__always)
  func hasRun(at index: Int) -> Bool { runEnds[index] >= 0 }
  /// The names of the gazetteer in the sentence.
  var names: [NameMatches.Match] { matches.matches }

  /// Reads a sentence: its lexemes and the names of the gazetteer.
  /// - Parameter values: The values of the article; only those in the sentence are looked at.
  mutating func load(
    _ sentence: Range<Int>, of table: borrowing MorphemeTable, text: Span<UInt8>, traits: LexemeTraitsTable,
    gazetteer: Gazetteer, values: ArraySlice<ValueMention>
  ) {
    lexemes.replaceAll(with: table.lexemes.span.extracting(sentence))
    nameStarts.extend(to: count, with: 0)
    likely.extend(to: count, with: 0)
    numbers.extend(to: count + 2 * Self.margin, with: 0)
    for place in 0..<Self.margin {
      numbers[place] = 0
      numbers[count + Self.margin + place] = 0
    }
    var marks: LexemeMarks = []
    var (starts, likelies) = (0, 0)
    // Written each time and counted where it is one: no branch to guess.
    for index in 0..<count {
      let lexeme = lexemes[index]
      numbers[index + Self.margin] = lexeme &+ 1
      let mark = traits.marks[Int(lexeme)]
      marks.formUnion(mark)
      nameStarts[starts] = index
      starts += mark.contains(.beginsName) ? 1 : 0
      likely[likelies] = index
      likelies += mark.contains(.likely) ? 1 : 0
    }
    likelyCount = likelies
    matches.find(in: gazetteer, sentence, at: nameStarts, starts, traits.nameStarts, table, text)
    hasBrackets = marks.contains(.opens)
    // A noun in brackets, a likely name, a name of the gazetteer or a value is what the tagger looks at.
    isWorthwhile =
      marks.contains(.likely) || hasBrackets || !matches.matches.isEmpty || !values.isEmpty
  }

  /// Finds brackets and tags of the sentence that was loaded, and makes room for runs.
  mutating func complete(
    _ sentence: Range<Int>, of table: borrowing MorphemeTable, traits: LexemeTraitsTable, gazetteer: Gazetteer,
    values: ArraySlice<ValueMention>
  ) {
    runStarts.extend(to: count, with: -1)
    runEnds.extend(to: count, with: -1)
    runEnds.fill(-1, in: 0..<count)
    if hasBrackets { findBrackets(traits) }
    collectTags(gazetteer, values, sentence, table)
  }

  /// Finds the run of nouns that a morpheme stands in, and notes it for all of the run.
  mutating func findRun(around index: Int, _ traits: LexemeTraitsTable) {
    var start = index
    var end = index
    if traits.marks[Int(lexemes[index])].contains(.nominal) {
      while start > 0, traits.marks[Int(lexemes[start - 1])].contains(.nominal) { start -= 1 }
      while end + 1 < count, traits.marks[Int(lexemes[end + 1])].contains(.nominal) { end += 1 }
    }
    for place in start...end {
      runStarts[place] = start
      runEnds[place] = end
    }
  }

  private mutating func findBrackets(_ traits: LexemeTraitsTable) {
    brackets.extend(to: count, with: 0)
    var open: UInt64 = 0
    for index in 0..<count {
      let lexeme = lexemes[index]
      let marks = traits.marks[Int(lexeme)]
      if marks.contains(.closes) { open = 0 }
      brackets[index] = open
      if marks.contains(.opens) { open = traits[lexeme].surface }
    }
  }

  /// Where a morpheme stands in a span: first, inner, last, only.
  private static func place(_ index: Int, in span: Range<Int>) -> UInt64 {
    if index == span.upperBound - 1 { return index == span.lowerBound ? 3 : 2 }
    return index == span.lowerBound ? 0 : 1
  }

  private mutating func collectTags(
    _ gazetteer: Gazetteer, _ values: ArraySlice<ValueMention>, _ sentence: Range<Int>, _ table: borrowing MorphemeTable
  ) {
    if !tagged.isEmpty { tagged.removeAll(keepingCapacity: true) }
    for match in matches.matches {
      let isAlone = gazetteer.entries[Int(match.entry)].next < 0
      let length = UInt64(min(match.morphemes.count - 1, 3))
      var entry = match.entry
      while entry >= 0 {
        let named = gazetteer.entries[Int(entry)]
        let kind = UInt64(named.name.rawValue) * 2 + (named.isAmbiguous ? 1 : 0)
        for index in match.morphemes {
          let place = Self.place(index, in: match.morphemes)
          tagged.append((index, kind * 4 + place))
          if isAlone { tagged.append((index, 1_000 + kind * 16 + length * 4 + place)) }
        }
        entry = named.next
      }
    }
    for value in values {
      guard let span = sentence.covered(by: value.range, in: table) else { continue }
      for index in span { tagged.append((index, 5_000 + value.kind.order * 4 + Self.place(index, in: span))) }
    }
    sortTags()
  }

  /// Brings the tags into the order of morphemes; a stable counting sort.
  private mutating func sortTags() {
    tagStarts.removeAll()
    guard !tagged.isEmpty else { return }
    tagStarts.extend(to: count + 1, with: 0)
    for (morpheme, _) in tagged { tagStarts[morpheme + 1] += 1 }
    for index in 0..<count { tagStarts[index + 1] += tagStarts[index] }
    tags.extend(to: tagged.count, with: 0)
    // Filled from the back, so that `tagStarts[i + 1]` walks down to where morpheme i begins; then it is put back.
    for (morpheme, tag) in tagged.reversed() {
      tagStarts[morpheme + 1] -= 1
      tags[tagStarts[morpheme + 1]] = tag
    }
    for index in 0..<count { tagStarts[index] = tagStarts[index + 1] }
    tagStarts[count] = tagged.count
  }
}

extension Range<Int> {
  /// The morphemes of a sentence that a range of the text touches, counted from the sentence's first; `nil` for none.
  func covered(by range: ByteRange<NormalizedSpace>, in table: borrowing MorphemeTable) -> Range<Int>? {
    guard !isEmpty, range.lowerBound < Int(table.ends[upperBound - 1]), range.upperBound > Int(table.starts[lowerBound])
    else { return nil }
    var low = lowerBound
    var high = upperBound
    while low < high {
      let middle = (low + high) / 2
      if Int(table.ends[middle]) <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < upperBound, Int(table.starts[end]) < range.upperBound { end += 1 }
    return low < end ? low - lowerBound..<end - lowerBound : nil
  }
}

extension ValueMention.Kind {
  /// A number for features.
  var order: UInt64 {
    switch self {
    case .date: 0
    case .time: 1
    case .money: 2
    case .percent: 3
    case .quantity: 4
    }
  }
}
