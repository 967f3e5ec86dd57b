/// Turns tags and text, as they come, into blocks of prose.
///
/// The caller tells it the elements that open and close: those of a tree, or those that a tokenizer finds.
struct HTMLFlow {
  /// Where the tags come from.
  enum Setting {
    /// A whole page, whose head and navigation are no prose.
    case page
    /// Pieces of HTML in a text of another format.
    case fragment
  }

  /// An open element that changes what its text is.
  private struct Frame {
    let name: HTMLName
    let role: HTMLRole
    let outerKind: ProseBlock.Kind?
    let outerLevel: Int
  }

  /// Deeper frames than these are not kept: their text is read as that of the last one kept.
  private static let deepest = 256
  /// How far an end tag looks for its element.
  private static let reach = 32

  /// The kind of block that the open elements make; `nil` where they say nothing.
  private(set) var kind: ProseBlock.Kind?
  /// The kind of block where they say nothing.
  var outerKind = ProseBlock.Kind.paragraph

  private let setting: Setting
  private var frames: [Frame] = []
  private var level = 0
  private var codeBlocks = 0
  private var articles = 0
  private var code = CodeSpan()
  /// The element that is passed over, and how many of its name are open in it.
  private var hidden: (name: HTMLName, depth: Int)?

  init(_ setting: Setting) { self.setting = setting }

  /// Whether text is not simply prose now.
  var isSpecial: Bool { hidden != nil || codeBlocks > 0 || code.depth > 0 }

  /// Takes up an element that opens; answers whether its content is to be read.
  mutating func open(_ name: HTMLName, _ attributes: Range<Int>, _ builder: inout ProseBuilder) -> Bool {
    let role = HTMLElement.named(name).role
    guard !hides(role), !isHidden(role, attributes, builder.source) else {
      if role == .chrome || role == .hidden && name == HTMLElement.button { builder.endBlock() }
      return false
    }
    switch role {
    case .inline, .hidden, .documentPart: break
    case .block, .chrome, .link: if role != .link { breakBlock(&builder) }
    case .heading(let level): push(name, role, .heading, level, &builder)
    case .part(let kind): push(name, role, kind, 0, &builder)
    case .list, .article, .codeBlock: push(name, role, kind, level, &builder)
    case .lineBreak: builder.wait(for: .hard)
    case .image: image(attributes, &builder)
    case .code: push(name, role, &builder)
    }
    return true
  }

  /// Takes up an element that closes.
  mutating func close(_ name: HTMLName, _ builder: inout ProseBuilder) {
    let role = HTMLElement.named(name).role
    switch role {
    case .inline, .hidden, .documentPart, .link, .lineBreak, .image: return
    case .block, .chrome: breakBlock(&builder)
    default:
      guard let index = frames.suffix(Self.reach).lastIndex(where: { $0.name == name }) else { return }
      while frames.count > index { pop(&builder) }
    }
  }

  /// Takes up text whose references are not decoded.
  mutating func encodedText(_ range: Range<Int>, _ builder: inout ProseBuilder) {
    if hidden != nil { return }
    if codeBlocks > 0 {
      builder.codeCharacters += InlineCode.scalarCount(builder.source, range)
    } else if code.depth > 0 {
      code.add(range)
    } else {
      builder.encodedText(range.lowerBound, range.upperBound)
    }
  }

  /// Forgets what an element left open that must not reach into the next block of another format.
  mutating func endFragment(_ builder: inout ProseBuilder) {
    hidden = nil
    while codeBlocks > 0 || code.depth > 0 { pop(&builder) }
  }

  /// Begins a block of the kind that the open elements make.
  mutating func breakBlock(_ builder: inout ProseBuilder) { builder.begin(kind ?? outerKind, level: level) }

  private mutating func push(
    _ name: HTMLName, _ role: HTMLRole, _ kind: ProseBlock.Kind?, _ level: Int, _ builder: inout ProseBuilder
  ) {
    builder.endBlock()
    push(name, role, &builder)
    self.kind = kind
    self.level = level
    breakBlock(&builder)
  }

  private mutating func push(_ name: HTMLName, _ role: HTMLRole, _ builder: inout ProseBuilder) {
    guard frames.count < Self.deepest else { return }
    frames.append(Frame(name: name, role: role, outerKind: kind, outerLevel: level))
    if role == .codeBlock { codeBlocks += 1 }
    if role == .article { articles += 1 }
    if role == .code { code.depth += 1 }
  }

  private mutating func pop(_ builder: inout ProseBuilder) {
    guard let frame = frames.popLast() else { return }
    if frame.role == .code {
      code.depth -= 1
      if code.depth == 0 { code.finish(&builder) }
      return
    }
    if frame.role == .codeBlock { codeBlocks -= 1 }
    if frame.role == .article { articles -= 1 }
    builder.endBlock()
    kind = frame.outerKind
    level = frame.outerLevel
    breakBlock(&builder)
  }

