/// Finds lines and columns of places that are asked for in ascending order, each counted on from the one before.
///
/// Thousands of places on one line cost no more than one walk along it. A place before the last one is right as well,
/// and costs what `LineIndex.position` does.
public struct ColumnCounter {
  private let lines: LineIndex
  private var last = 0
  private var position = TextPosition(line: 1, column: 1)

  /// Begins at the start of the text that `lines` was made of.
  public init(lines: LineIndex) { self.lines = lines }

  /// The line and the column of the byte at `offset`.
  /// - Parameter text: The text the index was made of.
  public mutating func position(ofByte offset: Int, in text: Span<UInt8>) -> TextPosition {
    let line = lines.line(ofByte: offset)
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
