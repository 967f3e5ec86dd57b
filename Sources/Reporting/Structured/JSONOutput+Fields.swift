import TextCore

/// Names with their values in one go, which are most of what is written.
extension JSONOutput {
  @inline(__always)
  package mutating func field(_ name: StaticString, _ value: String) {
    guard layout == .compact else {
      key(plain: name)
      return string(value)
    }
    var value = value
    value.withUTF8 { text in
      putField(name, text.count * JSONText.mostEscaped + 2) { Self.write(quoted: text, to: $0) }
    }
  }

  @inline(__always)
  package mutating func field(_ name: StaticString, plain value: StaticString) {
    guard layout == .compact else {
      key(plain: name)
      return string(plain: value)
    }
    putField(name, value.utf8CodeUnitCount + 2) { Self.write(quoted: value, to: $0) }
  }

  @inline(__always)
  package mutating func field(_ name: StaticString, _ value: Int) {
    guard layout == .compact else {
      key(plain: name)
      return integer(value)
    }
    putField(name, NumberText.longest) { NumberText.write(value, to: $0) }
  }

  @inline(__always)
  package mutating func field(_ name: StaticString, score value: Double) {
    guard layout == .compact else {
      key(plain: name)
      return score(value)
    }
    putField(name, NumberText.longest) { NumberText.write(score: value, to: $0) }
  }

  @inline(__always)
  package mutating func field(_ name: StaticString, _ value: Bool) {
    guard layout == .compact else {
      key(plain: name)
      return bool(value)
    }
    if value { putField(name, "true") } else { putField(name, "false") }
  }

  @inline(__always)
  package mutating func field(_ name: StaticString, plain values: [StaticString], at places: UInt64) {
    guard layout == .compact else {
      key(plain: name)
      return array(places.setBits) { $0.string(plain: values[$1]) }
    }
    var most = 2
    for place in places.setBits { most += values[place].utf8CodeUnitCount + 3 }
    putField(name, most) { memory in
      memory[0] = UInt8(ascii: "[")
      var end = 1
      for place in places.setBits {
        end += Self.write(quoted: values[place], to: memory + end)
        memory[end] = UInt8(ascii: ",")
        end += 1
      }
      // The bracket stands where the last comma would.
      if places != 0 { end -= 1 }
      memory[end] = UInt8(ascii: "]")
      return end + 1
    }
  }

  @inline(__always)
  package mutating func field(_ name: StaticString, _ value: Range<Int>) {
    guard layout == .compact else {
      key(plain: name)
      return range(value)
    }
    putField(name, Self.longestRange) { Self.write(value, to: $0) }
  }

  @inline(__always)
  private mutating func putField(_ name: StaticString, _ value: StaticString) {
    putField(name, value.utf8CodeUnitCount) { memory in
      memory.update(from: value.utf8Start, count: value.utf8CodeUnitCount)
      return value.utf8CodeUnitCount
    }
  }

  /// Puts a name, on one line with its value, which `write` writes into room for `most` bytes. Where the name is known
  /// when this is compiled, it becomes a few writes of whole words.
  @inline(__always)
  private mutating func putField(
    _ name: StaticString, _ most: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int
  ) {
    let comma = takesComma() ? 1 : 0
    put(most + name.utf8CodeUnitCount + 4) { memory in
      memory[0] = UInt8(ascii: ",")
      var end = comma + Self.write(quoted: name, to: memory + comma)
      memory[end] = UInt8(ascii: ":")
      end += 1
      return end + write(memory + end)
    }
  }
}
