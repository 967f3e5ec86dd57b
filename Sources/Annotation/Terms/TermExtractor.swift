package import Morphology
import TextCore

/// Finds the terms of an article: content words in their base form, and compounds of nouns.
///
/// Nouns that stand together without a space are one compound; Latin letters, digits and the signs between them are one
/// noun, and Latin words with a space between them one name. Numerals, pronouns, dependent nouns and adverbs of time
/// end a compound and are no terms.
///
/// Holds scratch, so give each worker its own. How terms are weighed stands at ``TermWeights``.
package struct TermExtractor: ~Copyable {
  /// The bytes of a kanji of the basic plane.
  static let kanjiLength = 3
  /// The most components of a compound; what is longer is a list without commas.
  static let maximumComponents = 8

  var counter: TermCounter
  private var roles: LexemeRoles
  private let stopWords: StopWords
  private var components: [Component] = []
  /// The ids of the components of the run that ends.
  private var partIDs: [UInt32] = []
  private var lowercased: [UInt8] = []
  /// For each lexeme in Latin letters whether it is a word as it stands.
  private var latinWords = LatinWords()
  /// Where the numeral ends that was met last.
  private var numeralEnd = -1
  var keyOrder = KeyOrder()
  private(set) var occurrences: [(term: UInt32, sentence: UInt32)] = []
  /// The nouns of the article that stand side by side.
  private var neighbours: [(left: UInt32, right: UInt32)] = []
  /// For each sentence where its occurrences and its neighbours begin.
  private var marks: [(occurrence: Int, neighbour: Int)] = []

  /// Creates an extractor with the given tables.
  package init(background: BackgroundTable = BackgroundTable(), stopWords: StopWords = StopWords()) {
    counter = TermCounter(background: background, stopWords: stopWords)
    roles = LexemeRoles()
    self.stopWords = stopWords
  }

  /// One noun of a run of nouns.
  private struct Component {
    let start: Int
    var end: Int
    /// The lexeme that it is; `nil` where it is made of several.
    var lexeme: UInt32?
    var isProper = false
    /// Whether it cannot stand alone: a prefix.
    var isPrefix = false
    var isLatin = false
  }

  /// Finds the terms of a segmented article.
  /// - Parameters:
  ///   - table: The morphemes, with offsets into `text`.
  ///   - text: The normalized text.
  ///   - limit: The most terms to return, the heaviest ones; 0 for all.
  /// - Complexity: O(*n*) in morphemes, and O(*t* log *t*) in distinct terms.
  package mutating func extract(
    from table: borrowing MorphemeTable, lexemes: borrowing LexemeTable, text: Span<UInt8>, limit: Int
  ) -> TermOccurrences {
    read(table, lexemes, text)
    return TermWeights.weigh(counter, occurrences, limit: limit)
  }

  /// Finds the terms of a segmented text and weighs none, for those who ask for its topics only.
  /// - Complexity: O(*n*) in morphemes.
  package mutating func read(
    _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable, _ text: Span<UInt8>
  ) {
    counter.beginArticle(lexemes)
    latinWords.update(lexemes)
    occurrences.removeAll(keepingCapacity: true)
    neighbours.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
    numeralEnd = -1
    roles.update(lexemes)
    let starts = table.starts.span
    let ends = table.ends.span
    let ids = table.lexemes.span
    let firstLike = table.firstLike.span
    for sentence in 0..<table.sentenceCount {
      marks.append((occurrences.count, neighbours.count))
      let first = Int(firstLike[sentence])
      if first < sentence {
        repeatSentence(first, as: UInt32(sentence))
        continue
      }
      let range = table.morphemes(ofSentence: sentence)
      var index = range.lowerBound
      while index < range.upperBound {
        let start = Int(starts[index])
        let end = Int(ends[index])
        if text[start] < 0x80 {
          index = takeLatin(from: index, to: range.upperBound, starts, ends, ids, text, UInt32(sentence))
          continue
        }
        // A single kanji right behind a numeral counts something, whatever the dictionary says: 10月, 3店.
        let counts = start == numeralEnd && end - start == Self.kanjiLength
        switch roles[ids[index]] {
        case .noun where counts, .suffix where counts: endRun(text, UInt32(sentence))
        case .numeral:
          endRun(text, UInt32(sentence))
          numeralEnd = end
        case .noun: take(Component(start: start, end: end, lexeme: ids[index]), text, UInt32(sentence))
        case .properNoun:
          take(Component(start: start, end: end, lexeme: ids[index], isProper: true), text, UInt32(sentence))
        case .prefix:
          take(Component(start: start, end: end, lexeme: ids[index], isPrefix: true), text, UInt32(sentence))
        case .suffix:
          if components.last?.end == start {
            take(Component(start: start, end: end, lexeme: ids[index]), text, UInt32(sentence))
          }
        case .middleDot where joinsNames(index, range.upperBound, starts, ends, text):
          components[components.count - 1].end = end
          components[components.count - 1].lexeme = nil
        case .verb, .adjective:
          endRun(text, UInt32(sentence))
          let form = lexemes.vocabulary.range(of: lexemes.baseForms[Int(ids[index])])
          let id = counter.intern(lexeme: ids[index], lexemes.vocabulary.pool.span.extracting(form))
          count(id, as: roles[ids[index]] == .verb ? .verb : .adjective, UInt32(sentence))
        case .middleDot, .none: endRun(text, UInt32(sentence))
        }
        index += 1
      }
      endRun(text, UInt32(sentence))
    }
  }

  /// Counts once more what an earlier sentence holds, which is the same as this one.
  private mutating func repeatSentence(_ first: Int, as sentence: UInt32) {
    for index in marks[first].occurrence..<marks[first + 1].occurrence {
      counter.count(again: occurrences[index].term)
      occurrences.append((occurrences[index].term, sentence))
    }
    for index in marks[first].neighbour..<marks[first + 1].neighbour {
      let (left, right) = neighbours[index]
      counter.connect(left, right)
      neighbours.append((left, right))
    }
  }

  /// Adds a noun to the run, or begins a new run where there is a gap.
  private mutating func take(_ component: Component, _ text: Span<UInt8>, _ sentence: UInt32) {
    if let last = components.last, last.end != component.start { endRun(text, sentence) }
    components.append(component)
  }

  /// Whether the dot at `index` joins two katakana words: イーロン・マスク, but not 企業・団体.
  private func joinsNames(
    _ index: Int, _ end: Int, _ starts: Span<UInt32>, _ ends: Span<UInt32>, _ text: Span<UInt8>
  ) -> Bool {
    guard let last = components.last, last.end == Int(starts[index]), last.isProper || components.count == 1,
      index + 1 < end, starts[index + 1] == ends[index]
    else { return false }
    return TermForm.isKatakana(text, last.start, last.end)
      && TermForm.isKatakana(text, Int(starts[index + 1]), Int(ends[index + 1]))
  }

  /// Takes in the Latin word that starts at the morpheme `index`; returns the index after it.
  private mutating func takeLatin(
    from index: Int, to end: Int, _ starts: Span<UInt32>, _ ends: Span<UInt32>, _ ids: Span<UInt32>,
    _ text: Span<UInt8>, _ sentence: UInt32
  ) -> Int {
    let start = Int(starts[index])
    let lexeme = ids[index]
    var stop = start
    var next = index
    if latinWords.isWord(lexeme) {
      stop = Int(ends[index])
      next += 1
    }
    while next < end, Int(starts[next]) == stop, LatinWord.isPart(text, stop, Int(ends[next])) {
      stop = Int(ends[next])
      next += 1
    }
    let isWhole = next == index + 1
    if isWhole, latinWords.isWord(lexeme) {
      return takeLatin(start..<stop, upTo: stop, lexeme: lexeme, next, text, sentence)
    }
    guard let word = LatinWord.trim(text, start, stop), !isStopWord(text, word) else {
      endRun(text, sentence)
      if stop > start { numeralEnd = stop }
      return max(next, index + 1)
    }
    if LatinWord.isMeasure(text, word) {
      endRun(text, sentence)
      numeralEnd = word.upperBound
      return next
    }
    let isLexeme = isWhole && word == start..<stop
    if isLexeme { latinWords.insert(lexeme) }
    return takeLatin(word, upTo: stop, lexeme: isLexeme ? lexeme : nil, next, text, sentence)
  }

  /// Adds a Latin word to the run; returns `next`.
  /// - Parameters:
  ///   - stop: Where the signs behind the word end.
  ///   - lexeme: The lexeme that the word is, where it is one.
  private mutating func takeLatin(
    _ word: Range<Int>, upTo stop: Int, lexeme: UInt32?, _ next: Int, _ text: Span<UInt8>, _ sentence: UInt32
  ) -> Int {
    if let last = components.last {
      let gap = word.lowerBound - last.end
      if gap != 0 && !(gap == 1 && last.isLatin) { endRun(text, sentence) }
    }
    components.append(Component(start: word.lowerBound, end: word.upperBound, lexeme: lexeme, isLatin: true))
    if word.upperBound != stop { endRun(text, sentence) }
    return next
  }

  private mutating func isStopWord(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    lowercased.removeAll(keepingCapacity: true)
    for index in range {
      let byte = text[index]
      lowercased.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
    }
    return stopWords.contains(lowercased.span)
  }

  /// Counts the run of nouns that ends here, as one word or as a compound.
  private mutating func endRun(_ text: Span<UInt8>, _ sentence: UInt32) {
    guard !components.isEmpty else { return }
    defer { components.removeAll(keepingCapacity: true) }
    while components.last?.isPrefix == true { components.removeLast() }
    guard let first = components.first, components.count <= Self.maximumComponents else { return }
    if components.count == 1 {
      let id = intern(first, text)
      if counter.entries[Int(id)].partCount == 0 { counter.addPart(id, to: id) }
      count(id, as: first.isProper ? .properNoun : .noun, sentence)
      return
    }
    partIDs.removeAll(keepingCapacity: true)
    var id: UInt32 = 0
    for (index, component) in components.enumerated() {
      let part = intern(component, text)
      partIDs.append(part)
      id = index == 0 ? part : join(id, part, text, first.start..<component.end, at: components[index - 1].end)
    }
    let isNew = counter.entries[Int(id)].partCount == 0
    for index in partIDs.indices {
      if index > 0 {
        counter.connect(partIDs[index - 1], partIDs[index])
        neighbours.append((partIDs[index - 1], partIDs[index]))
      }
      if isNew { counter.addPart(partIDs[index], to: id) }
    }
    let isName = components.allSatisfy { $0.isProper } || components.allSatisfy { $0.isLatin }
    count(id, as: isName ? .properNoun : .compound, sentence)
  }

  /// The id of a component's string.
  private mutating func intern(_ component: Component, _ text: Span<UInt8>) -> UInt32 {
    let bytes = text.extracting(component.start..<component.end)
    guard let lexeme = component.lexeme else { return counter.intern(bytes) }
    return counter.intern(lexeme: lexeme, bytes)
  }

  /// The id of the string in `range`, of whose parts the first ends at `place`.
  private mutating func join(
    _ left: UInt32, _ right: UInt32, _ text: Span<UInt8>, _ range: Range<Int>, at place: Int
  ) -> UInt32 {
    let gap = range.upperBound - place - counter.vocabulary.range(of: right).count
    // A line break between Latin words makes another string.
    guard gap == 0 || text[place] == 0x20 else { return counter.intern(text.extracting(range)) }
    return counter.joined(left, right, hasGap: gap > 0)
      ?? counter.join(left, right, hasGap: gap > 0, text.extracting(range))
  }

  private mutating func count(_ id: UInt32, as kind: Term.Kind, _ sentence: UInt32) {
    if counter.count(id, as: kind) { occurrences.append((id, sentence)) }
  }
}
