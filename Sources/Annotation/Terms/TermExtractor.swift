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
  private var lowercased: [UInt8] = []
  /// Where the numeral ends that was met last.
  private var numeralEnd = -1
  private(set) var occurrences: [(term: UInt32, sentence: UInt32)] = []

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
    counter.beginArticle()
    occurrences.removeAll(keepingCapacity: true)
    numeralEnd = -1
    roles.update(lexemes)
    let starts = table.starts.span
    let ends = table.ends.span
    let ids = table.lexemes.span
    for sentence in 0..<table.sentenceCount {
      let range = table.morphemes(ofSentence: sentence)
      var index = range.lowerBound
      while index < range.upperBound {
        let start = Int(starts[index])
        let end = Int(ends[index])
        if text[start] < 0x80 {
          index = takeLatin(from: index, to: range.upperBound, starts, ends, text, UInt32(sentence))
          continue
        }
        // A single kanji right behind a numeral counts something, whatever the dictionary says: 10月, 3店.
        let counts = start == numeralEnd && end - start == Self.kanjiLength
        switch roles[ids[index]] {
        case .noun where counts, .suffix where counts: endRun(text, UInt32(sentence))
        case .numeral:
          endRun(text, UInt32(sentence))
          numeralEnd = end
        case .noun: take(Component(start: start, end: end), text, UInt32(sentence))
        case .properNoun: take(Component(start: start, end: end, isProper: true), text, UInt32(sentence))
        case .prefix: take(Component(start: start, end: end, isPrefix: true), text, UInt32(sentence))
        case .suffix:
          if components.last?.end == start { take(Component(start: start, end: end), text, UInt32(sentence)) }
        case .middleDot where joinsNames(index, range.upperBound, starts, ends, text):
          components[components.count - 1].end = end
        case .verb, .adjective:
          endRun(text, UInt32(sentence))
          let form = lexemes.vocabulary.range(of: lexemes.baseForms[Int(ids[index])])
          let id = counter.intern(lexemes.vocabulary.pool.span.extracting(form))
          count(id, as: roles[ids[index]] == .verb ? .verb : .adjective, UInt32(sentence))
        case .middleDot, .none: endRun(text, UInt32(sentence))
        }
        index += 1
      }
      endRun(text, UInt32(sentence))
    }
    return TermWeights.weigh(counter, occurrences, sentenceCount: table.sentenceCount, limit: limit)
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
    from index: Int, to end: Int, _ starts: Span<UInt32>, _ ends: Span<UInt32>, _ text: Span<UInt8>, _ sentence: UInt32
  ) -> Int {
    let start = Int(starts[index])
    var stop = start
    var next = index
    while next < end, Int(starts[next]) == stop, LatinWord.isPart(text, stop, Int(ends[next])) {
      stop = Int(ends[next])
      next += 1
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
    if let last = components.last {
      let gap = word.lowerBound - last.end
      if gap != 0 && !(gap == 1 && last.isLatin) { endRun(text, sentence) }
    }
    components.append(Component(start: word.lowerBound, end: word.upperBound, isLatin: true))
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
    guard let first = components.first, let last = components.last, components.count <= Self.maximumComponents else {
      return
    }
    let id = counter.intern(text.extracting(first.start..<last.end))
    let isNew = counter.entries[Int(id)].partCount == 0
    if components.count == 1 {
      if isNew { counter.addPart(id, to: id) }
      count(id, as: first.isProper ? .properNoun : .noun, sentence)
      return
    }
    var before: UInt32?
    for component in components {
      let part = counter.intern(text.extracting(component.start..<component.end))
      if let before { counter.connect(before, part) }
      if isNew { counter.addPart(part, to: id) }
      before = part
    }
    let isName = components.allSatisfy { $0.isProper } || components.allSatisfy { $0.isLatin }
    count(id, as: isName ? .properNoun : .compound, sentence)
  }

  private mutating func count(_ id: UInt32, as kind: Term.Kind, _ sentence: UInt32) {
    if counter.count(id, as: kind) { occurrences.append((id, sentence)) }
  }
}
