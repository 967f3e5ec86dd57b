/// Well-formedness of UTF-8 by table 3-7 of the Unicode Standard, section 3.9.
enum UTF8Validity {
  /// What one pass over a file tells.
  struct Survey {
    /// Where the first byte lies that is part of no well-formed sequence or is NUL; the size where none is.
    var firstProblem: Int
    /// Whether every byte before it is ASCII.
    var isASCII: Bool
  }

  /// Looks for the first problem of `bytes`.
  ///
  /// Eight bytes at a time where they are ASCII; Japanese text goes through the three-byte case first.
  /// - Complexity: O(*n*).
  static func survey(_ bytes: UnsafeBufferPointer<UInt8>) -> Survey {
    let count = bytes.count
    var offset = 0
    var isASCII = true
    while offset < count {
      if let end = endOfThreeByteRun(bytes, from: offset) {
        isASCII = false
        offset = end
      } else if bytes[offset] < 0x80 {
        offset = endOfASCII(bytes, from: offset)
        if offset < count && bytes[offset] == 0 { break }
      } else {
        let step = step(bytes, at: offset)
        guard step.isWellFormed else { break }
        isASCII = false
        offset += step.length
      }
    }
    return Survey(firstProblem: offset, isASCII: isASCII)
  }

  /// The end of the well-formed three-byte sequences at `start`, taken two at a time; `nil` where there are no two.
  ///
  /// Kana, kanji and their punctuation are three bytes each. The leads E0 and ED are left to the exact check.
  @inline(__always)
  private static func endOfThreeByteRun(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var offset = start
    let raw = UnsafeRawBufferPointer(bytes)
    while offset + 8 <= bytes.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      guard word & 0x0000_C0C0_F0C0_C0F0 == 0x0000_8080_E080_80E0 else { break }
      let (first, second) = (word & 0xFF, word >> 24 & 0xFF)
      guard first != 0xE0, first != 0xED, second != 0xE0, second != 0xED else { break }
      offset += 6
    }
    return offset > start ? offset : nil
  }

  /// The first offset, at or after `start`, of a byte that is NUL or not ASCII.
  private static func endOfASCII(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var offset = start
    let raw = UnsafeRawBufferPointer(bytes)
    let highBits: UInt64 = 0x8080_8080_8080_8080
    while offset + 8 <= bytes.count {
      let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      // Of bytes below 0x80, subtracting one sets the high bit of NUL alone, or of its neighbour through the borrow.
      if (word | (word &- 0x0101_0101_0101_0101)) & highBits != 0 { break }
      offset += 8
    }
    while offset < bytes.count && bytes[offset] &- 1 < 0x7F { offset += 1 }
    return offset
  }

  /// The well-formed sequence at `offset`, or else the maximal part of one, which is what one U+FFFD stands for.
  static func step(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (length: Int, isWellFormed: Bool) {
    let lead = bytes[offset]
    let second: ClosedRange<UInt8>
    let length: Int
    switch lead {
    case 0x00...0x7F: return (1, true)
    case 0xC2...0xDF: (second, length) = (0x80...0xBF, 2)
    case 0xE0: (second, length) = (0xA0...0xBF, 3)
    case 0xED: (second, length) = (0x80...0x9F, 3)
    case 0xE1...0xEF: (second, length) = (0x80...0xBF, 3)
    case 0xF0: (second, length) = (0x90...0xBF, 4)
    case 0xF1...0xF3: (second, length) = (0x80...0xBF, 4)
    case 0xF4: (second, length) = (0x80...0x8F, 4)
    default: return (1, false)
    }
    guard offset + 1 < bytes.count, second.contains(bytes[offset + 1]) else { return (1, false) }
    for position in 2..<max(length, 2) {
      guard offset + position < bytes.count, bytes[offset + position] & 0xC0 == 0x80 else { return (position, false) }
    }
    return (length, true)
  }
}
