import Morphology
import TextCore

/// Which lexemes may begin a value, read off their surface once; most sentences have none.
struct LexemeTriggers {
  enum Trigger: UInt8 {
    case none
    /// Digits, or kanji for numbers.
    case number
    /// The beginning of a word for a time, or all of it.
    case word
  }

  private var triggers: [Trigger] = []
  private var generation = -1
  private let lexicon: ValueLexicon

  init(lexicon: ValueLexicon) { self.lexicon = lexicon }

  @inline(__always)
  subscript(lexeme: UInt32) -> Trigger { triggers[Int(lexeme)] }

  /// The first morpheme behind one that may begin a value; `end` where none before that does.
  @inline(__always)
  func firstTrigger(after index: Int, before end: Int, in table: borrowing MorphemeTable) -> Int {
    table.lexemes.withUnsafeBufferPointer { ids in
      triggers.withUnsafeBufferPointer { triggers in
        var next = index + 1
        // SAFETY: all lexemes of the table were read, and `end` is a place of the table.
        while next < end, triggers[Int(ids[next])] == .none { next += 1 }
        return next
      }
    }
  }

  /// Reads the lexemes that came in since the last call.
  mutating func update(_ lexemes: borrowing LexemeTable) {
    if lexemes.generation != generation {
      triggers.removeAll(keepingCapacity: true)
      generation = lexemes.generation
    }
    while triggers.count < lexemes.count {
      let surface = lexemes.vocabulary.range(of: lexemes.surfaces[triggers.count])
      triggers.append(trigger(lexemes.vocabulary.pool.span.extracting(surface)))
    }
  }

  private func trigger(_ surface: Span<UInt8>) -> Trigger {
    guard surface.count > 0 else { return .none }
    if surface[0] &- 0x30 < 10 { return .number }
    if lexicon.timePhrases.hasPhrase(beginningWith: surface) { return .word }
    return isNumeral(surface) ? .number : .none
  }

  /// Whether a surface is a number in kanji, with a unit behind it or without: 七百, 二人, 三月, but not 三菱 and 一方.
  private func isNumeral(_ surface: Span<UInt8>) -> Bool {
    var place = 0
    var lastStart = 0
    while place < surface.count {
      let (scalar, length) = UTF8Scan.scalar(at: place, in: surface)
      let isNumeral =
        SentenceText.kanjiDigit(scalar) != nil || SentenceText.smallPower(scalar) != nil
        || scalar == SentenceText.several
        || place > 0 && SentenceText.bigPower(scalar) != nil
      guard isNumeral else { break }
      lastStart = place
      place += length
    }
    guard place > 0 else { return false }
    if place == surface.count { return true }
    return isUnit(surface.extracting(place...)) || lastStart > 0 && isUnit(surface.extracting(lastStart...))
  }

  private func isUnit(_ rest: Span<UInt8>) -> Bool {
    switch rest.string(0..<rest.count) {
    case "年", "月", "日", "時", "世紀": return true
    default: break
    }
    var bytes = rest.withUnsafeBufferPointer { Array($0) }
    bytes.append(0)
    return lexicon.unitPhrases.longest(in: bytes, at: 0)?.end == rest.count
  }
}
