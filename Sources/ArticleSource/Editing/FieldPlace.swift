internal import TextCore

/// Where the value of a field stands and how it is written.
struct FieldPlace {
  /// How a value is written.
  enum Form: Equatable {
    /// Not at all.
    case empty
    /// Without quotes.
    case plain
    /// Between marks of one character each: `"` or `'`.
    case quoted(UInt8)
    /// Between marks of three: TOML's `"""` and `'''`.
    case multilineQuoted(UInt8)
    /// As indented lines below a YAML `|` or `>`; with their indentation.
    case blockText(indent: [UInt8])
    /// In brackets.
    case flowList
    /// As lines with dashes.
    case blockList
  }

  let form: Form
  /// The value's bytes, marks included; of a block list from the first dash's line to the end of the last item, of
  /// block text the lines. Empty, behind the sign after the name, where there is no value.
  let range: Range<Int>

  /// Finds the value of `entry`.
  /// - Throws: `FrontMatterEditError.unsupportedForm` for what is not rewritten.
  static func find(_ entry: FrontMatterEntry, in block: FrontMatterText) throws(FrontMatterEditError) -> FieldPlace {
    let text = block.source.bytes.span
    var scanner = ValueScanner(
      name: entry.name, kind: block.kind, offset: entry.place.lowerBound, end: block.content.upperBound)
    if block.kind == .json { return try scanner.json(in: text) }
    let sections = FieldSection.topLevel(of: block.content, block.kind, in: text)
    guard sections.count(where: { $0.name == entry.name }) == 1,
      let section = sections.first(where: { $0.name == entry.name }),
      section.range.lowerBound == entry.place.lowerBound
    else { throw .unsupportedForm(name: entry.name, form: "二重に書かれているか、読み取れない位置にある") }
    scanner.offset = section.value.lowerBound
    scanner.end = section.range.upperBound
    return try block.kind == .toml ? scanner.toml(in: text) : scanner.yaml(in: text)
  }
}

extension FieldSection {
  /// The fields of the top level; TOML's end where the first table begins.
  static func topLevel(of content: Range<Int>, _ kind: FrontMatter.Kind, in text: Span<UInt8>) -> [FieldSection] {
    let sections = sections(of: content, kind, in: text)
    guard kind == .toml else { return sections }
    return Array(sections.prefix { text[$0.range.lowerBound] != UInt8(ascii: "[") })
  }
}

/// Finds the end of a value from its beginning.
struct ValueScanner {
  let name: String
  let kind: FrontMatter.Kind
  var offset: Int
  var end: Int

  private func refused(_ form: String) -> FrontMatterEditError { .unsupportedForm(name: name, form: form) }

  // MARK: Languages

  /// A value of JSON, from the field's name on.
  mutating func json(in text: Span<UInt8>) throws(FrontMatterEditError) -> FieldPlace {
    offset = try quotedEnd(in: text)
    skipSpace(in: text)
    offset += 1
    skipSpace(in: text)
    return try marked(in: text) ?? FieldPlace(form: .plain, range: offset..<wordEnd(in: text))
  }

