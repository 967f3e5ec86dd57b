internal import TextCore

/// Makes the edit that gives a field a new value in the manner of the old one.
struct FieldRewriting {
  private let block: FrontMatterText
  private let entry: FrontMatterEntry
  private let place: FieldPlace
  private let house: HouseStyle

  init(_ block: FrontMatterText, _ entry: FrontMatterEntry, _ place: FieldPlace) {
    (self.block, self.entry, self.place) = (block, entry, place)
    house = HouseStyle(block)
  }

  /// The edit.
  func edit(to value: FrontMatterChange.Value) throws(FrontMatterEditError) -> TextEdit {
    switch value {
    case .text(let text):
      guard place.form != .flowList, place.form != .blockList else { throw refused("リストになっている") }
      return scalar(text)
    case .minutes(let minutes): return try number(minutes)
    case .labels(let labels):
      switch place.form {
      case .flowList: return try flowList(labels)
      case .blockList: return try blockList(labels)
      case .empty: return insertion(house.list(labels, block.kind))
      case .plain, .quoted, .multilineQuoted, .blockText: return labelText(labels)
      }
    }
  }

  private func refused(_ form: String) -> FrontMatterEditError { .unsupportedForm(name: entry.name, form: form) }

  // MARK: Scalars

  private func scalar(_ text: String) -> TextEdit {
    switch place.form {
    case .empty: return insertion([0x20] + house.scalar(text, block.kind))
    case .blockText(let indent) where ScalarWriter.isLineText(text):
      return TextEdit(range: place.range, replacement: indent + Array(text.utf8))
    default:
      return TextEdit(range: place.range, replacement: house.writer(block.kind).text(text, like: place.form))
    }
  }

  /// A number; in text such as `約8分` the first number of the text.
  private func number(_ minutes: Int) throws(FrontMatterEditError) -> TextEdit {
    switch place.form {
    case .empty: return insertion([0x20] + Array(String(minutes).utf8))
    case .plain, .quoted:
      let text = block.source.bytes.span
      var start = place.range.lowerBound
      while start < place.range.upperBound, !text[start].isASCIIDigit { start += 1 }
      var end = start
      while end < place.range.upperBound, text[end].isASCIIDigit || text[end] == UInt8(ascii: ".") { end += 1 }
      guard start < end else { throw refused("数字が半角でない") }
      return TextEdit(range: start..<end, replacement: Array(String(minutes).utf8))
    default: throw refused("数値になっていない")
    }
  }

  /// What stands behind the sign after the name.
  private func insertion(_ value: [UInt8]) -> TextEdit {
    TextEdit(range: place.range, replacement: value)
  }

  // MARK: Labels

  /// Labels in one text, parted as they are; as a list where they cannot be parted so.
  private func labelText(_ labels: [String]) -> TextEdit {
    let old = entry.node.spelling ?? ""
    let comma = old.first { ",，、".contains($0) }
    let isCut = FrontMatterFields.folded(entry.name).hasSuffix("s") || comma != nil
    let separator = comma.map { $0 == "," ? ", " : String($0) } ?? " "
    let holds = labels.allSatisfy { label in
      !label.contains { ",，、".contains($0) } && (comma != nil || !label.contains(where: \.isWhitespace))
    }
    if labels.count == 1 && !isCut || holds && !labels.isEmpty && isCut {
      return scalar(labels.joined(separator: separator))
    }
    let writer = house.writer(block.kind)
    let items = labels.map { writer.text($0, like: place.form, isInFlow: true) }
    return TextEdit(range: place.range, replacement: HouseStyle.flowList(items))
  }

