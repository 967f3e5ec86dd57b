internal import TextCore

/// Reads text without markup.
///
/// Blank lines end paragraphs. A line end inside a paragraph is a hard break, unless the paragraph was wrapped by a
/// program: then its lines are of nearly one width, and sentences run on over their ends.
enum PlainTextReader {
  /// The prose of the plain text in `body`.
  static func read(
    _ source: UnsafeBufferPointer<UInt8>, _ body: Range<Int>, diagnostics: [Diagnostic] = []
  ) -> ProseText {
    var builder = ProseBuilder(source)
    builder.diagnostics = diagnostics
    var lines: [PlainLine] = []
    var place = body.lowerBound
    while place < body.upperBound {
      let end = source.plainLineEnd(from: place, body.upperBound)
      let line = PlainLine(source, place, end)
      if line.isBlank || line.isIndented || line.kind != .text || lines.last.map({ $0.kind != .text }) ?? false {
        write(lines, &builder)
        lines.removeAll(keepingCapacity: true)
      }
      if !line.isBlank { lines.append(line) }
      let isPair = end + 1 < body.upperBound && source[end] == 0x0D && source[end + 1] == 0x0A
      place = end + (isPair ? 2 : 1)
    }
    write(lines, &builder)
    return builder.finish()
  }

  /// Writes the lines of one paragraph, heading or item.
  private static func write(_ lines: [PlainLine], _ builder: inout ProseBuilder) {
    guard let first = lines.first else { return }
    switch first.kind {
    case .text: builder.begin(.paragraph)
    case .heading: builder.begin(.heading, level: 2)
    case .item: builder.begin(.listItem)
    }
    let lineBreak = isWrapped(lines, builder.source) ? ProseBuilder.Break.soft : .hard
    for (index, line) in lines.enumerated() {
      if index > 0 { builder.wait(for: lineBreak) }
      text(line.text, &builder)
    }
    builder.endBlock()
  }

  /// Takes up a line, and leaves out readings `《…》` and the notes `［＃…］` of Aozora Bunko.
  private static func text(_ range: Range<Int>, _ builder: inout ProseBuilder) {
    let source = builder.source
    var from = range.lowerBound
    var place = from
    while place < range.upperBound {
      guard source[place] == 0x8A || source[place] == 0xBB, let found = note(source, place, range) else {
        place += 1
        continue
      }
      if source[place] == 0x8A, let bar = RubyReading.bar(source, before: found.lowerBound), bar.lowerBound >= from {
        builder.text(from, bar.lowerBound)
        from = bar.upperBound
      }
      builder.text(from, found.lowerBound)
      from = found.upperBound
      place = from
    }
    builder.text(from, range.upperBound)
  }

  /// The reading or note whose opening bracket ends at `place`.
  private static func note(_ source: UnsafeBufferPointer<UInt8>, _ place: Int, _ line: Range<Int>) -> Range<Int>? {
    if source[place] == 0x8A { return RubyReading.find(source, place, line.upperBound) }
    let start = place - 2
    guard start >= line.lowerBound, source.holds("［＃", at: start) else { return nil }
    var stop = place
    while stop < min(line.upperBound, place + 300) {
      if source.holds("］", at: stop) { return start..<stop + 3 }
      stop += 1
    }
    return nil
  }

  /// Columns of a line that a program may have wrapped: 28 full-width characters.
  private static let narrowest = 56
  /// How much shorter than the widest a wrapped line may be: a long Latin word, or a few characters at a line's head
  /// that must not stand there.
  private static let raggedness = 14

  private static func isWrapped(_ lines: [PlainLine], _ source: UnsafeBufferPointer<UInt8>) -> Bool {
    guard lines.count > 1 else { return false }
    var widest = 0
    var narrowest = Int.max
    var ends = 0
    for line in lines.dropLast() {
      widest = max(widest, line.width)
      narrowest = min(narrowest, line.width)
      if line.endsSentence(source) { ends += 1 }
    }
    guard narrowest >= Self.narrowest, widest - narrowest <= raggedness else { return false }
    return ends * 2 < lines.count && (lines.last.map { $0.width <= widest + 2 } ?? false)
  }
}
