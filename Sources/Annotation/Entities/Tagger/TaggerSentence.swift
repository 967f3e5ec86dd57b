import Morphology
import TextCore

/// A sentence as the tagger's features see it: runs of nouns, brackets, names of the gazetteer, values.
struct TaggerSentence {
  /// Whether anything in the sentence may have to do with names; where not, there is no need to complete it.
  private(set) var isWorthwhile = false
  /// The lexemes of the sentence.
  private(set) var lexemes: [UInt32] = []
  /// For each morpheme the first and the last one of its run of nouns; itself where it is none.
  private(set) var runStarts: [Int] = []
  private(set) var runEnds: [Int] = []
  /// For each morpheme the kind of bracket it stands in, the surface of the one that opened; 0 outside.
  private(set) var brackets: [UInt64] = []
  /// What the gazetteer and the values say of each morpheme: `tags[tagStarts[i]..<tagStarts[i + 1]]`.
  private(set) var tags: [UInt64] = []
  private(set) var tagStarts: [Int] = [0]
  private var matches = NameMatches()
  /// The morphemes that a name of the gazetteer may begin at.
  private var nameStarts: [Int] = []
  private var tagged: [(morpheme: Int, tag: UInt64)] = []

  var count: Int { lexemes.count }
  /// The names of the gazetteer in the sentence.
  var names: [NameMatches.Match] { matches.matches }

  /// Reads a sentence: its lexemes and the names of the gazetteer.
  /// - Parameter values: The values of the article; only those in the sentence are looked at.
  mutating func load(
    _ sentence: Range<Int>, of table: borrowing MorphemeTable, text: Span<UInt8>, traits: LexemeTraitsTable,
    gazetteer: Gazetteer, values: ArraySlice<ValueMention>
  ) {
    lexemes.removeAll(keepingCapacity: true)
    nameStarts.removeAll(keepingCapacity: true)
    var marks: LexemeMarks = []
    for index in sentence {
      let lexeme = table.lexemes[index]
      let mark = traits.marks[Int(lexeme)]
      lexemes.append(lexeme)
      marks.formUnion(mark)
      if mark.contains(.beginsName) { nameStarts.append(index - sentence.lowerBound) }
    }
    matches.find(in: gazetteer, sentence, at: nameStarts, table, text)
    // A noun in brackets, a likely name, a name of the gazetteer or a value is what the tagger looks at.
    isWorthwhile =
      marks.contains(.likely) || marks.contains(.opens) || !matches.matches.isEmpty || !values.isEmpty
  }

  /// Finds runs, brackets and tags of the sentence that was loaded.
  mutating func complete(
    _ sentence: Range<Int>, of table: borrowing MorphemeTable, traits: LexemeTraitsTable, gazetteer: Gazetteer,
    values: ArraySlice<ValueMention>
  ) {
    findRuns(traits)
    findBrackets(traits)
    collectTags(gazetteer, values, sentence, table)
  }

  private mutating func findRuns(_ traits: LexemeTraitsTable) {
    runStarts.removeAll(keepingCapacity: true)
    runEnds.removeAll(keepingCapacity: true)
    var start = 0
    while start < count {
      var end = start
      if traits.marks[Int(lexemes[start])].contains(.nominal) {
        while end + 1 < count, traits.marks[Int(lexemes[end + 1])].contains(.nominal) { end += 1 }
      }
      for _ in start...end {
        runStarts.append(start)
        runEnds.append(end)
      }
      start = end + 1
    }
  }

  private mutating func findBrackets(_ traits: LexemeTraitsTable) {
    brackets.removeAll(keepingCapacity: true)
    var open: UInt64 = 0
    for lexeme in lexemes {
      let marks = traits.marks[Int(lexeme)]
      if marks.contains(.closes) { open = 0 }
      brackets.append(open)
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
    tagged.removeAll(keepingCapacity: true)
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
    tagStarts.removeAll(keepingCapacity: true)
    tagStarts.append(contentsOf: repeatElement(0, count: count + 1))
    for (morpheme, _) in tagged { tagStarts[morpheme + 1] += 1 }
    for index in 0..<count { tagStarts[index + 1] += tagStarts[index] }
    tags.removeAll(keepingCapacity: true)
    tags.append(contentsOf: repeatElement(0, count: tagged.count))
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
