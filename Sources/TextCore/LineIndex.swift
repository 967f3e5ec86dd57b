/// A place in a text as editors show it.
public struct TextPosition: Hashable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The column in Unicode scalars, from 1.
  public let column: Int

  /// Creates a position; both numbers count from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Answers which line and column a byte of a UTF-8 text stands at.
///
/// Lines end with LF, CR LF or a CR alone.
public struct LineIndex: Sendable {
  private let starts: [UInt32]

  /// Finds the lines of `text`.
  /// - Complexity: O(*n*) in bytes.
  public init(_ text: Span<UInt8>) {
    var starts: [UInt32] = [0]
    text.withUnsafeBufferPointer { bytes in
      for index in bytes.indices where bytes[index] <= 0x0D {
        if bytes[index] == 0x0A {
          starts.append(UInt32(index + 1))
        } else if bytes[index] == 0x0D, index + 1 == bytes.count || bytes[index + 1] != 0x0A {
          starts.append(UInt32(index + 1))
        }
      }
    }
    self.starts = starts
  }

  /// The number of lines; a text that ends with a line end has an empty last line.
  public var count: Int { starts.count }

  /// The line, from 1, of the byte at `offset`.
  /// - Complexity: O(log *n*) in lines.
  public func line(ofByte offset: Int) -> Int {
    starts.withUnsafeBufferPointer { starts in starts.firstIndexOfPartition { Int($0) > offset } }
  }

  /// The same for bytes that are asked for in about ascending order.
  /// - Parameter line: The line of the last byte; it is looked at first, with the next one.
  public func line(ofByte offset: Int, near line: Int) -> Int {
    for line in line...line + 1 where line >= 1 && line <= starts.count && Int(starts[line - 1]) <= offset {
      if line == starts.count || Int(starts[line]) > offset { return line }
    }
    return self.line(ofByte: offset)
  }

  /// The byte at which `line`, from 1, starts.
  public func start(ofLine line: Int) -> Int { Int(starts[min(max(line, 1), starts.count) - 1]) }

  /// The line and the column of the byte at `offset`.
  /// - Parameter text: The text the index was made of.
  /// - Complexity: O(log *n*) in lines, and the length of the line.
  public func position(ofByte offset: Int, in text: Span<UInt8>) -> TextPosition {
    let line = line(ofByte: offset)
    var column = 1
    for index in start(ofLine: line)..<max(start(ofLine: line), min(offset, text.count))
    where text[index] & 0xC0 != 0x80 {
      column += 1
    }
    return TextPosition(line: line, column: column)
  }
}
