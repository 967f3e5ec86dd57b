internal import CMD4C

extension MarkdownWalk {
  /// Events for a byte that no honest text comes near; a table of many columns and short rows would.
  private static let eventsPerByte = 4
  private static let dialect = UInt32(MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS)

  /// Reads the Markdown in `body` of `text` by md4c; answers whether it was read to the end.
  ///
  /// Addresses and formulas are not md4c's business: its autolinks run on into Japanese text, and its formulas begin
  /// at any two dollar signs.
  mutating func parse(_ text: UnsafeBufferPointer<UInt8>, _ body: Range<Int>) -> Bool {
    guard let base = text.baseAddress, !body.isEmpty else { return true }
    guard body.count < Int(Int32.max) else { return false }
    var parser = MD_PARSER()
    parser.flags = Self.dialect
    parser.enter_block = { type, detail, walk in MarkdownWalk.at(walk) { $0.enter(type, detail) } }
    parser.leave_block = { type, _, walk in MarkdownWalk.at(walk) { $0.leave(type) } }
    parser.enter_span = { type, _, walk in MarkdownWalk.at(walk) { $0.enter(type) } }
    parser.leave_span = { type, _, walk in MarkdownWalk.at(walk) { $0.leave(type) } }
    parser.text = { type, text, size, walk in
      MarkdownWalk.at(walk) { $0.take(type, UnsafeRawPointer(text), Int(size)) }
    }
    // SAFETY: md_parse calls back only while it runs, on this thread, and keeps neither the text nor the state; the
    // state is reached through this pointer alone until it returns.
    return withUnsafeMutablePointer(to: &self) { walk in
      let start = UnsafeRawPointer(base + body.lowerBound).assumingMemoryBound(to: CChar.self)
      return md_parse(start, MD_SIZE(body.count), &parser, walk) == 0
    }
  }

  /// Hands an event to the walk behind a pointer; answers whether to stop, as md4c wants it.
  @inline(__always)
  private static func at(_ pointer: UnsafeMutableRawPointer?, _ take: (inout MarkdownWalk) -> Void) -> Int32 {
    guard let pointer else { return 1 }
    let walk = pointer.assumingMemoryBound(to: MarkdownWalk.self)
    walk.pointee.events += 1
    take(&walk.pointee)
    return walk.pointee.events > eventsPerByte * walk.pointee.builder.source.count + 1_000 ? 1 : 0
  }

  private mutating func enter(_ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) {
    switch type {
    case MD_BLOCK_QUOTE: beginContainer(.quote)
    case MD_BLOCK_LI: beginContainer(.listItem)
    case MD_BLOCK_H:
      let level = detail.map { Int($0.assumingMemoryBound(to: MD_BLOCK_H_DETAIL.self).pointee.level) } ?? 1
      beginBlock(.heading, level: min(max(level, 1), 6))
    case MD_BLOCK_TH, MD_BLOCK_TD: beginBlock(.tableCell)
    case MD_BLOCK_P: beginBlock()
    case MD_BLOCK_CODE:
      endBlock()
      isInCodeBlock = true
    case MD_BLOCK_HTML:
      beginBlock()
      isInHTMLBlock = true
    default: endBlock()
    }
  }

  private mutating func leave(_ type: MD_BLOCKTYPE) {
    switch type {
    case MD_BLOCK_QUOTE, MD_BLOCK_LI: endContainer()
    default: endBlock()
    }
    isInCodeBlock = false
    isInHTMLBlock = false
  }

  private mutating func enter(_ type: MD_SPANTYPE) {
    if type == MD_SPAN_IMG { beginPicture() }
  }

  private mutating func leave(_ type: MD_SPANTYPE) {
    switch type {
    case MD_SPAN_IMG: endPicture()
    case MD_SPAN_CODE: endInlineCode()
    default: break
    }
  }

  @inline(__always)
  private mutating func take(_ type: MD_TEXTTYPE, _ text: UnsafeRawPointer?, _ size: Int) {
    switch type {
    case MD_TEXT_BR: return lineBreak(.hard)
    case MD_TEXT_SOFTBR: return lineBreak(.soft)
    default: break
    }
    guard let range = place(text, size) else { return }
    switch type {
    case MD_TEXT_NORMAL: self.text(range)
    case MD_TEXT_ENTITY: entity(range)
    case MD_TEXT_CODE: if isInCodeBlock { codeBlock(range) } else { inlineCode(range) }
    case MD_TEXT_HTML: rawHTML(range, isBlock: isInHTMLBlock)
    default: break
    }
  }

  /// Where a text of md4c stands in the source; `nil` for its own line feeds and spaces.
  @inline(__always)
  private func place(_ text: UnsafeRawPointer?, _ size: Int) -> Range<Int>? {
    guard let text, size > 0, let base = builder.source.baseAddress else { return nil }
    let offset = text - UnsafeRawPointer(base)
    guard offset >= 0, offset <= builder.source.count - size else { return nil }
    return offset..<offset + size
  }
}
