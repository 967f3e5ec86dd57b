/// What Unicode calls well-formed (The Unicode Standard, table 3-7).
enum UTF8Sequence {
  /// The length of the scalar at `place`; where there is none, of the bytes that one U+FFFD stands for.
  ///
  /// These are the maximal subpart of a sequence, as section 3.9 of the standard advises.
  static func measure(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> (length: Int, isValid: Bool) {
    let lead = bytes[place]
    let count: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0x00...0x7F: return (1, true)
    case 0xC2...0xDF: count = 2
    case 0xE0: (count, second) = (3, 0xA0...0xBF)
    case 0xED: (count, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: count = 3
    case 0xF0: (count, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: count = 4
    case 0xF4: (count, second) = (4, 0x80...0x8F)
    default: return (1, false)
    }
    var length = 1
    while length < count {
      guard place + length < bytes.count else { return (length, false) }
      let byte = bytes[place + length]
      guard length == 1 ? second.contains(byte) : byte & 0xC0 == 0x80 else { return (length, false) }
      length += 1
    }
    return (count, true)
  }
}
