import TextCore

/// Sums up the most bytes that the fields of one object take as JSON, so that room is made for all of them at once.
///
/// It takes the same fields as `JSONFields`, which relies on it: what is written can never be longer than what was
/// measured. Names are known when this is compiled, so that most of the sum is one constant.
struct JSONRoom: FieldOutput {
  /// The most bytes, with the object's brackets.
  private(set) var bytes = 2

  @inline(__always)
  mutating func field(_ name: StaticString, _ value: String) {
    add(name, JSONText.mostEscaped * value.utf8.count + 2)
  }

  @inline(__always)
  mutating func field(_ name: StaticString, plain value: StaticString) { add(name, value.utf8CodeUnitCount + 2) }

  @inline(__always)
  mutating func field(_ name: StaticString, _ value: Int) { add(name, NumberText.longest) }

  @inline(__always)
  mutating func field(_ name: StaticString, score value: Double) { add(name, NumberText.longest) }

  @inline(__always)
  mutating func field(_ name: StaticString, _ value: Bool) { add(name, 5) }

  @inline(__always)
  mutating func field(_ name: StaticString, plain values: [StaticString], at places: UInt64) {
    add(name, 2)
    // With quotation marks and a comma.
    for place in places.setBits { bytes += values[place].utf8CodeUnitCount + 3 }
  }

  @inline(__always)
  mutating func field(_ name: StaticString, _ value: Range<Int>) { add(name, JSONOutput.longestRange) }

  @inline(__always)
  mutating func field(_ name: StaticString, _ values: [Range<Int>]) {
    add(name, 2 + values.count * (JSONOutput.longestRange + 1))
  }

  /// Adds a name with its quotation marks, comma and colon, and so many bytes for its value.
  @inline(__always)
  private mutating func add(_ name: StaticString, _ most: Int) { bytes += name.utf8CodeUnitCount + 4 + most }
}
