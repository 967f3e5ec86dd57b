/// Takes names of letters with their values, which objects of which there are many consist of.
package protocol FieldOutput {
  /// Names and writes a string.
  mutating func field(_ name: StaticString, _ value: String)
  /// Names and writes a string of letters.
  mutating func field(_ name: StaticString, plain value: StaticString)
  /// Names and writes a whole number.
  mutating func field(_ name: StaticString, _ value: Int)
  /// Names and writes a score.
  mutating func field(_ name: StaticString, score value: Double)
  /// Names and writes true or false.
  mutating func field(_ name: StaticString, _ value: Bool)
  /// Names and writes an array of strings of letters: those whose bits are set in `places`.
  mutating func field(_ name: StaticString, plain values: [StaticString], at places: UInt64)
  /// Names and writes a range.
  mutating func field(_ name: StaticString, _ value: Range<Int>)
  /// Names and writes an array of ranges.
  mutating func field(_ name: StaticString, _ values: [Range<Int>])
}

/// What is written as an object of fields, all at once.
package protocol FieldSource {
  /// Writes its fields; the same ones each time, for room is measured first.
  func write<Fields: FieldOutput>(to fields: inout Fields)
}

extension UInt64 {
  /// The places of the bits that are set, the lowest first.
  var setBits: SetBits { SetBits(rest: self) }

  /// Goes through the bits of a number.
  struct SetBits: Sequence, IteratorProtocol {
    fileprivate var rest: UInt64

    mutating func next() -> Int? {
      guard rest != 0 else { return nil }
      defer { rest &= rest &- 1 }
      return rest.trailingZeroBitCount
    }
  }
}
