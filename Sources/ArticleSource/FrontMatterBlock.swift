/// A front matter block as it lies in the file, not yet read.
struct FrontMatterBlock {
  let kind: FrontMatter.Kind
  /// What is read: between the delimiters, or the JSON object with its braces.
  let content: Range<Int>
  /// Where the body begins: after the closing delimiter and its line end.
  let end: Int
  /// Whether the block has its closing delimiter.
  let isTerminated: Bool

  /// Finds the block that `text` begins with.
  ///
  /// A `---` or `+++` without fields below it is a thematic break or text, no block. A block without closing
  /// delimiter ends where its lines stop looking like fields.
  /// - Complexity: O(*n*).
  static func find(in text: Span<UInt8>) -> FrontMatterBlock? {
    guard text.count >= 2 else { return nil }
    switch text[0] {
    case UInt8(ascii: "-"): return delimited(in: text, .yaml)
    case UInt8(ascii: "+"): return delimited(in: text, .toml)
    case UInt8(ascii: "{"): return braced(in: text)
    default: return nil
    }
  }

  // MARK: YAML and TOML

  private static func delimited(in text: Span<UInt8>, _ kind: FrontMatter.Kind) -> FrontMatterBlock? {
    var lines = LineWalk(0..<text.count)
    guard let opening = lines.next(in: text), isDelimiter(opening, of: kind, in: text, isOpening: true) else {
      return nil
    }
    let start = lines.nextStart
    while let line = lines.next(in: text) {
      guard isDelimiter(line, of: kind, in: text, isOpening: false) else { continue }
      let content = start..<line.start
      guard looksLikeFields(content, of: kind, in: text) else { return nil }
      return FrontMatterBlock(kind: kind, content: content, end: lines.nextStart, isTerminated: true)
    }
    return unterminated(in: text, kind, from: start)
  }

  private static func isDelimiter(
    _ line: LineWalk.Line, of kind: FrontMatter.Kind, in text: Span<UInt8>, isOpening: Bool
  ) -> Bool {
    let end = line.trimmedEnd(in: text)
    guard end - line.start == 3 else { return false }
    let sign = text[line.start]
    guard text[line.start + 1] == sign, text[line.start + 2] == sign else { return false }
    switch kind {
    case .yaml: return sign == UInt8(ascii: "-") || !isOpening && sign == UInt8(ascii: ".")
    case .toml: return sign == UInt8(ascii: "+")
    case .json: return false
    }
  }

  /// Whether the first line that says anything is a field, or most lines may be part of fields; an empty block counts.
  private static func looksLikeFields(
    _ content: Range<Int>, of kind: FrontMatter.Kind, in text: Span<UInt8>
  ) -> Bool {
    var (fields, continuations, others) = (0, 0, 0)
    var lines = LineWalk(content)
    while let line = lines.next(in: text) {
      let isFirst = fields + continuations + others == 0
      switch FieldLine(line, of: kind, in: text) {
      case .blank, .comment: continue
      case .field: fields += 1
      case .continuation:
        if isFirst && FieldLine.startsIndented(line, of: kind, in: text) { return true }
        continuations += 1
      case .other: others += 1
      }
      if isFirst && fields == 1 { return true }
    }
    return others == 0 && continuations == 0 || fields > 0 && fields + continuations > others
  }

  private static func unterminated(
    in text: Span<UInt8>, _ kind: FrontMatter.Kind, from start: Int
  ) -> FrontMatterBlock? {
    var end = start
    var lines = LineWalk(start..<text.count)
    walk: while let line = lines.next(in: text) {
      switch FieldLine(line, of: kind, in: text) {
      case .field(let name):
        guard end > start || FieldLine.isPlainWord(name, in: text) else { return nil }
        end = lines.nextStart
      case .comment, .continuation: if end > start { end = lines.nextStart }
      case .blank, .other: break walk
      }
    }
    guard end > start else { return nil }
    return FrontMatterBlock(kind: kind, content: start..<end, end: end, isTerminated: false)
  }

  /// The block without the prose in it, where an empty line and prose stand before what closes it.
  ///
  /// That is how a block without end looks whose body has a thematic break. Text in quotes may look the same, so this
  /// is only for blocks that cannot be read.
  func cutAtProse(in text: Span<UInt8>) -> FrontMatterBlock? {
    guard isTerminated, kind != .json else { return nil }
    var isAfterBlank = false
    var lines = LineWalk(content)
    while let line = lines.next(in: text) {
      switch FieldLine(line, of: kind, in: text) {
      case .blank: isAfterBlank = true
      case .other where isAfterBlank: return Self.unterminated(in: text, kind, from: content.lowerBound)
      case .field, .comment, .continuation, .other: isAfterBlank = false
      }
    }
    return nil
  }

  // MARK: JSON

  private static func braced(in text: Span<UInt8>) -> FrontMatterBlock? {
    var first = 1
    while first < text.count, isSpace(text[first]) { first += 1 }
    guard first < text.count, text[first] == UInt8(ascii: "\"") || text[first] == UInt8(ascii: "}") else { return nil }
    var depth = 0
    var isQuoted = false
    var offset = 0
    while offset < text.count {
      switch (text[offset], isQuoted) {
      case (UInt8(ascii: "\\"), true): offset += 1
      case (UInt8(ascii: "\""), _): isQuoted.toggle()
      case (UInt8(ascii: "{"), false): depth += 1
      case (UInt8(ascii: "}"), false):
        depth -= 1
        if depth == 0 { return closed(at: offset + 1, in: text) }
      default: break
      }
      offset += 1
    }
    // Without closing brace the object is taken to end before the first empty line.
    var lines = LineWalk(0..<text.count)
    while let line = lines.next(in: text) {
      if line.trimmedEnd(in: text) == line.start {
        return FrontMatterBlock(kind: .json, content: 0..<line.start, end: line.start, isTerminated: false)
      }
    }
    return nil
  }

  /// The block whose brace closes before `end`; `nil` where the line goes on, because then it is text.
  private static func closed(at end: Int, in text: Span<UInt8>) -> FrontMatterBlock? {
    var lines = LineWalk(end..<text.count)
    guard let rest = lines.next(in: text) else {
      return FrontMatterBlock(kind: .json, content: 0..<end, end: end, isTerminated: true)
    }
    guard rest.trimmedEnd(in: text) == rest.start else { return nil }
    return FrontMatterBlock(kind: .json, content: 0..<end, end: lines.nextStart, isTerminated: true)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }
}
