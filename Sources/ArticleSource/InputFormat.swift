/// How the text of an article is marked up.
public enum InputFormat: String, Sendable, CaseIterable {
  /// Markdown, MDX included.
  case markdown
  /// A web page or a part of one.
  case html
  /// Text without markup.
  case plain

  /// The bytes that are looked at where the name of a file does not tell.
  private static let sampleSize = 65_536

  /// The format of a text by the name of its file, else by its looks.
  /// - Parameters:
  ///   - path: The path of the file, if there is one.
  ///   - bytes: The decoded text, without front matter where that is known.
  public static func detect(path: String?, bytes: [UInt8]) -> InputFormat {
    if let path, let format = InputFormat(path: path) { return format }
    return bytes.prefix(sampleSize).withUnsafeBufferPointer(detect)
  }

  /// The format that the extension of `path` names.
  private init?(path: String) {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    switch String(decoding: name[name.index(after: dot)...], as: UTF8.self).lowercased() {
    case "md", "markdown", "mdown", "mdx", "mkd": self = .markdown
    case "html", "htm", "xhtml": self = .html
    case "txt", "text": self = .plain
    default: return nil
    }
  }

  private static func detect(_ bytes: UnsafeBufferPointer<UInt8>) -> InputFormat {
    if startsWithDocumentTag(bytes) { return .html }
    var markdownSigns = 0
    var lineStart = 0
    while lineStart < bytes.count {
      var end = lineStart
      while end < bytes.count && bytes[end] != 0x0A { end += 1 }
      markdownSigns += signs(bytes, lineStart, end)
      lineStart = end + 1
    }
    if markdownSigns >= 2 { return .markdown }
    return startsWithBlockTag(bytes) ? .html : .plain
  }

  /// How surely one line is Markdown: 2 for what nobody writes by chance, 1 for what may be chance.
  private static func signs(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var hashes = start
    while hashes < end && bytes[hashes] == 0x23 { hashes += 1 }
    if (1...6).contains(hashes - start) && hashes < end && bytes[hashes] == 0x20 { return 2 }
    if matches(bytes, start, "```") || matches(bytes, start, "~~~") { return 2 }
    if start == 0 && end >= 3 && (matches(bytes, 0, "---") || matches(bytes, 0, "+++")) { return 2 }
    if matches(bytes, start, "- ") || matches(bytes, start, "* ") || matches(bytes, start, "> ") { return 1 }
    var place = start
    while place + 1 < end {
      if bytes[place] == 0x5D && bytes[place + 1] == 0x28 { return 2 }
      if bytes[place] == 0x2A && bytes[place + 1] == 0x2A { return 1 }
      place += 1
    }
    return 0
  }

  private static func startsWithDocumentTag(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = firstText(bytes)
    return ["<!doctype html", "<html", "<head", "<body", "<?xml"].contains { matches(bytes, start, $0) }
  }

  private static func startsWithBlockTag(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var tokens = HTMLTokenizer(bytes, firstText(bytes)..<bytes.count)
    guard case .open(let name, _)? = tokens.next() else { return false }
    return HTMLElement.named(name).role != .inline
  }

  private static func firstText(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var place = 0
    while place < bytes.count && bytes[place] <= 0x20 { place += 1 }
    return place
  }

  /// Whether `word`, in lower case, stands at `start` in any case.
  private static func matches(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ word: StaticString) -> Bool {
    bytes.starts(ignoringCase: word, at: start)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the ASCII word `word`, given in lower case, stands at `start` in any case.
  func starts(ignoringCase word: StaticString, at start: Int) -> Bool {
    guard start + word.utf8CodeUnitCount <= count else { return false }
    return word.withUTF8Buffer { word in
      for index in word.indices where self[start + index].asciiLowercased != word[index] { return false }
      return true
    }
  }
}

extension UInt8 {
  /// The byte, an ASCII capital as its small letter.
  @inline(__always) var asciiLowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
  /// Whether it is an ASCII letter.
  @inline(__always) var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
  /// Whether it is an ASCII digit.
  @inline(__always) var isASCIIDigit: Bool { self &- 0x30 < 10 }
  /// Whether it is an ASCII letter or digit.
  @inline(__always) var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }
  /// Whether it is an ASCII space, tab or line end.
  @inline(__always) var isASCIISpace: Bool { self == 0x20 || self &- 0x09 < 5 }
}
