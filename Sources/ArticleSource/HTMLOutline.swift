/// What one pass over the tags of a page tells before a tree is built of it.
struct HTMLOutline {
  /// The most open elements; browsers stop at 512, gumbo takes quadratic time in them.
  private static let deepest = 200
  /// The most elements that were closed by the end tag of another one; gumbo reopens the formatting ones among them.
  private static let mostMisnested = 1_000
  /// The most tags and attributes of a page, and the most attributes of a tag; gumbo takes some 300 bytes for each.
  private static let mostTags = 500_000
  /// The bytes that an attribute usually has.
  private static let attributeSize = 16
  private static let mostAttributes = 200

  /// Where the title and the title for social networks stand.
  private(set) var title: Range<Int>?
  private(set) var socialTitle: Range<Int>?
  /// Whether a tree would take more than linear time or too much memory.
  private(set) var isTooDeep = false

  private let source: UnsafeBufferPointer<UInt8>
  private var open: [HTMLName] = []
  private var misnested = 0
  private var tags = 0
  private var mains = HTMLRegions()
  private var articles = HTMLRegions()

  init(_ source: UnsafeBufferPointer<UInt8>, _ body: Range<Int>) {
    self.source = source
    var tokens = HTMLTokenizer(source, body)
    var start = tokens.place
    while let token = tokens.next() {
      switch token {
      case .open(let name, let attributes):
        let element = HTMLElement.named(name)
        take(name, element, attributes, at: start)
        if element.isRawText {
          let text = tokens.rawText(of: name)
          if name == HTMLElement.title && title == nil { title = text }
        }
      case .close(let name): close(name, at: start)
      case .text, .other: break
      }
      start = tokens.place
    }
    mains.end(at: body.upperBound)
    articles.end(at: body.upperBound)
  }

  /// Where the text of the page is: its `main` element, else its articles, else all of it.
  func content(of body: Range<Int>) -> [Range<Int>] {
    if !mains.ranges.isEmpty { return mains.ranges }
    return articles.ranges.isEmpty ? [body] : articles.ranges
  }

  private mutating func take(_ name: HTMLName, _ element: HTMLElement, _ attributes: Range<Int>, at place: Int) {
    tags += 1 + attributes.count / Self.attributeSize
    if name == HTMLElement.main { mains.open(at: place) }
    if name == HTMLElement.article { articles.open(at: place) }
    if name == HTMLElement.meta { takeMeta(attributes) }
    if tags > Self.mostTags
      || attributes.count > Self.mostAttributes && attributeCount(attributes) > Self.mostAttributes
    {
      isTooDeep = true
    }
    guard !isTooDeep, !element.isVoid, !element.hasOptionalEnd else { return }
    open.append(name)
    if open.count > Self.deepest { isTooDeep = true }
  }

  private mutating func close(_ name: HTMLName, at place: Int) {
    if name == HTMLElement.main { mains.close(at: place) }
    if name == HTMLElement.article { articles.close(at: place) }
    if isTooDeep { return }
    if open.last == name {
      open.removeLast()
    } else if let index = open.lastIndex(of: name) {
      misnested += open.count - index - 1
      open.removeSubrange(index...)
      if misnested > Self.mostMisnested { isTooDeep = true }
    }
  }

  private mutating func takeMeta(_ attributes: Range<Int>) {
    guard socialTitle == nil, let property = HTMLAttributes.value(of: "property", source, attributes),
      property.count == 8, source.starts(ignoringCase: "og:title", at: property.lowerBound)
    else { return }
    socialTitle = HTMLAttributes.value(of: "content", source, attributes)
  }

  private func attributeCount(_ attributes: Range<Int>) -> Int {
    var walk = HTMLAttributes(source, attributes)
    var count = 0
    while walk.next() != nil { count += 1 }
    return count
  }
}

/// The outermost stretches of an element.
struct HTMLRegions {
  private(set) var ranges: [Range<Int>] = []
  private var start = 0
  private var depth = 0

  /// Notes a start tag.
  mutating func open(at place: Int) {
    if depth == 0 { start = place }
    depth += 1
  }

  /// Notes an end tag; one without a start tag counts for nothing.
  mutating func close(at place: Int) {
    guard depth > 0 else { return }
    depth -= 1
    if depth == 0 { ranges.append(start..<place) }
  }

  /// Notes the end of the page.
  mutating func end(at place: Int) {
    if depth > 0 { ranges.append(start..<place) }
    depth = 0
  }
}
