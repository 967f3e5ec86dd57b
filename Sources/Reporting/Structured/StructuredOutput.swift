/// Takes objects, arrays and values in the order they are to be written.
///
/// Implementations are generic parameters, not existentials, so that writing compiles to appends to a byte buffer.
package protocol StructuredOutput: FieldOutput {
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
  /// Writes a string of letters: quicker, for objects of which there are many.
  mutating func string(plain value: StaticString)
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
  /// Writes a half-open range as an array of two offsets.
  mutating func range(_ range: Range<Int>)

  /// Writes an object of which there are many.
  mutating func object(_ source: some FieldSource)
}

extension StructuredOutput {
  package mutating func key(plain name: StaticString) { key("\(name)") }
  package mutating func string(plain value: StaticString) { string("\(value)") }

  package mutating func range(_ range: Range<Int>) {
    array([range.lowerBound, range.upperBound]) { $0.integer($1) }
  }

  package mutating func object(_ source: some FieldSource) {
    beginObject()
    source.write(to: &self)
    endObject()
  }

  package mutating func field(_ name: StaticString, _ value: String) {
    key(plain: name)
    string(value)
  }

  package mutating func field(_ name: StaticString, plain value: StaticString) {
    key(plain: name)
    string(plain: value)
  }

  package mutating func field(_ name: StaticString, _ value: Int) {
    key(plain: name)
    integer(value)
  }

  package mutating func field(_ name: StaticString, score value: Double) {
    key(plain: name)
    score(value)
  }

  package mutating func field(_ name: StaticString, _ value: Bool) {
    key(plain: name)
    bool(value)
  }

  package mutating func field(_ name: StaticString, plain values: [StaticString], at places: UInt64) {
    key(plain: name)
    array(places.setBits) { $0.string(plain: values[$1]) }
  }

  package mutating func field(_ name: StaticString, _ value: Range<Int>) {
    key(plain: name)
    range(value)
  }

  package mutating func field(_ name: StaticString, _ values: [Range<Int>]) {
    key(plain: name)
    array(values) { $0.range($1) }
  }

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
  /// The most bytes of a whole number or of a score.
  static let longest = 32

  /// Appends a whole number.
  static func append(_ value: Int, to bytes: inout [UInt8]) {
    append(to: &bytes) { write(value, to: $0) }
  }

  /// Appends a score rounded to four decimals, without trailing zeros: 0.812, 1, 0.
  static func append(score: Double, to bytes: inout [UInt8]) {
    append(to: &bytes) { write(score: score, to: $0) }
  }

  /// Appends what `write` writes into memory of `longest` bytes; it returns their number. One append is much quicker
  /// than one for each digit.
  private static func append(to bytes: inout [UInt8], _ write: (UnsafeMutablePointer<UInt8>) -> Int) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { memory in
      memory.initialize(repeating: 0)
      let count = memory.baseAddress.map(write) ?? 0
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: memory[..<count]))
    }
  }

  /// Writes a whole number from the start of `memory`; returns the number of bytes.
  static func write(_ value: Int, to memory: UnsafeMutablePointer<UInt8>) -> Int {
    if value >= 0, value < 100_000 { return write(short: UInt32(truncatingIfNeeded: value), to: memory) }
    var rest = value.magnitude
    var end = value < 0 ? 1 : 0
    var digits: UInt = 10
    if value < 0 { memory[0] = UInt8(ascii: "-") }
    end += 1
    while rest >= digits {
      end += 1
      let (next, overflows) = digits.multipliedReportingOverflow(by: 10)
      if overflows { break }
      digits = next
    }
    let count = end
    repeat {
      end -= 1
      memory[end] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    return count
  }

  /// Writes a number of at most five digits, as most are.
  @inline(__always)
  private static func write(short value: UInt32, to memory: UnsafeMutablePointer<UInt8>) -> Int {
    if value < 10 {
      memory[0] = digit(value)
      return 1
    }
    if value < 100 {
      write(pair: value, to: memory)
      return 2
    }
    let (hundreds, rest) = value.quotientAndRemainder(dividingBy: 100)
    if hundreds < 10 {
      memory[0] = digit(hundreds)
      write(pair: rest, to: memory + 1)
      return 3
    }
    if hundreds < 100 {
      write(pair: hundreds, to: memory)
      write(pair: rest, to: memory + 2)
      return 4
    }
    let (first, middle) = hundreds.quotientAndRemainder(dividingBy: 100)
    memory[0] = digit(first)
    write(pair: middle, to: memory + 1)
    write(pair: rest, to: memory + 3)
    return 5
  }

  @inline(__always)
  private static func digit(_ value: UInt32) -> UInt8 { 0x30 &+ UInt8(truncatingIfNeeded: value) }

  /// Writes a number below 100 with two digits.
  @inline(__always)
  private static func write(pair value: UInt32, to memory: UnsafeMutablePointer<UInt8>) {
    let tens = (value &* 205) &>> 11
    memory[0] = digit(tens)
    memory[1] = digit(value &- tens &* 10)
  }

  /// Writes a score; written from a whole number of ten-thousandths, so that it does not depend on how a library prints
  /// a `Double`.
  static func write(score: Double, to memory: UnsafeMutablePointer<UInt8>) -> Int {
    // What is not a number is not below either.
    guard score.magnitude < 1e12 else { return write(0, to: memory) }
    // Rounded to the nearest, halves away from zero; what is cut off is exact.
    let product = score * 10_000
    var scaled = Int(product)
    let rest = product - Double(scaled)
    if rest >= 0.5 { scaled &+= 1 } else if rest <= -0.5 { scaled &-= 1 }
    var end = memory
    if scaled < 0 {
      end[0] = UInt8(ascii: "-")
      end += 1
    }
    let (whole, decimals) = scaled.magnitude.quotientAndRemainder(dividingBy: 10_000)
    end += write(Int(whole), to: end)
    end += write(decimals: UInt32(truncatingIfNeeded: decimals), to: end)
    return end - memory
  }

  /// Writes ten-thousandths behind a point, without trailing zeros; nothing for none.
  @inline(__always)
  private static func write(decimals: UInt32, to memory: UnsafeMutablePointer<UInt8>) -> Int {
    guard decimals > 0 else { return 0 }
    let (high, low) = decimals.quotientAndRemainder(dividingBy: 100)
    memory[0] = UInt8(ascii: ".")
    write(pair: high, to: memory + 1)
    if low == 0 { return memory[2] == 0x30 ? 2 : 3 }
    write(pair: low, to: memory + 3)
    return memory[4] == 0x30 ? 4 : 5
  }

  /// A number as exactly as a `Double` has it, whole ones without decimals.
  static func text(_ value: Double) -> String {
    if value.isFinite, value.rounded() == value, value.magnitude < 1e15 { return String(Int(value)) }
    return value.isFinite ? "\(value)" : "0"
  }
}
