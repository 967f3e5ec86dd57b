internal import TextCore

/// Reads JSON blocks by the grammar of RFC 8259, keeping the order of names and the places of fields; Foundation's
/// parser tells neither.
struct FrontMatterJSON {
  private let end: Int
  private var offset: Int

  /// Reads the object at `content`; of a broken one, the fields before the fault.
  static func read(_ content: Range<Int>, in text: Span<UInt8>) -> FrontMatterReading {
    var parser = FrontMatterJSON(offset: content.lowerBound, end: content.upperBound)
    var reading = FrontMatterReading()
    do throws(FrontMatterFault) {
      try parser.fields(in: text, depth: 1) { name, node, place in
        reading.entries.append(FrontMatterEntry(name: name, node: node, place: place))
      }
    } catch {
      reading.fault = error
    }
    return reading
  }

  private init(offset: Int, end: Int) { (self.offset, self.end) = (offset, end) }

  // MARK: Values

  /// Reads a value; recursion ends at `FrontMatterNode.deepest`.
  private mutating func value(in text: Span<UInt8>, depth: Int) throws(FrontMatterFault) -> FrontMatterNode {
    guard depth <= FrontMatterNode.deepest else { throw fault("入れ子が深すぎます") }
    guard offset < end else { throw fault("値がありません") }
    switch text[offset] {
    case UInt8(ascii: "{"):
      var entries: [(name: String, node: FrontMatterNode)] = []
      try fields(in: text, depth: depth) { name, node, _ in entries.append((name, node)) }
      return .map(entries)
    case UInt8(ascii: "["): return try list(in: text, depth: depth)
    case UInt8(ascii: "\""): return .text(try string(in: text))
    default: return try word(in: text)
    }
  }

  /// Reads an object, and hands over each field as it is complete.
  private mutating func fields(
    in text: Span<UInt8>, depth: Int, _ body: (String, FrontMatterNode, Range<Int>) -> Void
  ) throws(FrontMatterFault) {
    offset += 1
    skipSpace(in: text)
    if take(UInt8(ascii: "}"), in: text) { return }
    while true {
      let start = offset
      guard offset < end, text[offset] == UInt8(ascii: "\"") else { throw fault("引用符で囲んだ名前がありません") }
      let name = try string(in: text)
      skipSpace(in: text)
      guard take(UInt8(ascii: ":"), in: text) else { throw fault("名前の後ろに「:」がありません") }
      skipSpace(in: text)
      let node = try value(in: text, depth: depth + 1)
      body(name, node, start..<offset)
      skipSpace(in: text)
      if take(UInt8(ascii: "}"), in: text) { return }
      guard take(UInt8(ascii: ","), in: text) else { throw fault("「,」か「}」がありません") }
      skipSpace(in: text)
    }
  }

  private mutating func list(in text: Span<UInt8>, depth: Int) throws(FrontMatterFault) -> FrontMatterNode {
    offset += 1
    var nodes: [FrontMatterNode] = []
    skipSpace(in: text)
    if take(UInt8(ascii: "]"), in: text) { return .list(nodes) }
    while true {
      nodes.append(try value(in: text, depth: depth + 1))
      skipSpace(in: text)
      if take(UInt8(ascii: "]"), in: text) { return .list(nodes) }
      guard take(UInt8(ascii: ","), in: text) else { throw fault("「,」か「]」がありません") }
      skipSpace(in: text)
    }
  }

  /// Reads `null`, `true`, `false` or a number.
  private mutating func word(in text: Span<UInt8>) throws(FrontMatterFault) -> FrontMatterNode {
    let start = offset
    while offset < end, Self.isWordByte(text[offset]) { offset += 1 }
    let word = text.string(start..<offset)
    switch word {
    case "null": return .scalar(.null, spelling: word)
    case "true": return .scalar(.bool(true), spelling: word)
    case "false": return .scalar(.bool(false), spelling: word)
    default:
      if let number = Int(word) { return .scalar(.int(number), spelling: word) }
      let isNumber = word.utf8.first.map { 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "-") } ?? false
      guard isNumber, let number = Double(word) else {
        offset = start
        throw fault("値がJSONの形になっていません")
      }
      return .scalar(number.isFinite ? .double(number) : .string(word), spelling: word)
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): true
    default: false
    }
  }

  // MARK: Strings

  private mutating func string(in text: Span<UInt8>) throws(FrontMatterFault) -> String {
    offset += 1
    var start = offset
    var bytes: [UInt8] = []
    func append(_ range: Range<Int>) { text.extracting(range).withUnsafeBufferPointer { bytes.append(contentsOf: $0) } }
    while offset < end {
      switch text[offset] {
      case UInt8(ascii: "\""):
        append(start..<offset)
        offset += 1
        return String(decoding: bytes, as: UTF8.self)
      case UInt8(ascii: "\\"):
        append(start..<offset)
        offset += 1
        bytes.append(contentsOf: String(try escape(in: text)).utf8)
        start = offset
      case 0x00...0x1F: throw fault("引用符の中に改行か制御文字があります")
      default: offset += 1
      }
    }
    throw fault("引用符が閉じていません")
  }

  /// Reads what follows a backslash; a lone surrogate is U+FFFD.
  private mutating func escape(in text: Span<UInt8>) throws(FrontMatterFault) -> Unicode.Scalar {
    guard offset < end else { throw fault("引用符が閉じていません") }
    let byte = text[offset]
    offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      guard let unit = hexadecimal(in: text) else { throw fault("「\\u」の後ろに16進数が4桁ありません") }
      guard unit & 0xFC00 == 0xD800 else { return Unicode.Scalar(unit) ?? "\u{FFFD}" }
      let behind = offset
      if take(UInt8(ascii: "\\"), in: text), take(UInt8(ascii: "u"), in: text),
        let low = hexadecimal(in: text), low & 0xFC00 == 0xDC00
      {
        return Unicode.Scalar(0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF)) ?? "\u{FFFD}"
      }
      offset = behind
      return "\u{FFFD}"
    default: throw fault("引用符の中の「\\」の使い方が正しくありません")
    }
  }

  private mutating func hexadecimal(in text: Span<UInt8>) -> UInt32? {
    guard offset + 4 <= end else { return nil }
    let digits = text.string(offset..<offset + 4)
    guard digits.allSatisfy(\.isHexDigit), let unit = UInt32(digits, radix: 16) else { return nil }
    offset += 4
    return unit
  }

  // MARK: Signs

  private mutating func skipSpace(in text: Span<UInt8>) {
    while offset < end, [0x20, 0x09, 0x0A, 0x0D].contains(text[offset]) { offset += 1 }
  }

  private mutating func take(_ byte: UInt8, in text: Span<UInt8>) -> Bool {
    guard offset < end, text[offset] == byte else { return false }
    offset += 1
    return true
  }

  private func fault(_ problem: String) -> FrontMatterFault { FrontMatterFault(problem: problem, offset: offset) }
}