  /// A value of TOML.
  mutating func toml(in text: Span<UInt8>) throws(FrontMatterEditError) -> FieldPlace {
    let quote = offset < end ? text[offset] : 0
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), offset + 2 < end, text[offset + 1] == quote,
      text[offset + 2] == quote
    {
      return FieldPlace(form: .multilineQuoted(quote), range: offset..<(try multilineEnd(quote, in: text)))
    }
    return try marked(in: text) ?? FieldPlace(form: .plain, range: offset..<wordEnd(in: text))
  }

  /// A value of YAML, from behind the colon and its spaces.
  mutating func yaml(in text: Span<UInt8>) throws(FrontMatterEditError) -> FieldPlace {
    let start = offset
    if offset >= end || isLineEnd(offset, text) || text[offset] == UInt8(ascii: "#") {
      skipBlankLines(in: text)
      guard offset < end else {
        var place = start
        while place > 0, text[place - 1] == 0x20 || text[place - 1] == 0x09 { place -= 1 }
        return FieldPlace(form: .empty, range: place..<place)
      }
      var first = offset
      while first < end, text[first] == 0x20 { first += 1 }
      if text[first] == UInt8(ascii: "-"), first + 1 >= end || text[first + 1] == 0x20 || isLineEnd(first + 1, text) {
        return FieldPlace(form: .blockList, range: offset..<end)
      }
      offset = first
    }
    switch text[offset] {
    case UInt8(ascii: "|"), UInt8(ascii: ">"): return try blockText(in: text)
    case UInt8(ascii: "&"), UInt8(ascii: "*"): throw refused("アンカー（&）かエイリアス（*）を使っている")
    case UInt8(ascii: "!"): throw refused("型の指定（!）がある")
    default: return try marked(in: text) ?? plainYAML(in: text)
    }
  }

  // MARK: Parts

  /// A value in quotes or brackets.
  private mutating func marked(in text: Span<UInt8>) throws(FrontMatterEditError) -> FieldPlace? {
    guard offset < end else { throw refused("値を読み取れない") }
    switch text[offset] {
    case UInt8(ascii: "\""): return FieldPlace(form: .quoted(text[offset]), range: offset..<(try quotedEnd(in: text)))
    case UInt8(ascii: "'") where kind != .json:
      return FieldPlace(form: .quoted(text[offset]), range: offset..<(try quotedEnd(in: text)))
    case UInt8(ascii: "["):
      return FieldPlace(form: .flowList, range: offset..<(try FlowListScanner(self).items(in: text).end))
    case UInt8(ascii: "{"): throw refused("値が組（{ }）になっている")
    default: return nil
    }
  }

  /// The end of the quoted text at the offset.
  func quotedEnd(in text: Span<UInt8>) throws(FrontMatterEditError) -> Int {
    let quote = text[offset]
    var place = offset + 1
    while place < end {
      if quote == UInt8(ascii: "\""), text[place] == UInt8(ascii: "\\") {
        place += 2
      } else if text[place] == quote {
        // Two apostrophes stand for one in YAML.
        guard kind == .yaml, quote == UInt8(ascii: "'"), place + 1 < end, text[place + 1] == quote else {
          return place + 1
        }
        place += 2
      } else {
        place += 1
      }
    }
    throw refused("引用符の終わりを読み取れない")
  }

  private func multilineEnd(_ quote: UInt8, in text: Span<UInt8>) throws(FrontMatterEditError) -> Int {
    var place = offset + 3
    while place + 2 < end {
      if quote == UInt8(ascii: "\""), text[place] == UInt8(ascii: "\\") {
        place += 2
      } else if text[place] == quote, text[place + 1] == quote, text[place + 2] == quote {
        place += 3
        // Up to two more quotes belong to the text.
        while place < end, text[place] == quote { place += 1 }
        return place
      } else {
        place += 1
      }
    }
    throw refused("引用符の終わりを読み取れない")
  }

  /// The end of a number, a truth value or a date.
  private func wordEnd(in text: Span<UInt8>) -> Int {
    var place = offset
    while place < end, !isLineEnd(place, text), text[place] != UInt8(ascii: ","), text[place] != UInt8(ascii: "}"),
      text[place] != UInt8(ascii: "#")
    {
      place += 1
    }
    while place > offset, text[place - 1] == 0x20 || text[place - 1] == 0x09 { place -= 1 }
    return place
  }

  /// Text without quotes, over one or several lines, up to a comment.
  private func plainYAML(in text: Span<UInt8>) -> FieldPlace {
    var (place, last) = (offset, offset)
    while place < end {
      let isBlank = text[place] == 0x20 || text[place] == 0x09 || isLineEnd(place, text)
      if text[place] == UInt8(ascii: "#"), place > offset, text[place - 1] <= 0x20 { break }
      place += 1
      if !isBlank { last = place }
    }
    return FieldPlace(form: .plain, range: offset..<last)
  }

  /// The lines below `|` or `>`.
  private mutating func blockText(in text: Span<UInt8>) throws(FrontMatterEditError) -> FieldPlace {
    var lines = LineWalk(offset..<end)
    guard let header = lines.next(in: text) else { throw refused("値を読み取れない") }
    for place in header.start..<header.end where text[place].isASCIIDigit {
      throw refused("字下げの指定のある複数行の文字列になっている")
    }
    let start = lines.nextStart
    var first = start
    while let line = lines.next(in: text) {
      first = line.start
      if line.trimmedEnd(in: text) > line.start { break }
    }
    var indent: [UInt8] = []
    while first < end, text[first] == 0x20 {
      indent.append(0x20)
      first += 1
    }
    guard !indent.isEmpty, first < end else { throw refused("中身のない複数行の文字列になっている") }
    return FieldPlace(form: .blockText(indent: indent), range: start..<end)
  }

  // MARK: Space

  private func isLineEnd(_ place: Int, _ text: Span<UInt8>) -> Bool { text[place] == 0x0A || text[place] == 0x0D }

  private mutating func skipSpace(in text: Span<UInt8>) {
    while offset < end, text[offset].isASCIISpace { offset += 1 }
  }

  /// Goes to the start of the next line that is neither blank nor a comment.
  private mutating func skipBlankLines(in text: Span<UInt8>) {
    var lines = LineWalk(offset..<end)
    _ = lines.next(in: text)
    offset = end
    var start = lines.nextStart
    while let line = lines.next(in: text) {
      var first = line.start
      while first < line.end, text[first] == 0x20 || text[first] == 0x09 { first += 1 }
      if first < line.end, text[first] != UInt8(ascii: "#") {
        offset = start
        return
      }
      start = lines.nextStart
    }
  }
}

