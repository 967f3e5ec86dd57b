internal import TextCore

/// Gives the fields of a block the meaning that blog engines give them.
///
/// Names are compared without letter case, hyphens and underscores: Hugo does not tell `Title` from `title`, and
/// `reading_time`, `reading-time` and `readingTime` are all about.
struct FrontMatterFields {
  private var matter: FrontMatter
  private var diagnostics: [Diagnostic] = []
  private var entries: [FrontMatterEntry]
  private var names: [String]
  private var isTaken: [Bool]

  /// Names of the date of publication, in the order they are asked. Engines and their themes differ.
  static let dateNames = [
    "date", "pubdate", "published", "publishdate", "publishedat", "publisheddate", "pubdatetime", "created",
    "createdat",
  ]

  /// Makes a front matter of `entries`, the fields at `range`.
  static func matter(
    of entries: [FrontMatterEntry], kind: FrontMatter.Kind, range: Range<Int>
  ) -> (FrontMatter, [Diagnostic]) {
    var fields = FrontMatterFields(entries, FrontMatter(kind: kind, range: ByteRange(range)))
    fields.assign()
    return (fields.matter, fields.diagnostics)
  }

  private init(_ entries: [FrontMatterEntry], _ matter: FrontMatter) {
    // Of a name that is written twice the last value counts, as for Jekyll.
    var last: [String: Int] = [:]
    for (index, entry) in entries.enumerated() { last[entry.name] = index }
    self.entries = entries.enumerated().filter { last[$1.name] == $0 }.map(\.element)
    self.matter = matter
    names = self.entries.map { Self.folded($0.name) }
    isTaken = self.entries.map { _ in false }
  }

  /// A name as it is compared.
  static func folded(_ name: String) -> String {
    let bytes = name.utf8.lazy
      .filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") }
      .map { 0x41...0x5A ~= $0 ? $0 + 0x20 : $0 }
    return String(decoding: Array(bytes), as: UTF8.self)
  }

  private mutating func assign() {
    matter.title = take("title") { $0.trimmedSpelling }
    takeDate()
    matter.author = take("author") { $0.people } ?? take("authors") { $0.people }
    matter.categories = takeLabels("categories", "category")
    matter.tags = takeLabels("tags", "tag")
    matter.excerpt = take("excerpt") { $0.trimmedSpelling }
    matter.description = take("description") { $0.trimmedSpelling } ?? take("summary") { $0.trimmedSpelling }
    matter.readingTime = take("readingtime") { $0.minutes }
    for (index, entry) in entries.enumerated() {
      matter.places[entry.name] = ByteRange(entry.place)
      if !isTaken[index] { matter.other.append(FrontMatterField(entry.name, entry.node.value)) }
    }
  }

  /// Takes the first field called `name` that has a value of the wanted form.
  private mutating func take<Value>(_ name: String, _ form: (FrontMatterNode) -> Value?) -> Value? {
    for index in names.indices where !isTaken[index] && names[index] == name {
      if let value = form(entries[index].node) {
        isTaken[index] = true
        return value
      }
    }
    return nil
  }

  private mutating func takeDate() {
    for name in Self.dateNames {
      if let date = take(name, { $0.date }) {
        matter.date = date
        return
      }
      // `published: false` is no date; what has no digit was not meant to be one.
      guard let index = names.firstIndex(of: name), let text = entries[index].node.spelling,
        name == "date" || text.utf8.contains(where: { 0x30...0x39 ~= $0 })
      else { continue }
      diagnostics.append(
        Diagnostic(
          DiagnosticCode("front-matter.date-unreadable"), .warning,
          "\(entries[index].name)の値を日付として読めません。「2025-11-02」のような、実在する日付に直してください。",
          at: ByteRange(entries[index].place)))
    }
  }

  /// The labels of two fields, each once. As in Jekyll, text of the plural is cut at white space; commas cut both.
  private mutating func takeLabels(_ plural: String, _ singular: String) -> [String] {
    var labels = take(plural) { $0.labels(cutAtSpaces: true) } ?? []
    labels += take(singular) { $0.labels(cutAtSpaces: false) } ?? []
    var seen: Set<String> = []
    return labels.filter { seen.insert($0).inserted }
  }
}

extension FrontMatterNode {
  /// The text of a scalar without white space around it; `nil` where nothing is left.
  fileprivate var trimmedSpelling: String? {
    guard let text = spelling?.trimmed, !text.isEmpty else { return nil }
    return text
  }

  fileprivate var date: ArticleDate? {
    switch self {
    case .scalar(.date(let date), _): date
    case .scalar(.string, let text), .scalar(.int, let text): ArticleDate(parsing: text)
    default: nil
    }
  }

  /// The name of a person, or of several.
  fileprivate var people: String? {
    switch self {
    case .scalar: return trimmedSpelling
    case .map: return self["name"]?.trimmedSpelling
    case .list(let nodes):
      let names = nodes.compactMap { $0.isList ? nil : $0.people }
      return names.isEmpty ? nil : names.joined(separator: "、")
    }
  }

  private var isList: Bool { if case .list = self { true } else { false } }

  /// Categories or tags; lists in lists are flattened.
  fileprivate func labels(cutAtSpaces: Bool) -> [String]? {
    switch self {
    case .scalar:
      guard let text = trimmedSpelling else { return nil }
      let parts = text.split { ",，、".contains($0) }
      let isList = parts.count > 1 || !cutAtSpaces
      return (isList ? parts : text.split(whereSeparator: \.isWhitespace)).map(\.trimmed).filter { !$0.isEmpty }
    case .list(let nodes):
      var labels: [String] = []
      for node in nodes {
        switch node {
        case .scalar: labels += node.trimmedSpelling.map { [$0] } ?? []
        case .list: labels += node.labels(cutAtSpaces: false) ?? []
        case .map: labels += node["name"]?.trimmedSpelling.map { [$0] } ?? []
        }
      }
      return labels
    case .map: return nil
    }
  }

  /// Minutes: a number, or the first number of a text such as `約8分` or `8 min`.
  fileprivate var minutes: Double? {
    guard case .scalar(let value, let text) = self else { return nil }
    switch value {
    case .int(let number): return number >= 0 ? Double(number) : nil
    case .double(let number): return number >= 0 ? number : nil
    case .string:
      let digits = text.unicodeScalars.lazy
        .map { 0xFF10...0xFF19 ~= $0.value ? UInt8($0.value - 0xFEE0) : $0.isASCII ? UInt8($0.value) : 0 }
        .drop { !(0x30...0x39 ~= $0) }
        .prefix { 0x30...0x39 ~= $0 || $0 == UInt8(ascii: ".") }
      return Double(String(decoding: Array(digits), as: UTF8.self))
    default: return nil
    }
  }

  /// All texts in it, joined, for a YAML name that is a list or a mapping.
  var joinedText: String {
    switch self {
    case .scalar(_, let spelling): spelling
    case .list(let nodes): nodes.map(\.joinedText).joined(separator: ", ")
    case .map(let entries): entries.map { "\($0.name): \($0.node.joinedText)" }.joined(separator: ", ")
    }
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmed: String {
    var text = Substring(self).drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
