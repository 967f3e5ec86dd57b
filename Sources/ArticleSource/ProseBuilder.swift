internal import TextCore

/// Assembles prose from pieces of a source text, in the source's order, and records where each piece came from.
///
/// Every byte of the source that no call takes up becomes a deletion. White space and breaks are held back until
/// text follows in the same block, so that no block begins or ends with them.
///
/// It borrows the source's memory, and so lives only inside the closure that lends it.
struct ProseBuilder {
  /// What is due between the text so far and the next text of the same block.
  enum Break: UInt8 {
    case none, space, soft, hard
  }

  /// An edit that is not yet in the map, so that it can be taken back.
  private struct StagedEdit {
    let source: Range<Int>
    let count: Int
  }

  let source: UnsafeBufferPointer<UInt8>
  /// Whether `**` in text is emphasis that Markdown did not take for it, as it happens beside Japanese brackets.
  var dropsEmphasis = false
  /// The part that the block under construction plays, and its level if it is a heading.
  private(set) var kind = ProseBlock.Kind.paragraph
  private(set) var level = 0
  var codeCharacters = 0
  var images = 0
  var documentTitle: String?
  var diagnostics: [Diagnostic] = []
  /// Where an address that was left out reached the end of its piece of text: the next piece may go on with it.
  var addressEnd = -1

  private var bytes: [UInt8] = []
  private var map = OffsetMap<FileSpace, ProseSpace>()
  private var blocks: [ProseBlock] = []
  /// Every byte of the source before this one has been taken up or passed over.
  private(set) var cursor = 0
  /// The bytes at the end of the prose that are copies of those before `cursor`, since the last edit.
  private var copied = 0
  private var staged: StagedEdit?
  private var pending = Break.none
  private var blockStart: Int?
  private var hasDropped = false

  init(_ source: UnsafeBufferPointer<UInt8>) {
    self.source = source
    bytes.reserveCapacity(source.count)
  }

  /// Whether nothing of the line under construction has been written yet.
  var isAtLineStart: Bool { blockStart == nil || pending.rawValue >= Break.soft.rawValue }

  /// Closes the block under construction and begins another.
  mutating func begin(_ kind: ProseBlock.Kind, level: Int = 0) {
    endBlock()
    self.kind = kind
    self.level = level
  }

  /// Closes the block under construction; one that holds nothing leaves no trace.
  mutating func endBlock() {
    pending = .none
    hasDropped = false
    while blockStart != nil, let width = trailingBlank() { retract(width) }
    guard let start = blockStart else { return }
    blocks.append(ProseBlock(kind: kind, level: level, range: ByteRange(start, bytes.count)))
    blockStart = nil
  }

  /// Asks for a break before the next text; two hard breaks in a row begin a new block of the same kind.
  mutating func wait(for new: Break) {
    if new == .hard && pending == .hard {
      endBlock()
    } else if new.rawValue > pending.rawValue {
      pending = new
    }
  }

  /// Notes that something a reader would have seen was left out here.
  mutating func drop() { hasDropped = true }

