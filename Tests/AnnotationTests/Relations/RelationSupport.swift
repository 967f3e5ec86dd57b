import Annotation
import Morphology
import Testing
import TextCore

/// A text whose mentions are marked in it, `[NVIDIA|com]は[OpenAI|com]に[1000億ドル|money]を投資する`.
///
/// Mentions of the same text are the same entity; `[同じもの|com=2]` names the number of another one. Sentences end at
/// 。, ？ and line ends.
struct MarkedText {
  private(set) var bytes: [UInt8] = []
  private(set) var sentences: [ByteRange<NormalizedSpace>] = []
  private(set) var marks: [(range: Range<Int>, type: EntityType, kind: OrganizationKind?, entity: Int)] = []
  /// The text of each entity's first mention.
  private(set) var names: [String] = []

  init(_ text: String) {
    var start = 0
    for part in text.split(separator: "[", omittingEmptySubsequences: false).enumerated() {
      var rest = part.element
      if part.offset > 0, let bar = rest.firstIndex(of: "|"), let end = rest.firstIndex(of: "]") {
        append(mention: String(rest[..<bar]), type: rest[rest.index(after: bar)..<end])
        rest = rest[rest.index(after: end)...]
      }
      for character in rest {
        bytes += Array(String(character).utf8)
        if character == "。" || character == "？" || character == "\n" {
          sentences.append(ByteRange(start, bytes.count))
          start = bytes.count
        }
      }
    }
    if start < bytes.count { sentences.append(ByteRange(start, bytes.count)) }
  }

  private mutating func append(mention: String, type: Substring) {
    let first = bytes.count
    bytes += Array(mention.utf8)
    let entity = names.firstIndex(of: mention) ?? names.count
    if entity == names.count { names.append(mention) }
    marks.append((first..<bytes.count, Self.type(type), type == "com" ? .company : nil, entity))
  }

  private static func type(_ name: Substring) -> EntityType {
    switch name {
    case "com", "org", "gov": .organization
    case "per": .person
    case "pro": .product
    case "loc": .location
    case "fac": .facility
    case "date": .date
    case "pct": .percent
    default: .money
    }
  }

  /// The mentions with the morphemes that they cover.
  func mentions(in table: borrowing MorphemeTable) -> [EntityMention] {
    var mentions: [EntityMention] = []
    for mark in marks {
      var covered: [Int] = []
      var sentence = 0
      for index in 0..<table.sentenceCount {
        for morpheme in table.morphemes(ofSentence: index)
        where table.range(of: morpheme).overlaps(ByteRange(mark.range)) {
          covered.append(morpheme)
          sentence = index
        }
      }
      guard let first = covered.first, let last = covered.last else { continue }
      mentions.append(
        EntityMention(
          range: ByteRange(mark.range), morphemes: first..<last + 1, sentence: sentence, type: mark.type,
          kind: mark.kind, entity: mark.entity))
    }
    return mentions
  }
}

/// Finds the deals of marked texts with the system's IPADIC.
struct RelationBench {
  private let model: MeCabModel
  private let lexicon = RelationLexicon()

  /// `nil` where no IPADIC is installed.
  init?() {
    guard let location = try? DictionaryLocator().locate(.named(.ipadic)), let model = try? MeCabModel(location) else {
      return nil
    }
    self.model = model
  }

  /// The deals as lines: `investment NVIDIA > OpenAI 1000億ドル planned`; a side or amount that is not named is left
  /// out, and so is `stated`.
  func deals(_ text: String) throws -> [String] {
    let marked = MarkedText(text)
    var segmenter = try Segmenter(model: model)
    var table = MorphemeTable()
    try segmenter.segment(marked.bytes.span, sentences: marked.sentences, into: &table)
    let mentions = marked.mentions(in: table)
    var extractor = RelationExtractor(lexicon: lexicon)
    let found = extractor.extract(
      from: table, lexemes: segmenter.lexemes, text: marked.bytes.span, mentions: mentions)
    return found.map { deal in
      var line = "\(deal.type.rawValue) \(marked.names[deal.from])"
      if let to = deal.to { line += " > \(marked.names[to])" }
      if let amount = deal.amount { line += " \(marked.names[mentions[amount].entity])" }
      if deal.certainty != .stated { line += " \(deal.certainty.rawValue)" }
      return line
    }
  }
}

/// A text and its deals.
struct DealCase: CustomTestStringConvertible, Sendable {
  let text: String
  let deals: [String]

  init(_ text: String, _ deals: String...) {
    self.text = text
    self.deals = deals
  }

  var testDescription: String { text }
}

/// Expects each text to have its deals and no others.
func expectDeals(_ cases: [DealCase]) throws {
  guard let bench = RelationBench() else { return }
  for example in cases {
    let found = try bench.deals(example.text)
    #expect(found == example.deals, "\(example.text)")
  }
}