/// Reads the items of a list in brackets.
struct FlowListScanner {
  /// A list's items as they are written.
  struct List {
    /// The items, without the space around them.
    var items: [Range<Int>] = []
    /// Behind the closing bracket.
    var end: Int
  }

  private var scanner: ValueScanner

  /// Starts at the opening bracket.
  init(_ scanner: ValueScanner) { self.scanner = scanner }

  /// Reads the list.
  /// - Throws: `FrontMatterEditError` for lists in lists and for comments, whose place among new items nobody knows.
  func items(in text: Span<UInt8>) throws(FrontMatterEditError) -> List {
    var scanner = scanner
    var list = List(end: scanner.offset)
    scanner.offset += 1
    while scanner.offset < scanner.end {
      let byte = text[scanner.offset]
      switch byte {
      case 0x09, 0x0A, 0x0D, 0x20, UInt8(ascii: ","): scanner.offset += 1
      case UInt8(ascii: "]"):
        list.end = scanner.offset + 1
        return list
      case UInt8(ascii: "["), UInt8(ascii: "{"): throw refused("リストの中にリストか組がある")
      case UInt8(ascii: "#") where scanner.kind != .json: throw refused("リストの中にコメントがある")
      case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"):
        throw refused("リストの中にアンカー（&）、エイリアス（*）か型の指定（!）がある")
      default:
        let start = scanner.offset
        let isQuoted = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
        let stop = isQuoted ? try scanner.quotedEnd(in: text) : plainEnd(scanner, in: text)
        list.items.append(start..<stop)
        scanner.offset = stop
      }
    }
    throw refused("リストの終わりを読み取れない")
  }

  private func plainEnd(_ scanner: ValueScanner, in text: Span<UInt8>) -> Int {
    var (place, last) = (scanner.offset, scanner.offset)
    while place < scanner.end, text[place] != UInt8(ascii: ","), text[place] != UInt8(ascii: "]") {
      if text[place] == UInt8(ascii: "#"), text[place - 1] <= 0x20 { break }
      place += 1
      if text[place - 1] > 0x20 { last = place }
    }
    return last
  }

  private func refused(_ form: String) -> FrontMatterEditError { .unsupportedForm(name: scanner.name, form: form) }
}
