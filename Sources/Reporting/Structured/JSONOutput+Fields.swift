import TextCore

/// Names with their values in one go, which are most of what is written.
extension JSONOutput {
  package mutating func object(_ source: some FieldSource) {
    guard layout == .compact else {
      beginObject()
      source.write(to: &self)
      return endObject()
    }
    putValue(source.mostBytes) { memory in
      var fields = JSONFields(memory)
      source.write(to: &fields)
      return fields.finish()
    }
  }

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
  package mutating func field(_ name: StaticString, _ value: Range<Int>) {
    guard layout == .compact else {
      key(plain: name)
      return range(value)
    }
    putField(name, Self.longestRange) { Self.write(value, to: $0) }
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
