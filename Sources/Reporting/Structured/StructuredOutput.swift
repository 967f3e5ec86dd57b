/// Takes objects, arrays and values in the order they are to be written.
///
/// Implementations are generic parameters, not existentials, so that writing compiles to appends to a byte buffer.
package protocol StructuredOutput {
  /// Begins an object; pairs of `key` and value follow.
  mutating func beginObject()
  /// Ends the innermost object.
  mutating func endObject()
  /// Begins an array; values follow.
  mutating func beginArray()
  /// Ends the innermost array.
  mutating func endArray()
  /// Names the value that follows.
  mutating func key(_ name: String)
  /// Names the value that follows, by a name of letters: quicker, for objects of which there are many.
  mutating func key(plain name: StaticString)
  /// Writes a string.
  mutating func string(_ value: String)
  /// Writes a whole number.
  mutating func integer(_ value: Int)
  /// Writes a score: rounded to four decimals, without trailing zeros.
  mutating func score(_ value: Double)
  /// Writes a number as exactly as a `Double` has it.
  mutating func number(_ value: Double)
  /// Writes a decimal number that is given by its digits, such as `1740000000000` or `81.69`.
  mutating func decimal(_ digits: String)
  /// Writes true or false.
  mutating func bool(_ value: Bool)
  /// Writes that there is nothing.
  mutating func null()
}

extension StructuredOutput {
  package mutating func key(plain name: StaticString) { key("\(name)") }

  /// Writes a string, or that there is none.
  package mutating func string(orNull value: String?) {
    if let value { string(value) } else { null() }
  }

  /// Writes an array, one element after the other.
  package mutating func array<Elements: Sequence>(
    _ elements: Elements, _ write: (inout Self, Elements.Element) -> Void
  ) {
    beginArray()
    for element in elements { write(&self, element) }
    endArray()
  }
}

/// Numbers as text.
enum NumberText {
  /// Appends a whole number.
  static func append(_ value: Int, to bytes: inout [UInt8]) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    append(value.magnitude, atLeast: 1, to: &bytes)
  }

  /// Appends digits, with leading zeros up to `fewest` of them, 1 to 8.
  @inline(__always)
  private static func append(_ value: UInt, atLeast fewest: Int, to bytes: inout [UInt8]) {
    if value >= 100_000_000 { append(large: value / 100_000_000, to: &bytes) }
    var rest = UInt32(truncatingIfNeeded: value % 100_000_000)
    // The first digit comes to lie in the lowest byte.
    var digits: UInt64 = 0
    var count = 0
    while rest > 0 || count < (value >= 100_000_000 ? 8 : fewest) {
      digits = digits << 8 | UInt64(0x30 + rest % 10)
      rest /= 10
      count += 1
    }
    for _ in 0..<count {
      bytes.append(UInt8(truncatingIfNeeded: digits))
      digits >>= 8
    }
  }

  private static func append(large value: UInt, to bytes: inout [UInt8]) { append(Int(value), to: &bytes) }

  /// Appends a score rounded to four decimals, without trailing zeros: 0.812, 1, 0.
  ///
  /// Written from a whole number of ten-thousandths, so that it does not depend on how a library prints a `Double`.
  static func append(score: Double, to bytes: inout [UInt8]) {
    guard score.isFinite, score.magnitude < 1e12 else {
      bytes.append(UInt8(ascii: "0"))
      return
    }
    let scaled = Int((score * 10_000).rounded())
    if scaled < 0 { bytes.append(UInt8(ascii: "-")) }
    append(Int(scaled.magnitude) / 10_000, to: &bytes)
    var decimals = Int(scaled.magnitude) % 10_000
    guard decimals > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    var place = 1_000
    while decimals > 0 {
      bytes.append(0x30 + UInt8(decimals / place))
      decimals %= place
      place /= 10
    }
  }

  /// A number as exactly as a `Double` has it, whole ones without decimals.
  static func text(_ value: Double) -> String {
    if value.isFinite, value.rounded() == value, value.magnitude < 1e15 { return String(Int(value)) }
    return value.isFinite ? "\(value)" : "0"
  }
}
