package import Morphology
import TextCore

/// Finds the numbers and times of an article and tells what they stand for.
///
/// Sentences are given in the order of the article, for 同年, 5月 and the like are counted from what was named before.
/// Holds scratch, and what it knows of the lexemes of one table: give each worker its own, and to that always the same
/// `LexemeTable`. The lexicon is shared.
package struct ValueScanner: ~Copyable {
  private var reader: ValueReader
  private var triggers: LexemeTriggers
  /// The values of sentences that were met before, where they hang on nothing but the sentence, with ranges from its
  /// start.
  private var memo = SentenceMemo<Bool, ValueMention>()
  private var found: [ValueMention] = []

  /// Creates a scanner.
  package init(lexicon: ValueLexicon = ValueLexicon()) {
    reader = ValueReader(lexicon: lexicon)
    triggers = LexemeTriggers(lexicon: lexicon)
  }

  /// Begins a new article.
  /// - Parameter anchor: The day that relative times are counted from: the article's own date.
  package mutating func beginArticle(anchor: CalendarDay?) { reader.beginArticle(anchor: anchor) }

  /// Appends the values of one sentence, in the order of the text; none overlap.
  /// - Parameters:
  ///   - morphemes: The sentence's morphemes in `table`.
  ///   - serial: What the sentence is known by, 0 for nothing.
  ///   - text: The normalized text.
  /// - Complexity: O(*n*) in bytes, and next to nothing where no morpheme can begin a value.
  package mutating func scan(
    _ morphemes: Range<Int>, serial: Int = 0, of table: borrowing MorphemeTable, lexemes: borrowing LexemeTable,
    text: Span<UInt8>, into mentions: inout [ValueMention]
  ) {
    reader.beginSentence()
    guard !morphemes.isEmpty else { return }
    let sentenceStart = Int(table.starts[morphemes.lowerBound])
    if let known = memo.answer(forSentence: serial) {
      for mention in known.parts { mentions.append(mention.moved(by: sentenceStart)) }
      return
    }
    triggers.update(lexemes)
    let count = mentions.count
    var isLoaded = false
    // Nothing begins before this place: what lies before it was read.
    var next = 0
    var index = morphemes.lowerBound - 1
    while true {
      index = triggers.firstTrigger(after: index, before: morphemes.upperBound, in: table)
      guard index < morphemes.upperBound else { break }
      let trigger = triggers[table.lexemes[index]]
      let start = Int(table.starts[index])
      guard start >= next else { continue }
      if !isLoaded {
        reader.sentence.load(text, morphemes, table)
        reader.floor = 0
        isLoaded = true
      }
      let base = reader.sentence.base
      var reading = trigger == .word ? reader.readWord(at: start - base) : .nothing(before: 0)
      if !reading.isMention { reading = reader.readNumber(at: start - base) }
      next = base + reading.end
      guard reading.isMention else { continue }
      reader.floor = reading.end
      mentions.append(
        ValueMention(
          range: ByteRange(base + reading.start, base + reading.end), kind: reading.kind, value: reading.value,
          isDeictic: reading.isDeictic))
    }
    guard reader.standsAlone else { return }
    if !found.isEmpty { found.removeAll(keepingCapacity: true) }
    for mention in mentions[count...] { found.append(mention.moved(by: -sentenceStart)) }
    memo.store(sentence: serial, true, found)
  }
}
