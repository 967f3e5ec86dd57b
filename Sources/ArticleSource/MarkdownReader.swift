internal import TextCore

/// Reads Markdown.
enum MarkdownReader {
  /// The prose of the Markdown in `body`.
  static func read(_ source: UnsafeBufferPointer<UInt8>, _ body: Range<Int>) -> ProseText {
    let mask = MarkdownMask(source, body)
    if !mask.isTooComplex {
      var walk = MarkdownWalk(source, breaks: mask.breaks)
      if let masked = mask.masked {
        let prose = masked.withUnsafeBufferPointer { masked in
          walk.builder = ProseBuilder(masked)
          walk.builder.dropsEmphasis = true
          return walk.parse(masked, body) ? walk.builder.finish() : nil
        }
        if let prose { return prose }
      } else if walk.parse(source, body) {
        return walk.builder.finish()
      }
    }
    let diagnostic = Diagnostic(
      DiagnosticCode("markdown.too-complex"), .warning,
      "Markdown の記法が複雑すぎるため、記法を解釈せず、プレーンテキストとして読みました。括弧や表の数を減らしてください。",
      at: ByteRange(body.lowerBound, body.lowerBound))
    return PlainTextReader.read(source, body, diagnostics: [diagnostic])
  }
}

/// Turns what a Markdown parser reports, in order, into blocks of prose.
struct MarkdownWalk {
  /// What becomes of the text that stands for the picture that is being read.
  private enum Picture {
    case none, undecided, caption, dropped
  }

  var builder: ProseBuilder
  /// The events that were reported, to stop a text that unfolds to far more than itself.
  var events = 0

  private let original: UnsafeBufferPointer<UInt8>
  private let breaks: [Int]
  private var breakIndex = 0
  private var flow = HTMLFlow(.fragment)
  /// The quotes and list items that are open.
  private var containers: [ProseBlock.Kind] = []
  /// Raw HTML that is not read yet.
  private var html: Range<Int>?
  private var code = CodeSpan()
  var isInCodeBlock = false
  var isInHTMLBlock = false
  private var picture = Picture.none
  private var pictureDepth = 0
  private var outerBlock = (kind: ProseBlock.Kind.paragraph, level: 0)

  init(_ source: UnsafeBufferPointer<UInt8>, breaks: [Int]) {
    original = source
    self.breaks = breaks
    builder = ProseBuilder(source)
    builder.dropsEmphasis = true
  }

  /// Begins a heading, a cell, or a paragraph of the kind of what it stands in.
  mutating func beginBlock(_ kind: ProseBlock.Kind? = nil, level: Int = 0) {
    readHTML()
    flow.outerKind = kind ?? containers.last ?? .paragraph
    builder.begin(kind ?? containers.last ?? flow.kind ?? .paragraph, level: level)
  }

  /// Ends a block that holds text.
  mutating func endBlock() {
    readHTML()
    flow.endFragment(&builder)
    builder.endBlock()
  }

  /// Begins a quote or a list item.
  mutating func beginContainer(_ kind: ProseBlock.Kind) {
    endBlock()
    containers.append(kind)
    beginBlock()
  }

  /// Ends a quote or a list item.
  mutating func endContainer() {
    endBlock()
    _ = containers.popLast()
    beginBlock()
  }

  /// Takes up text.
  mutating func text(_ range: Range<Int>) {
    prepare(range)
    if picture == .undecided {
      beginPicture(hasText: PictureText.isCaption(builder.source, range))
    }
    if picture == .dropped { return }
    if flow.isSpecial {
      flow.encodedText(range, &builder)
    } else {
      builder.text(range.lowerBound, range.upperBound)
    }
  }

  /// Takes up a character reference.
  mutating func entity(_ range: Range<Int>) {
    prepare(range)
    if picture == .undecided { beginPicture(hasText: true) }
    if picture == .dropped { return }
    if flow.isSpecial {
      flow.encodedText(range, &builder)
    } else {
      builder.entity(range.lowerBound, range.upperBound)
    }
  }

  /// Takes up a line break.
  mutating func lineBreak(_ kind: ProseBuilder.Break) {
    readHTML()
    if picture == .none || picture == .caption { builder.wait(for: kind) }
  }

  /// Takes up a piece of a code block.
  mutating func codeBlock(_ range: Range<Int>) {
    builder.codeCharacters += InlineCode.scalarCount(original, range)
  }

  /// Takes up a piece of inline code.
  mutating func inlineCode(_ range: Range<Int>) {
    prepare(range)
    code.add(range)
  }

  /// Ends inline code.
  mutating func endInlineCode() {
    if picture == .dropped || flow.isSpecial { code = CodeSpan() } else { code.finish(&builder) }
  }

  /// Takes up a piece of raw HTML; a tag may come in several, one for each line.
  mutating func rawHTML(_ range: Range<Int>, isBlock: Bool) {
    if let open = html, isBlock || builder.source[open.upperBound - 1] != 0x3E, joins(open, range) {
      html = open.lowerBound..<range.upperBound
    } else {
      readHTML()
      html = range
    }
  }

  /// Begins a picture; pictures may stand in the text of a picture.
  mutating func beginPicture() {
    readHTML()
    pictureDepth += 1
    guard pictureDepth == 1 else { return }
    builder.images += 1
    picture = builder.isAtLineStart && !flow.isSpecial ? .undecided : .dropped
  }

  /// Ends a picture.
  mutating func endPicture() {
    readHTML()
    pictureDepth -= 1
    guard pictureDepth == 0 else { return }
    if picture == .caption { builder.begin(outerBlock.kind, level: outerBlock.level) }
    picture = .none
  }

  private mutating func beginPicture(hasText: Bool) {
    picture = hasText ? .caption : .dropped
    guard hasText else { return }
    outerBlock = (builder.kind, builder.level)
    builder.begin(.caption)
  }

  /// Reads the raw HTML before `range`, and ends the block if one ends there.
  private mutating func prepare(_ range: Range<Int>) {
    if html != nil { readHTML() }
    while breakIndex < breaks.count && breaks[breakIndex] <= range.lowerBound {
      builder.endBlock()
      breakIndex += 1
    }
  }

  private mutating func readHTML() {
    guard let range = html else { return }
    html = nil
    if picture != .dropped { flow.read(range, &builder) }
  }

  /// Whether only white space lies between two pieces of HTML: they are no lines of a quote.
  private func joins(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    guard first.upperBound <= second.lowerBound else { return false }
    return !(first.upperBound..<second.lowerBound).contains { !builder.source[$0].isASCIISpace }
  }
}