  /// Copies source bytes that hold no white space at either end.
  mutating func copy(_ start: Int, _ end: Int) {
    var start = start
    guard start >= cursor else { return }
    if hasDropped {
      hasDropped = false
      start += closeEmptyBracket(start, end)
    }
    if blockStart == nil {
      while start < end, let width = blankWidth(at: start, end) { start += width }
    }
    guard start < end else { return }
    prepare(at: start)
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<end]))
    copied += end - start
    cursor = end
  }

  /// Writes `replacement` for source bytes.
  mutating func replace(_ start: Int, _ end: Int, with replacement: [UInt8]) {
    guard start >= cursor, !replacement.isEmpty else { return }
    hasDropped = false
    prepare(at: start)
    stage(start..<end, replacement.count)
    bytes.append(contentsOf: replacement)
    cursor = end
  }

  /// The finished prose.
  mutating func finish() -> ProseText {
    endBlock()
    stage(cursor..<source.count, 0)
    commit()
    return ProseText(
      bytes: bytes, map: map, blocks: blocks, codeCharacters: codeCharacters, images: images,
      documentTitle: documentTitle, diagnostics: diagnostics)
  }

  /// Brings the prose up to the source place `place`, where text follows.
  private mutating func prepare(at place: Int) {
    if blockStart == nil {
      let separator = bytes.isEmpty ? 0 : 1
      stage(cursor..<place, separator)
      if separator > 0 { bytes.append(0x0A) }
      blockStart = bytes.count
    } else if let byte = breakByte(before: place) {
      if cursor < place && source[cursor] == byte {
        bytes.append(byte)
        copied += 1
        stage(cursor + 1..<place, 0)
      } else {
        stage(cursor..<place, 1)
        bytes.append(byte)
      }
    } else {
      stage(cursor..<place, 0)
    }
    pending = .none
    cursor = place
  }

  private func breakByte(before place: Int) -> UInt8? {
    switch pending {
    case .none: return nil
    case .space: return 0x20
    case .hard: return 0x0A
    case .soft: return isWide(scalarBefore: bytes) && isWide(scalarAt: place) ? nil : 0x20
    }
  }

  private mutating func stage(_ range: Range<Int>, _ count: Int) {
    guard !range.isEmpty || count > 0 else { return }
    commit()
    staged = StagedEdit(source: range, count: count)
    copied = 0
  }

  private mutating func commit() {
    guard let edit = staged else { return }
    map.replace(ByteRange(edit.source), withCount: edit.count)
    staged = nil
  }

  /// Takes back the last `count` bytes, which were copied; a block that is empty then was never begun.
  private mutating func retract(_ count: Int) {
    bytes.removeLast(count)
    copied -= count
    cursor -= count
    guard blockStart == bytes.count else { return }
    // No edit was made since the block began: bytes before an edit are never taken back.
    blockStart = nil
    guard let edit = staged else { return }
    bytes.removeLast(edit.count)
    cursor = edit.source.lowerBound
    staged = nil
  }
}

extension ProseBuilder {
  /// Takes back an opening bracket whose closing one stands at `start`, and answers the width to pass over.
  private mutating func closeEmptyBracket(_ start: Int, _ end: Int) -> Int {
    guard blockStart != nil, let (bracket, width) = Self.opening(of: source, start, end), copied >= width else {
      return 0
    }
    guard UTF8Scan.scalar(at: bytes.count - width, in: bytes.span).value == bracket else { return 0 }
    retract(width)
    return width
  }

  /// The bracket that the one at `start` closes, and the width of both.
  private static func opening(
    of source: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> (scalar: UInt32, width: Int)? {
    guard start < end else { return nil }
    let (scalar, width) = UTF8Scan.scalar(at: start, in: source.span)
    switch scalar {
    case 0x29, 0xFF09: return (scalar - 1, width)
    case 0x5D, 0xFF3D: return (scalar - 2, width)
    case 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015: return (scalar - 1, width)
    default: return nil
    }
  }

  /// The width of the ideographic or no-break space at a source place; `nil` where there is none.
  private func blankWidth(at place: Int, _ end: Int) -> Int? {
    if source[place] == 0x20 { return 1 }
    if place + 3 <= end && source[place] == 0xE3 && source[place + 1] == 0x80 && source[place + 2] == 0x80 { return 3 }
    if place + 2 <= end && source[place] == 0xC2 && source[place + 1] == 0xA0 { return 2 }
    return nil
  }

  /// The width of the blank that was copied last.
  private func trailingBlank() -> Int? {
    let end = bytes.count
    if copied >= 1 && bytes[end - 1] == 0x20 { return 1 }
    if copied >= 3 && bytes[end - 3] == 0xE3 && bytes[end - 2] == 0x80 && bytes[end - 1] == 0x80 { return 3 }
    if copied >= 2 && bytes[end - 2] == 0xC2 && bytes[end - 1] == 0xA0 { return 2 }
    return nil
  }

  private func isWide(scalarBefore bytes: [UInt8]) -> Bool {
    UTF8Scan.scalar(before: bytes.count, in: bytes.span).map { isWide($0.value) } ?? false
  }

  private func isWide(scalarAt place: Int) -> Bool {
    source[place] >= 0xE3 && isWide(UTF8Scan.scalar(at: place, in: source.span).value)
  }

  /// Whether a line break beside a scalar stands for no space, as CSS Text 4 § 4.1.2 says of wide characters.
  private func isWide(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3000...0x303F, 0xFF01...0xFF60: true
    default: Script(scalar).isJapanese
    }
  }
}
