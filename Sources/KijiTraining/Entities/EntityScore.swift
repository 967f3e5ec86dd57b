import Annotation
import Foundation
import Morphology
import Normalization
import Sentences
import TextCore

/// Scores entities against a file of annotated texts, as `shared/eval/ner.py` does, without building kiji anew.
struct EntityScore: ~Copyable {
  /// Precision, recall and F1, micro-averaged over the types that the file's scheme knows.
  struct Figures {
    var correct = 0
    var found = 0
    var wanted = 0

    var precision: Double { found == 0 ? 0 : Double(correct) / Double(found) }
    var recall: Double { wanted == 0 ? 0 : Double(correct) / Double(wanted) }
    var f1: Double { found + wanted == 0 ? 0 : 2 * Double(correct) / Double(found + wanted) }
  }

  private struct Record: Decodable {
    struct Entity: Decodable {
      let span: [Int]
      let type: String
    }

    let text: String
    let entities: [Entity]
  }

  private struct Span: Hashable {
    let start: Int
    let end: Int
    let type: String
  }

  private var normalizer: Normalizer
  private var splitter = SentenceSplitter()
  private var segmenter: Segmenter
  private var table = MorphemeTable()
  private var annotator: EntityAnnotator

  init(model: MeCabModel, resources: EntityResources, usesDocument: Bool) throws {
    let normalizer = try Normalizer(form: .japanese)
    let segmenter = try Segmenter(model: model)
    self.normalizer = normalizer
    self.segmenter = segmenter
    annotator = EntityAnnotator(resources: resources, usesDocument: usesDocument)
  }

  /// Scores a file of texts; its name tells the scheme.
  mutating func score(_ path: String) throws -> Figures {
    let scheme = Scheme(path: path)
    let records = try JSONDecoder().decode([Record].self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    var figures = Figures()
    for record in records {
      let wanted = Set(
        record.entities.compactMap { entity in
          scheme.types[entity.type].map { Span(start: entity.span[0], end: entity.span[1], type: $0) }
        })
      let found = try find(record.text, scheme)
      figures.correct += wanted.intersection(found).count
      figures.found += found.count
      figures.wanted += wanted.count
    }
    return figures
  }

  private mutating func find(_ text: String, _ scheme: Scheme) throws -> Set<Span> {
    let bytes = Array(text.utf8)
    let normalized = normalizer.normalize(bytes.span)
    var sentences: [ByteRange<NormalizedSpace>] = []
    splitter.split(normalized.bytes.span, into: &sentences)
    table.removeAll()
    try segmenter.segment(normalized.bytes.span, sentences: sentences, into: &table)
    let findings = annotator.annotate(
      table, lexemes: segmenter.lexemes, text: normalized.bytes.span, anchor: nil)
    let scalars = ScalarIndex(bytes.span, unit: .scalar)
    var found: Set<Span> = []
    for mention in findings.mentions {
      guard let type = scheme.name(of: mention) else { continue }
      let range = normalized.map.sourceRange(of: mention.range)
      let start = scalars.offset(ofByte: range.lowerBound, in: bytes.span)
      found.insert(Span(start: start, end: scalars.offset(ofByte: range.upperBound, in: bytes.span), type: type))
    }
    return found
  }

  /// How the types of a file are named in kiji; organizations by kind where the file tells them apart.
  private struct Scheme {
    let types: [String: String]
    let tellsKinds: Bool

    init(path: String) {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      tellsKinds = name.hasPrefix("stockmark")
      types =
        if tellsKinds {
          [
            "人名": "person", "法人名": "organization/company", "政治的組織名": "organization/government",
            "その他の組織名": "organization/other", "地名": "location", "施設名": "facility", "製品名": "product", "イベント名": "event",
          ]
        } else if name.hasPrefix("gsd") {
          [
            "PERSON": "person", "ORG": "organization", "GPE": "location", "LOC": "location", "FAC": "facility",
            "PRODUCT": "product", "WORK_OF_ART": "product", "EVENT": "event", "LAW": "law", "DATE": "date",
            "TIME": "time", "MONEY": "money", "PERCENT": "percent",
          ]
        } else {
          [
            "PER": "person", "ORG": "organization", "LOC": "location", "FAC": "facility", "PRO": "product",
            "EVT": "event", "LAW": "law", "DAT": "date", "MNY": "money", "PCT": "percent", "QTY": "quantity",
          ]
        }
    }

    func name(of mention: EntityMention) -> String? {
      var name = mention.type.rawValue
      if tellsKinds, let kind = mention.kind { name += "/" + kind.rawValue }
      return types.values.contains(name) ? name : nil
    }
  }
}
