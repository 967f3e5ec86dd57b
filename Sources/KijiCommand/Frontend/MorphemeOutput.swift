import Morphology
import Reporting
import TextCore

/// Writes morphemes, one sentence after the other.
struct MorphemeOutput {
  let format: Segment.Format
  /// What waits to be written.
  var bytes: [UInt8] = []
  private var sentenceCount = 0

  init(format: Segment.Format) { self.format = format }

  /// Appends a sentence; a sentence without morphemes leaves no trace.
  mutating func append(
    _ text: Span<UInt8>, _ sentence: ByteRange<NormalizedSpace>, _ table: borrowing MorphemeTable,
    _ lexemes: borrowing LexemeTable
  ) {
    guard table.count > 0 else { return }
    sentenceCount += 1
    switch format {
    case .mecab: break
    case .wakati:
      for index in 0..<table.count { append(text, table.range(of: index), " ") }
      bytes.append(0x0A)
    case .tsv:
      for index in 0..<table.count { appendRow(Morpheme(index, text, table, lexemes)) }
      bytes.append(0x0A)
    case .conllu:
      append(
        "# sent_id = \(sentenceCount)\n# text = \(Self.line(text.string(table.range(of: 0..<table.count).offsets)))\n")
      for index in 0..<table.count { appendCoNLLU(Morpheme(index, text, table, lexemes), index + 1) }
      bytes.append(0x0A)
    case .json: appendJSON(text, table, lexemes)
    }
  }

  /// Writes what waits.
  mutating func flush() {
    Console.write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  private struct Morpheme {
    let surface: String
    let partOfSpeech: PartOfSpeech
    let base: String
    let reading: String
    let isUnknown: Bool
    let range: Range<Int>

    init(_ index: Int, _ text: Span<UInt8>, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable) {
      let lexeme = table.lexemes[index]
      range = table.range(of: index).offsets
      surface = text.string(range)
      partOfSpeech = lexemes.partsOfSpeech[Int(lexeme)]
      base = lexemes.baseForm(of: lexeme)
      reading = lexemes.reading(of: lexeme)
      isUnknown = lexemes.isUnknown[Int(lexeme)]
    }
  }

  private mutating func appendRow(_ morpheme: Morpheme) {
    append(
      DelimitedText.tsv([[morpheme.surface, "\(morpheme.partOfSpeech)", morpheme.base, morpheme.reading]]))
  }

  /// A line of CoNLL-U: <https://universaldependencies.org/format.html>
  private mutating func appendCoNLLU(_ morpheme: Morpheme, _ number: Int) {
    let columns = [
      String(number), Self.line(morpheme.surface), Self.line(morpheme.base), UniversalTag.of(morpheme.partOfSpeech),
      "\(morpheme.partOfSpeech)", "_", "_", "_", "_",
      "Reading=\(Self.line(morpheme.reading).replacing("|", with: "/"))",
    ]
    append(columns.joined(separator: "\t") + "\n")
  }

  /// One object a sentence, on a line of its own.
  private mutating func appendJSON(
    _ text: Span<UInt8>, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable
  ) {
    var output = JSONOutput()
    output.beginObject()
    output.key("text")
    output.string(text.string(table.range(of: 0..<table.count).offsets))
    output.key("morphemes")
    output.beginArray()
    for index in 0..<table.count {
      let morpheme = Morpheme(index, text, table, lexemes)
      output.beginObject()
      for (name, value) in [
        ("surface", morpheme.surface), ("partOfSpeech", "\(morpheme.partOfSpeech)"), ("baseForm", morpheme.base),
        ("reading", morpheme.reading),
      ] {
        output.key(name)
        output.string(value)
      }
      output.key("known")
      output.bool(!morpheme.isUnknown)
      output.endObject()
    }
    output.endArray()
    output.endObject()
    bytes += output.bytes
    bytes.append(0x0A)
  }

  private mutating func append(_ text: Span<UInt8>, _ range: ByteRange<NormalizedSpace>, _ separator: String) {
    for index in range.offsets { bytes.append(text[index]) }
    append(separator)
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Text for one column of one line.
  private static func line(_ text: String) -> String {
    String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }
}

/// The universal part-of-speech tags: <https://universaldependencies.org/u/pos/>
enum UniversalTag {
  static func of(_ part: PartOfSpeech) -> String {
    switch part {
    case .commonNoun, .verbalNoun, .adverbialNoun, .counterSuffix, .nounSuffix, .nameSuffix, .placeSuffix, .prefix,
      .dependentNoun:
      "NOUN"
    case .adjectivalNoun, .adjective, .dependentAdjective: "ADJ"
    case .properNoun, .personName, .surname, .givenName, .organization, .place, .country: "PROPN"
    case .pronoun: "PRON"
    case .numeral: "NUM"
    case .verb: "VERB"
    case .dependentVerb, .verbSuffix, .auxiliary: "AUX"
    case .adverb: "ADV"
    case .adnominal: "DET"
    case .conjunction: "CCONJ"
    case .interjection, .filler: "INTJ"
    case .caseParticle, .bindingParticle, .adverbialParticle, .adnominalParticle: "ADP"
    case .conjunctiveParticle: "SCONJ"
    case .finalParticle, .otherParticle: "PART"
    case .fullStop, .comma, .openBracket, .closeBracket: "PUNCT"
    case .symbol: "SYM"
    case .space, .other: "X"
    }
  }
}
