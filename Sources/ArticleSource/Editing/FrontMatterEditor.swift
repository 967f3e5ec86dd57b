internal import TextCore

/// Writes values into the front matter of a file and leaves every other byte as it is.
///
/// The place of a value is found in the text; the new value is written in the manner of the old one: its quotes, the
/// form of its list, the line ends of the file. The result is read again, and is taken only where the field has exactly
/// the new value and every other field the old one.
public enum FrontMatterEditor {
  /// Makes changes one after the other.
  /// - Parameters:
  ///   - changes: The new values; a field that has its value already is left as it is.
  ///   - file: The bytes of the file, in any encoding that `SourceDecoder` knows.
  ///   - path: The file's path; its extension tells the format.
  ///   - decoding: How the file is decoded.
  /// - Returns: The bytes of the new file.
  /// - Throws: `FrontMatterEditError` where a value cannot be written with certainty, `SourceError` where the file
  ///   cannot be read.
  /// - Complexity: O(*n*) in bytes for each change.
  public static func edit(
    _ changes: [FrontMatterChange], in file: [UInt8], path: String? = nil,
    decoding: SourceDecoder.Options = SourceDecoder.Options()
  ) throws -> [UInt8] {
    var file = file
    for change in changes { file = try edit(change, file, path: path, decoding: decoding) }
    return file
  }

  private static func edit(
    _ change: FrontMatterChange, _ file: [UInt8], path: String?, decoding: SourceDecoder.Options
  ) throws -> [UInt8] {
    let source = try SourceDecoder(options: decoding).decode(file)
    let block = try FrontMatterText(source, path: path)
    guard let edit = try block.edit(for: change) else { return file }
    guard !edit.replaces(nothingNewIn: source.bytes) else { return file }
    let edited = try EncodedFile(bytes: file, source: source).applying(edit, before: block.end)
    let readAgain = try SourceDecoder(options: decoding).decode(edited)
    guard readAgain.encoding == source.encoding, readAgain.bytes == edit.applied(to: source.bytes) else {
      throw FrontMatterEditError.undecodable
    }
    try FrontMatterText(readAgain, path: path).verify(change, against: block)
    return edited
  }
}

/// Bytes that take the place of others.
struct TextEdit: Equatable {
  /// What is replaced, as offsets in the decoded text; empty to insert.
  var range: Range<Int>
  /// What stands there instead, as UTF-8.
  var replacement: [UInt8]

  /// The text with the edit made.
  func applied(to text: [UInt8]) -> [UInt8] {
    Array(text[..<range.lowerBound]) + replacement + Array(text[range.upperBound...])
  }

  /// Whether the edit leaves `text` as it is.
  func replaces(nothingNewIn text: [UInt8]) -> Bool { text[range].elementsEqual(replacement) }
}

/// The front matter of a decoded file, with all that an edit must know and keep.
struct FrontMatterText {
  let source: DecodedSource
  let kind: FrontMatter.Kind
  /// Where the body begins.
  let end: Int
  let content: Range<Int>
  let entries: [FrontMatterEntry]
  let matter: FrontMatter

  /// Reads the front matter.
  /// - Throws: `FrontMatterEditError` where there is none, or it has a fault.
  init(_ source: DecodedSource, path: String?) throws(FrontMatterEditError) {
    let text = source.bytes.span
    guard InputFormat.detect(path: path, bytes: source.bytes) != .plain, let block = FrontMatterBlock.find(in: text)
    else { throw .noFrontMatter }
    let read = FrontMatterReader.read(source)
    let faults = ["front-matter.broken", "front-matter.too-large", "front-matter.unterminated"]
    let fault = read.diagnostics.first {
      faults.contains($0.code.name) || $0.code.name == "front-matter.duplicate-name"
    }
    if let fault { throw .broken(code: fault.code.name) }
    guard let matter = read.frontMatter, read.bodyStart == block.end else { throw .noFrontMatter }
    (self.source, self.kind, self.end, self.content, self.matter) = (
      source, block.kind, block.end, block.content, matter
    )
    entries = FrontMatterReader.entries(of: block, in: text)
  }

  /// The index of the entry that holds `field`: the one that the reader takes its value from, else the first that is
  /// empty.
  func entry(of field: FrontMatterEditableField) -> Int? {
    var fallback: Int?
    for name in field.names {
      for index in entries.indices where FrontMatterFields.folded(entries[index].name) == name {
        if entries[index].node.holdsValue(for: field) { return index }
        fallback = fallback ?? index
      }
    }
    return fallback
  }

  /// The edit that makes `change`; `nil` where the field has its value already.
  func edit(for change: FrontMatterChange) throws(FrontMatterEditError) -> TextEdit? {
    guard let index = entry(of: change.field) else {
      return try FieldInsertion(self).edit(for: change)
    }
    let entry = entries[index]
    if holds(change, entry) { return nil }
    let place = try FieldPlace.find(entry, in: self)
    return try FieldRewriting(self, entry, place).edit(to: change.value)
  }

  private func holds(_ change: FrontMatterChange, _ entry: FrontMatterEntry) -> Bool {
    switch change.value {
    case .text(let text): (change.field == .excerpt ? matter.excerpt : matter.description) == text
    case .labels(let labels): (change.field == .tags ? matter.tags : matter.categories) == labels
    case .minutes(let minutes): matter.readingTime == Double(minutes)
    }
  }

  /// Checks that this text, which was edited, says what `change` says, and else what `original` says.
  func verify(_ change: FrontMatterChange, against original: FrontMatterText) throws(FrontMatterEditError) {
    let name = original.entry(of: change.field).map { original.entries[$0].name } ?? change.field.rawValue
    guard kind == original.kind, says(change), let changed = entry(of: change.field) else { throw .misread(name: name) }
    var others = entries
    others.remove(at: changed)
    var before = original.entries
    if let index = original.entry(of: change.field) {
      guard index == changed else { throw .misread(name: name) }
      before.remove(at: index)
    }
    guard others.count == before.count else { throw .misread(name: name) }
    for (left, right) in zip(others, before) {
      guard left.name == right.name, left.node.isSame(as: right.node) else { throw .misread(name: left.name) }
    }
  }

  private func says(_ change: FrontMatterChange) -> Bool {
    guard let index = entry(of: change.field) else { return false }
    switch change.value {
    case .text(let text):
      // Text of numbers or dates must be text for other readers as well.
      guard case .scalar(.string, let spelling) = entries[index].node else { return false }
      return spelling.trimmed == text && (change.field == .excerpt ? matter.excerpt : matter.description) == text
    case .labels(let labels): return (change.field == .tags ? matter.tags : matter.categories) == labels
    case .minutes(let minutes): return matter.readingTime == Double(minutes)
    }
  }
}

extension FrontMatterNode {
  /// Whether two values and their spellings are the same.
  func isSame(as other: FrontMatterNode) -> Bool {
    switch (self, other) {
    case (.scalar(let left, let leftSpelling), .scalar(let right, let rightSpelling)):
      left == right && leftSpelling == rightSpelling
    case (.list(let left), .list(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.isSame(as: $1) }
    case (.map(let left), .map(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.name == $1.name && $0.node.isSame(as: $1.node) }
    default: false
    }
  }

  /// Whether the reader takes the field's value from this node.
  fileprivate func holdsValue(for field: FrontMatterEditableField) -> Bool {
    switch self {
    case .scalar: spelling?.trimmed.isEmpty == false
    case .list: field == .tags || field == .categories
    case .map: false
    }
  }
}
