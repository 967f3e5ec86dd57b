internal import TextCore

/// How a block is written, for what is new in it.
struct HouseStyle {
  /// The line end of the file.
  let lineEnd: [UInt8]
  /// The quotes that text stands in most.
  let quote: UInt8
  /// What stands before the dash and behind it, where lists have dashes.
  let dash: [UInt8]?
  /// The quotes of the first list's items; `nil` where they have none, or there is no list.
  private let itemQuote: UInt8?
  private let hasLists: Bool
  /// Whether text stands without quotes for the most part.
  private let isPlain: Bool

  init(_ block: FrontMatterText) {
    let text = block.source.bytes.span
    var lines = LineWalk(0..<block.end)
    let first = lines.next(in: text)
    lineEnd = first.map { Array(block.source.bytes[$0.end..<lines.nextStart]) } ?? [0x0A]
    var counts = (double: 0, single: 0, plain: 0)
    var (dash, itemQuote): ([UInt8]?, UInt8?) = (nil, nil)
    var hasLists = false
    for entry in block.entries {
      guard let place = try? FieldPlace.find(entry, in: block) else { continue }
      switch place.form {
      case .quoted(UInt8(ascii: "\"")): counts.double += 1
      case .quoted: counts.single += 1
      case .plain: if case .scalar(.string, _) = entry.node { counts.plain += 1 }
      case .flowList where !hasLists:
        let scanner = ValueScanner(
          name: entry.name, kind: block.kind, offset: place.range.lowerBound, end: place.range.upperBound)
        guard let item = (try? FlowListScanner(scanner).items(in: text))?.items.first else { continue }
        hasLists = true
        itemQuote = Self.quote(text[item.lowerBound])
      case .blockList where !hasLists:
        var walk = LineWalk(place.range)
        guard let line = walk.next(in: text), let item = BlockListLine(line, in: text) else { continue }
        hasLists = true
        dash = Array(block.source.bytes[item.line.lowerBound..<item.value.lowerBound])
        itemQuote = Self.quote(text[item.value.lowerBound])
      default: continue
      }
    }
    (self.dash, self.itemQuote, self.hasLists) = (dash, itemQuote, hasLists)
    quote = counts.single > counts.double && block.kind != .json ? UInt8(ascii: "'") : UInt8(ascii: "\"")
    isPlain = counts.plain > counts.double + counts.single
  }

  private static func quote(_ byte: UInt8) -> UInt8? {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") ? byte : nil
  }

  /// A writer with the quotes of the block.
  func writer(_ kind: FrontMatter.Kind) -> ScalarWriter { ScalarWriter(kind: kind, houseQuote: quote) }

  /// The form of text in new lists.
  func itemForm(_ kind: FrontMatter.Kind) -> FieldPlace.Form {
    if let itemQuote { return .quoted(itemQuote) }
    return hasLists && kind == .yaml ? .plain : .quoted(quote)
  }

  /// New text.
  func scalar(_ text: String, _ kind: FrontMatter.Kind) -> [UInt8] {
    writer(kind).text(text, like: isPlain ? .plain : .quoted(quote))
  }

  /// A new list, from behind the sign after the name on.
  func list(_ labels: [String], _ kind: FrontMatter.Kind) -> [UInt8] {
    let isFlow = dash == nil || labels.isEmpty
    let items = labels.map { writer(kind).text($0, like: itemForm(kind), isInFlow: isFlow) }
    guard !isFlow, let dash else { return [0x20] + Self.flowList(items) }
    return items.reduce(into: []) { $0 += lineEnd + dash + $1 }
  }

  /// Items in brackets.
  static func flowList(_ items: [[UInt8]]) -> [UInt8] {
    [UInt8(ascii: "[")] + Array(items.joined(separator: Array(", ".utf8))) + [UInt8(ascii: "]")]
  }
}

/// Makes the edit that adds a field at the end of a block.
struct FieldInsertion {
  private let block: FrontMatterText
  private let house: HouseStyle

  init(_ block: FrontMatterText) {
    self.block = block
    house = HouseStyle(block)
  }

  /// The edit.
  func edit(for change: FrontMatterChange) throws(FrontMatterEditError) -> TextEdit {
    let name = name(of: change.field)
    switch block.kind {
    case .json: return json(name, change.value)
    case .toml, .yaml:
      let sign = block.kind == .toml ? " =" : ":"
      let field = Array((name + sign).utf8) + value(change.value)
      guard let place = insertionPlace else {
        throw .unsupportedForm(name: name, form: "加える場所を読み取れない")
      }
      return TextEdit(range: place..<place, replacement: field + house.lineEnd)
    }
  }

  private func value(_ value: FrontMatterChange.Value) -> [UInt8] {
    switch value {
    case .text(let text): [0x20] + house.scalar(text, block.kind)
    case .labels(let labels): house.list(labels, block.kind)
    case .minutes(let minutes): Array(" \(minutes)".utf8)
    }
  }

  /// The name as other names of the block are written: `reading_time`, `reading-time` or `readingTime`.
  private func name(of field: FrontMatterEditableField) -> String {
    guard field == .readingTime else { return field.rawValue }
    let names = block.entries.map(\.name)
    if names.contains(where: { $0.contains("_") }) { return "reading_time" }
    if names.contains(where: { $0.contains("-") }) { return "reading-time" }
    let hasCapitals = names.contains { $0.utf8.dropFirst().contains { 0x41...0x5A ~= $0 } }
    return hasCapitals || block.kind != .yaml ? "readingTime" : "reading_time"
  }

  /// The start of the line behind the last field of the top level; `nil` where the block's lines tell no fields.
  private var insertionPlace: Int? {
    let text = block.source.bytes.span
    let sections = FieldSection.topLevel(of: block.content, block.kind, in: text)
    guard let last = sections.last else {
      // An empty block, or a TOML block that begins with a table.
      return block.entries.isEmpty || block.kind == .toml ? block.content.lowerBound : nil
    }
    guard block.entries.contains(where: { $0.name == last.name && $0.place.lowerBound == last.range.lowerBound }) else {
      return nil
    }
    var lines = LineWalk(last.range.upperBound..<block.content.upperBound)
    _ = lines.next(in: text)
    return lines.nextStart
  }

  private func json(_ name: String, _ value: FrontMatterChange.Value) -> TextEdit {
    let bytes = block.source.bytes
    let field = Array("\"\(name)\":".utf8) + self.value(value)
    guard let last = block.entries.last, let first = block.entries.first else {
      let place = block.content.lowerBound + 1
      return TextEdit(range: place..<place, replacement: field)
    }
    // What parts the brace and the first field parts the new one as well.
    let separator = Array(bytes[block.content.lowerBound + 1..<first.place.lowerBound])
    return TextEdit(
      range: last.place.upperBound..<last.place.upperBound, replacement: [UInt8(ascii: ",")] + separator + field)
  }
}