  private func flowList(_ labels: [String]) throws(FrontMatterEditError) -> TextEdit {
    let text = block.source.bytes.span
    let scanner = ValueScanner(
      name: entry.name, kind: block.kind, offset: place.range.lowerBound, end: place.range.upperBound)
    let old = try FlowListScanner(scanner).items(in: text).items
    guard case .list(let nodes) = entry.node, nodes.count == old.count else { throw refused("リストの項目を読み取れない") }
    let form = old.first.map { Self.form(of: text[$0.lowerBound]) } ?? house.itemForm(block.kind)
    let written = Dictionary(zip(nodes, old).map { ($0.spelling ?? "", $1) }) { first, _ in first }
    let writer = house.writer(block.kind)
    let items = labels.map { label in
      written[label].map { Array(block.source.bytes[$0]) } ?? writer.text(label, like: form, isInFlow: true)
    }
    guard let first = old.first, let last = old.last, !items.isEmpty else {
      return TextEdit(range: place.range, replacement: HouseStyle.flowList(items))
    }
    func bytes(_ start: Int, _ end: Int) -> [UInt8] { Array(block.source.bytes[start..<end]) }
    let open = bytes(place.range.lowerBound, first.lowerBound)
    let separator =
      old.count > 1
      ? bytes(first.upperBound, old[1].lowerBound)
      : open.contains(0x0A) ? [UInt8(ascii: ",")] + open.dropFirst() : Array(", ".utf8)
    return TextEdit(
      range: place.range,
      replacement: open + Array(items.joined(separator: separator)) + bytes(last.upperBound, place.range.upperBound))
  }

  private func blockList(_ labels: [String]) throws(FrontMatterEditError) -> TextEdit {
    let text = block.source.bytes.span
    guard case .list(let nodes) = entry.node else { throw refused("リストの項目を読み取れない") }
    var lines: [BlockListLine] = []
    var walk = LineWalk(place.range.lowerBound..<place.range.upperBound)
    while let line = walk.next(in: text) {
      guard line.trimmedEnd(in: text) > line.start else { continue }
      guard let item = BlockListLine(line, in: text) else { throw refused("リストの項目が複数行か、コメントや入れ子を含む") }
      lines.append(item)
    }
    guard lines.count == nodes.count, let first = lines.first,
      lines.allSatisfy({ $0.indent.count == first.indent.count })
    else { throw refused("リストの項目を読み取れない") }
    var written: [String: Range<Int>] = [:]
    for (node, line) in zip(nodes, lines) {
      guard let spelling = node.spelling else { throw refused("リストの中に空の項目か入れ子がある") }
      if line.hasComment, !labels.contains(spelling) { throw refused("消す項目にコメントが付いている") }
      written[spelling] = written[spelling] ?? line.line
    }
    guard !labels.isEmpty else { throw refused("空のリストにすることになる") }
    let writer = house.writer(block.kind)
    let form = Self.form(of: text[first.value.lowerBound])
    let items = labels.map { label in
      written[label].map { Array(block.source.bytes[$0]) }
        ?? Array(block.source.bytes[first.line.lowerBound..<first.value.lowerBound]) + writer.text(label, like: form)
    }
    return TextEdit(range: place.range, replacement: Array(items.joined(separator: house.lineEnd)))
  }

  private static func form(of first: UInt8) -> FieldPlace.Form {
    first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") ? .quoted(first) : .plain
  }
}

extension ScalarWriter {
  /// Whether text can stand as one line of block text.
  static func isLineText(_ text: String) -> Bool {
    guard let first = text.first, let last = text.last, !first.isWhitespace, !last.isWhitespace else { return false }
    return !text.contains(where: \.isNewline)
  }
}

/// A line of a block list that holds a whole item.
struct BlockListLine {
  /// The line without its end.
  let line: Range<Int>
  /// The item.
  let value: Range<Int>
  let indent: [UInt8]
  let hasComment: Bool

  /// Reads a line; `nil` where it is no such line.
  init?(_ line: LineWalk.Line, in text: Span<UInt8>) {
    var start = line.start
    var indent: [UInt8] = []
    while start < line.end, text[start] == 0x20 {
      indent.append(0x20)
      start += 1
    }
    guard start + 1 < line.end, text[start] == UInt8(ascii: "-"), text[start + 1] == 0x20 else { return nil }
    start += 1
    while start < line.end, text[start] == 0x20 { start += 1 }
    guard start < line.end, !"&*!|>[{#-".utf8.contains(text[start]) else { return nil }
    let scanner = ValueScanner(name: "", kind: .yaml, offset: start, end: line.end)
    var end = line.trimmedEnd(in: text)
    var hasComment = false
    if text[start] == UInt8(ascii: "\"") || text[start] == UInt8(ascii: "'") {
      guard let close = try? scanner.quotedEnd(in: text) else { return nil }
      hasComment = close < end
      end = close
    } else {
      for place in start..<end where text[place] == UInt8(ascii: "#") && text[place - 1] == 0x20 {
        hasComment = true
        end = place
        break
      }
    }
    self.line = line.start..<line.end
    value = start..<end
    self.indent = indent
    self.hasComment = hasComment
  }
}
