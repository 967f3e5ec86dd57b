import Annotation
import Foundation

/// A text with the names that somebody marked in it.
struct AnnotatedText {
  /// The text.
  let text: String
  /// A name that is marked.
  struct Mark {
    /// Where it stands, in Unicode scalars.
    let range: Range<Int>
    /// The classes that the mark allows.
    let classes: [NameClass]
    /// Whether it may as well be no name.
    let mayBeOutside: Bool
  }

  /// The names.
  let names: [Mark]
  /// Which names the annotators did not mark although they are there.
  let unmarked: [NameClass]

  /// How a data set names its marks. Sets differ in what they tell apart and in what they mark; the tagger learns one
  /// set of classes from all, each mark standing for the classes that it may mean.
  private enum View {
    case stockmark, gsd

    func classes(of type: String) -> (classes: [NameClass], mayBeOutside: Bool)? {
      switch (self, type) {
      case (.stockmark, "人名"), (.gsd, "PERSON"): ([.person], false)
      case (.stockmark, "法人名"): ([.company], false)
      case (.stockmark, "政治的組織名"): ([.government], false)
      case (.stockmark, "その他の組織名"): ([.organization], false)
      case (.stockmark, "地名"), (.gsd, "GPE"), (.gsd, "LOC"): ([.location], false)
      case (.stockmark, "施設名"), (.gsd, "FAC"): ([.facility], false)
      case (.stockmark, "製品名"): ([.product, .work], false)
      case (.stockmark, "イベント名"), (.gsd, "EVENT"): ([.event], false)
      case (.gsd, "ORG"): ([.company, .government, .organization], false)
      case (.gsd, "PRODUCT"): ([.product], false)
      case (.gsd, "WORK_OF_ART"): ([.work], false)
      case (.gsd, "LAW"): ([.law], false)
      // Nationalities, parties and religions in one: parties are organizations elsewhere, 日本人 is no name.
      case (.gsd, "NORP"): ([.government, .organization], true)
      default: nil
      }
    }
  }

  private struct Record: Decodable {
    struct Entity: Decodable {
      let span: [Int]
      let type: String
    }

    let text: String
    let entities: [Entity]
  }

  /// Reads `stockmark-train.json` or `gsd-train.json`.
  static func read(json path: String) throws -> [AnnotatedText] {
    let view: View = path.contains("stockmark") ? .stockmark : .gsd
    let records = try JSONDecoder().decode([Record].self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    return records.map { record in
      AnnotatedText(
        text: record.text,
        names: record.entities.compactMap { entity in
          guard entity.span.count == 2, entity.span[0] < entity.span[1],
            let marked = view.classes(of: entity.type)
          else { return nil }
          return Mark(
            range: entity.span[0]..<entity.span[1], classes: marked.classes, mayBeOutside: marked.mayBeOutside)
        },
        unmarked: view == .stockmark ? [.law] : [])
    }
  }

  /// Reads lines with marks like `[トヨタ自動車|com]`; `#` begins a comment.
  static func read(marked path: String) throws -> [AnnotatedText] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map(AnnotatedText.init(marked:))
  }

  /// Reads one line with marks. A mark of an unknown type is text.
  init(marked line: Substring) {
    var text = String.UnicodeScalarView()
    var names: [Mark] = []
    var rest = line.unicodeScalars[...]
    while let open = rest.firstIndex(of: "[") {
      text.append(contentsOf: rest[..<open])
      rest = rest[rest.index(after: open)...]
      guard let bar = rest.firstIndex(of: "|"), let close = rest.firstIndex(of: "]"), bar < close,
        let name = NameClass(word: Substring(rest[rest.index(after: bar)..<close]))
      else {
        text.append("[")
        continue
      }
      let start = text.count
      text.append(contentsOf: rest[..<bar])
      names.append(
        Mark(
          range: start..<text.count, classes: name == .product ? [.product, .work] : [name], mayBeOutside: false))
      rest = rest[rest.index(after: close)...]
    }
    text.append(contentsOf: rest)
    self.init(text: String(text), names: names, unmarked: [])
  }

  init(text: String, names: [Mark], unmarked: [NameClass]) {
    self.text = text
    self.names = names
    self.unmarked = unmarked
  }
}