  private func image(_ attributes: Range<Int>, _ builder: inout ProseBuilder) {
    guard codeBlocks == 0, code.depth == 0 else { return }
    builder.images += 1
    guard builder.isAtLineStart, let text = HTMLAttributes.value(of: "alt", builder.source, attributes),
      PictureText.isCaption(builder.source, text)
    else { return }
    let (outerKind, outerLevel) = (builder.kind, builder.level)
    builder.begin(.caption)
    builder.encodedText(text.lowerBound, text.upperBound)
    builder.begin(outerKind, level: outerLevel)
  }
}

extension HTMLFlow {
  /// Reads tags and text in a stretch of the source.
  mutating func read(_ range: Range<Int>, _ builder: inout ProseBuilder) {
    var tokens = HTMLTokenizer(builder.source, range)
    while let token = tokens.next() {
      switch token {
      case .text(let range): encodedText(range, &builder)
      case .other: break
      case .close(let name):
        if let inner = hidden {
          if inner.name == name { hidden = inner.depth == 0 ? nil : (name, inner.depth - 1) }
        } else {
          close(name, &builder)
        }
      case .open(let name, let attributes):
        let element = HTMLElement.named(name)
        if let inner = hidden {
          if inner.name == name && !element.isRawText { hidden = (name, inner.depth + 1) }
        } else {
          endImplied(by: element.role, &builder)
          let isRead = open(name, attributes, &builder)
          if !isRead && !element.isVoid && !isSelfClosed(attributes, builder.source) {
            hidden = (name, 0)
          }
        }
        if element.isRawText { _ = tokens.rawText(of: name) }
      }
    }
  }

  /// Closes the items and cells that a new one ends without an end tag.
  private mutating func endImplied(by role: HTMLRole, _ builder: inout ProseBuilder) {
    guard case .part(let kind) = role, kind == .listItem || kind == .tableCell else { return }
    guard let last = frames.last, case .part(kind) = last.role else { return }
    pop(&builder)
  }

  private func isSelfClosed(_ attributes: Range<Int>, _ source: UnsafeBufferPointer<UInt8>) -> Bool {
    setting == .fragment && !attributes.isEmpty && source[attributes.upperBound - 1] == 0x2F
  }

  private func hides(_ role: HTMLRole) -> Bool {
    switch role {
    case .hidden: true
    case .documentPart: setting == .page
    case .chrome: setting == .page && articles == 0
    default: false
    }
  }

  /// Whether attributes keep an element from readers: hidden ones, and marks and back links of footnotes.
  private func isHidden(_ role: HTMLRole, _ attributes: Range<Int>, _ source: UnsafeBufferPointer<UInt8>) -> Bool {
    guard attributes.count > 5 else { return false }
    var walk = HTMLAttributes(source, attributes)
    while let (name, value) = walk.next() {
      func matches(_ word: StaticString) -> Bool {
        name.count == word.utf8CodeUnitCount && source.starts(ignoringCase: word, at: name.lowerBound)
      }
      switch name.count {
      case 4 where role == .link && matches("href"):
        if isFootnote(value, source) { return true }
      case 5 where matches("style"):
        if saysNone(value, source) { return true }
      case 6 where matches("hidden"): return true
      case 11 where matches("aria-hidden"):
        if source.starts(ignoringCase: "true", at: value.lowerBound) { return true }
      default: break
      }
    }
    return false
  }

  /// Whether a link leads to a footnote or back from it.
  private func isFootnote(_ address: Range<Int>, _ source: UnsafeBufferPointer<UInt8>) -> Bool {
    guard address.count > 2, source[address.lowerBound] == 0x23 else { return false }
    let words: [StaticString] = ["#fn", "#cite", "#note", "#footnote", "#user-content-fn"]
    return words.contains { source.starts(ignoringCase: $0, at: address.lowerBound) }
  }

  /// Whether a style holds `display: none`, with or without the space.
  private func saysNone(_ style: Range<Int>, _ source: UnsafeBufferPointer<UInt8>) -> Bool {
    guard style.count >= 12 else { return false }
    for place in style.lowerBound...style.upperBound - 12 where source.starts(ignoringCase: "display:", at: place) {
      let value = source[place + 8] == 0x20 ? place + 9 : place + 8
      if value + 4 <= style.upperBound && source.starts(ignoringCase: "none", at: value) { return true }
    }
    return false
  }
}

/// Inline code that is being read.
struct CodeSpan {
  var depth = 0
  private var range: Range<Int>?
  private var pieces = 0

  /// Takes up a piece of the code.
  mutating func add(_ piece: Range<Int>) {
    range = (range?.lowerBound ?? piece.lowerBound)..<piece.upperBound
    pieces += 1
  }

  /// Writes the code if it reads as a name, else counts it.
  mutating func finish(_ builder: inout ProseBuilder) {
    guard let range else { return }
    if pieces == 1, let name = InlineCode.name(in: builder.source, range) {
      builder.text(name.lowerBound, name.upperBound)
    } else {
      builder.codeCharacters += InlineCode.scalarCount(builder.source, range)
      builder.drop()
    }
    self = CodeSpan()
  }
}
