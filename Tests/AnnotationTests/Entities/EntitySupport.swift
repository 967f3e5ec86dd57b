import Annotation
import Morphology
import TextCore

/// What the tests of entities share: the model that the package carries, and the annotator over marked texts.
///
/// A text is marked with types, `⟦任天堂|company⟧は⟦京都市|location⟧にある。`; an organization's mark is its kind.
enum EntityCases {
  /// The model and the tables of the package, read once.
  static let resources: Result<EntityResources, any Error> = Result { try EntityResources() }

  /// The day that relative times in the cases are counted from.
  static let anchor = ValueCases.anchor

  /// The sentences of a text: they end at 。 and at line ends.
  static func sentences(of bytes: [UInt8]) -> [ByteRange<NormalizedSpace>] {
    var sentences: [ByteRange<NormalizedSpace>] = []
    var start = 0
    for place in bytes.indices {
      let isStop = place >= 2 && bytes[place] == 0x82 && bytes[place - 1] == 0x80 && bytes[place - 2] == 0xE3
      guard isStop || bytes[place] == 0x0A else { continue }
      sentences.append(ByteRange(start, place + 1))
      start = place + 1
    }
    if start < bytes.count { sentences.append(ByteRange(start, bytes.count)) }
    return sentences
  }

  /// The entities of a text.
  static func find(
    _ text: String, model: MeCabModel, anchor: CalendarDay? = EntityCases.anchor
  ) throws -> EntityFindings {
    let bytes = Array(text.utf8)
    var segmenter = try Segmenter(model: model)
    var annotator = EntityAnnotator(resources: try resources.get())
    var table = MorphemeTable()
    try segmenter.segment(bytes.span, sentences: sentences(of: bytes), into: &table)
    return annotator.annotate(table, lexemes: segmenter.lexemes, text: bytes.span, anchor: anchor)
  }

  /// A marked text without its marks.
  static func plain(_ marked: String) -> String {
    var text = ""
    var isType = false
    for character in marked {
      switch character {
      case "⟦": continue
      case "|": isType = true
      case "⟧": isType = false
      default: if !isType { text.append(character) }
      }
    }
    return text
  }

  /// A text with the mentions marked that were found in it.
  static func marked(_ text: String, _ findings: EntityFindings) -> String {
    let bytes = Array(text.utf8)
    var result = ""
    var place = 0
    for mention in findings.mentions {
      guard mention.range.lowerBound >= place else { return "mentions overlap: \(mention)" }
      let type = mention.kind?.rawValue ?? mention.type.rawValue
      result += String(decoding: bytes[place..<mention.range.lowerBound], as: UTF8.self)
      result += "⟦\(String(decoding: bytes[mention.range.offsets], as: UTF8.self))|\(type)⟧"
      place = mention.range.upperBound
    }
    return result + String(decoding: bytes[place...], as: UTF8.self)
  }

  /// The entities with their mentions, a line each: `Google: グーグル, Google`.
  static func lines(_ text: String, _ findings: EntityFindings) -> [String] {
    let bytes = Array(text.utf8)
    return findings.entities.indices.map { index in
      let mentions = findings.mentions.filter { $0.entity == index }
        .map { String(decoding: bytes[$0.range.offsets], as: UTF8.self) }
      return "\(findings.entities[index].name): \(mentions.joined(separator: ", "))"
    }
  }
}
