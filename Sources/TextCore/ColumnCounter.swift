/// Finds lines and columns of places that are asked for in ascending order, each counted on from the one before.
///
/// Thousands of places on one line cost no more than one walk along it. A place before the last one is right as well,
/// and costs what `LineIndex.position` does.
public struct ColumnCounter {
  private let lines: LineIndex
  /// Counts scalars, where it does.
  private let scalars: ScalarIndex?
  /// The scalars before the line of `position`.
  private var before = 0
  private var last = 0
  private var position = TextPosition(line: 1, column: 1)

  /// Begins at the start of the text that `lines` was made of.
  /// - Parameter scalars: The units of the same text; where they are scalars, columns are counted by them.
  public init(lines: LineIndex, scalars: ScalarIndex? = nil) {
    self.lines = lines
    self.scalars = scalars?.unit == .scalar ? scalars : nil
  }

  /// The line and the column of the byte at `offset`.
  /// - Parameter text: The text the index was made of.
  public mutating func position(ofByte offset: Int, in text: Span<UInt8>) -> TextPosition {
    let line = lines.line(ofByte: offset, near: position.line)
    if let scalars {
      if line != position.line { before = scalars.offset(ofByte: lines.start(ofLine: line), in: text) }
      position = TextPosition(line: line, column: scalars.offset(ofByte: offset, in: text) - before + 1)
      return position
    }
    if line == position.line, offset >= last {
      var column = position.column
      for index in last..<min(max(last, offset), text.count) where text[index] & 0xC0 != 0x80 { column += 1 }
      position = TextPosition(line: line, column: column)
    } else {
      position = lines.position(ofByte: offset, in: text)
    }
    last = offset
    return position
  }
}
