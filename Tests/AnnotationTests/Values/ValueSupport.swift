import Annotation
import Morphology
import TextCore

/// What the tests of values share: marked sentences, and the scanner over them.
enum ValueCases {
  /// The day that relative times in the cases are counted from, a Sunday.
  static let anchor = CalendarDay(year: 2025, month: 11, day: 2)

  /// IPADIC where it is installed; it decides where words end.
  static let model: MeCabModel? = (try? DictionaryLocator().locate(.named(.ipadic))).flatMap { try? MeCabModel($0) }

  /// The tables of the package, read once.
  static let lexicon = ValueLexicon()

  /// The lines of a text without empty ones.
  static func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

  /// A sentence, and the values that are marked in it: `⟦5割⟧を占める。 = percent 50 %`.
  static func read(_ line: String) -> (text: String, marks: [String]) {
    let parts = line.split(separator: " = ", maxSplits: 1).map(String.init)
    let isMarked = line.contains("⟦")
    let sentence = isMarked ? parts[0] : line
    let values = isMarked && parts.count > 1 ? parts[1].split(separator: "; ").map(String.init) : []
    var text = ""
    var marks: [String] = []
    var start = 0
    for character in sentence {
      switch character {
      case "⟦": start = text.utf8.count
      case "⟧":
        let value = marks.count < values.count ? values[marks.count] : "no value given"
        marks.append("\(start)..<\(text.utf8.count) \(value)")
      default: text.append(character)
      }
    }
    return (text, marks)
  }
}

extension ValueMention {
  /// The mention as the cases write it.
  var mark: String {
    let value = self.value.map { "\($0)" } ?? "-"
    return "\(range.lowerBound)..<\(range.upperBound) \(kind.rawValue) \(value)\(isDeictic ? " deictic" : "")"
  }
}

/// A text in morphemes of any kind, without MeCab.
struct HandMadeSentence: ~Copyable {
  private(set) var text: [UInt8] = []
  private(set) var table = MorphemeTable()
  private(set) var lexemes = LexemeTable()
  private var known: [String: UInt32] = [:]

  /// Appends a morpheme, once or many times.
  mutating func append(_ surface: String, count: Int = 1) {
    let lexeme = known[surface] ?? lexemes.add(surface, .other)
    known[surface] = lexeme
    let bytes = Array(surface.utf8)
    for _ in 0..<count {
      let start = text.count
      text += bytes
      table.append(lexeme, start: start, end: text.count)
    }
  }

  /// Ends the sentence.
  mutating func end() { table.endSentence() }

  /// The values of all sentences.
  func scan(with scanner: inout ValueScanner, anchor: CalendarDay? = ValueCases.anchor) -> [ValueMention] {
    var mentions: [ValueMention] = []
    scanner.beginArticle(anchor: anchor)
    for index in 0..<table.sentenceCount {
      scanner.scan(table.morphemes(ofSentence: index), of: table, lexemes: lexemes, text: text.span, into: &mentions)
    }
    return mentions
  }
}
