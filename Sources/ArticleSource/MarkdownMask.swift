/// A Markdown text in which what is neither prose nor Markdown is masked, byte for byte, so that every offset stays.
///
/// Blogs mix Markdown with template tags, MDX, shortcodes, formulas and footnotes, whose punctuation a Markdown
/// parser would take for its own. They are masked before it reads the text: with `maskByte` inside a line, with
/// spaces where a line holds nothing else. Code is left alone, as far as lines show it.
struct MarkdownMask {
  /// The text as it is to be parsed; `nil` where nothing had to be masked.
  private(set) var masked: [UInt8]?
  /// Places where a block ends though Markdown sees none: footnotes and titled containers follow each other by lines.
  private(set) var breaks: [Int] = []
  /// Whether the text would take a Markdown parser more than linear time.
  private(set) var isTooComplex = false

  let source: UnsafeBufferPointer<UInt8>
  let end: Int
  /// Finds the marks that close what was opened.
  var seeker: MarkdownSeeker
  /// Where a component was opened and not closed, up to where its end was looked for.
  var noComponentBefore = 0
  /// The code fence that is open.
  private var fence: MarkdownFence?
  private var module = MarkdownModule()
  /// Whether the line before was blank, so that a block may begin.
  private var isAtBlockStart = true

  /// Finds and masks what is no prose in `body`.
  /// - Complexity: O(*n*) in bytes.
  init(_ source: UnsafeBufferPointer<UInt8>, _ body: Range<Int>) {
    self.source = source
    end = body.upperBound
    seeker = MarkdownSeeker(source, body.upperBound)
    var load = MarkdownLoad()
    var place = body.lowerBound
    while place < end {
      let next = line(from: place)
      load.add(source, place..<next, isCode: fence != nil)
      place = next
    }
    isTooComplex = load.isTooHigh(source, body)
  }

  /// Masks the source bytes of `range`; line ends stay.
  mutating func mask(_ range: Range<Int>, with byte: UInt8 = maskByte) {
    if masked == nil { masked = Array(source) }
    masked?.withUnsafeMutableBufferPointer { masked in
      for place in range where source[place] != 0x0A && source[place] != 0x0D { masked[place] = byte }
    }
  }

  /// Notes that blocks end at `place`.
  mutating func addBreak(_ place: Int) {
    if (breaks.last ?? -1) < place { breaks.append(place) }
  }

  /// Reads the line that starts at `start`, and what begins in it; answers where to go on.
  private mutating func line(from start: Int) -> Int {
    let lineEnd = source.lineEnd(from: start, end)
    let next = min(lineEnd + 1, end)
    let text = source.firstText(from: start, lineEnd)
    if let open = fence, open.holds(source, start, lineEnd) {
      if open.isClosed(by: source, start, lineEnd) { fence = nil }
      isAtBlockStart = fence == nil
      return next
    }
    fence = MarkdownFence(source, start, lineEnd)
    if fence != nil { return next }
    if text == lineEnd {
      isAtBlockStart = true
      return next
    }
    if let resume = wholeLines(start, text, lineEnd) { return resume }
    let stop = scan(text, lineEnd)
    isAtBlockStart = blankIfMasked(start..<stop)
    return min(stop + 1, end)
  }

  /// Masks a construct that takes up whole lines; answers where to go on, or `nil` where there is none.
  private mutating func wholeLines(_ start: Int, _ text: Int, _ lineEnd: Int) -> Int? {
    switch source[text] {
    case 0x3A where source.starts(ignoringCase: ":::", at: text):
      return container(text, lineEnd)
    case 0x65, 0x69:
      guard text == start, isAtBlockStart, let stop = module.end(source, start, end) else { return nil }
      mask(start..<stop, with: 0x20)
      return stop
    default: return nil
    }
  }

  /// Masks the fence of a `:::` container; a Japanese title on it stays, as a block of its own.
  private mutating func container(_ start: Int, _ lineEnd: Int) -> Int {
    var place = start
    while place < lineEnd && source[place] == 0x3A { place += 1 }
    while place < lineEnd && source[place] == 0x20 { place += 1 }
    while place < lineEnd && (source[place].isASCIIAlphanumeric || source[place] == 0x2D) { place += 1 }
    addBreak(start)
    if (place..<lineEnd).contains(where: { source[$0] >= 0x80 }) {
      mask(start..<place)
      addBreak(lineEnd)
    } else {
      mask(start..<lineEnd, with: 0x20)
    }
    isAtBlockStart = true
    return min(lineEnd + 1, end)
  }

  /// Turns lines that hold nothing but masks into blank ones; answers whether they do.
  private mutating func blankIfMasked(_ lines: Range<Int>) -> Bool {
    let holdsOnlyMasks = masked?.withUnsafeBufferPointer { text in
      var hasMask = false
      for place in lines where text[place] > 0x20 || text[place] == maskByte {
        if text[place] == maskByte { hasMask = true } else if text[place] != 0x3E || hasMask { return false }
      }
      return hasMask
    }
    guard holdsOnlyMasks == true else { return false }
    masked?.withUnsafeMutableBufferPointer { text in
      for place in lines where text[place] == maskByte { text[place] = 0x20 }
    }
    return true
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The place of the line feed that ends the line of `start`, or `end`; looks at eight bytes at a time.
  @inline(__always)
  func lineEnd(from start: Int, _ end: Int) -> Int {
    let feeds: UInt64 = 0x0A0A_0A0A_0A0A_0A0A
    let bytes = UnsafeRawBufferPointer(self)
    var place = start
    while place + 8 <= end {
      let difference = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self) ^ feeds
      if (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080 != 0 { break }
      place += 8
    }
    while place < end && self[place] != 0x0A { place += 1 }
    return place
  }

  /// Where the run of bytes above ASCII ends that `start` is in, or a few bytes before; goes by eight bytes.
  @inline(__always)
  func endOfWide(from start: Int, _ end: Int) -> Int {
    let high: UInt64 = 0x8080_8080_8080_8080
    let bytes = UnsafeRawBufferPointer(self)
    var place = start
    while place + 8 <= end, bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self) & high == high { place += 8 }
    return place
  }

  /// The first place of a line that holds no white space, or its end.
  func firstText(from start: Int, _ lineEnd: Int) -> Int {
    var place = start
    while place < lineEnd && self[place].isASCIISpace { place += 1 }
    return place
  }
}
