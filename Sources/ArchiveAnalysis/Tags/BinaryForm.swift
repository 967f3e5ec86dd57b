/// Writes values one after the other as bytes: whole numbers in as many bytes as they need (LEB128), strings as UTF-8
/// behind their length.
package struct BinaryWriter {
  /// What was written.
  package private(set) var bytes: [UInt8] = []

  /// Begins with the name of a form and its version, which the reader asks for.
  package init(form: String, version: Int) {
    bytes += Array(form.utf8)
    integer(version)
  }

  /// Writes a number that is 0 or more; less counts as 0.
  package mutating func integer(_ value: Int) {
    var rest = UInt64(max(value, 0))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Writes a string.
  package mutating func string(_ value: String) {
    integer(value.utf8.count)
    bytes += Array(value.utf8)
  }

  /// Writes one byte.
  package mutating func byte(_ value: UInt8) { bytes.append(value) }

  /// Writes the count of the elements, and each.
  package mutating func list<Element>(_ elements: [Element], _ write: (inout BinaryWriter, Element) -> Void) {
    integer(elements.count)
    for element in elements { write(&self, element) }
  }
}

/// Why bytes are not what they were taken for.
package enum BinaryFormError: Error, Equatable {
  /// They do not begin with the name of the form.
  case otherForm(expected: String)
  /// They were written by another version of kiji.
  case otherVersion(found: Int, expected: Int)
  /// They end too early, or hold what no writer writes.
  case damaged(offset: Int)
}

/// Reads what `BinaryWriter` wrote. Bytes of any content give a value or an error, in time linear to their number.
package struct BinaryReader {
  private let bytes: [UInt8]
  private var place = 0

  /// Begins to read.
  /// - Throws: `otherForm`, `otherVersion`.
  package init(_ bytes: [UInt8], form: String, version: Int) throws(BinaryFormError) {
    self.bytes = bytes
    guard bytes.starts(with: form.utf8) else { throw .otherForm(expected: form) }
    place = form.utf8.count
    let found = try integer()
    guard found == version else { throw .otherVersion(found: found, expected: version) }
  }

  /// The error of what stands here.
  package var damage: BinaryFormError { .damaged(offset: place) }

  /// Reads a number.
  package mutating func integer() throws(BinaryFormError) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while place < bytes.count {
      let byte = bytes[place]
      guard shift < 56 || shift == 56 && byte < 0x40 else { throw damage }
      place += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(value) }
      shift += 7
    }
    throw damage
  }

  /// Reads a number up to `limit`.
  package mutating func integer(upTo limit: Int) throws(BinaryFormError) -> Int {
    let value = try integer()
    guard value <= limit else { throw damage }
    return value
  }

  /// Reads a string.
  package mutating func string() throws(BinaryFormError) -> String {
    let count = try integer(upTo: bytes.count - place)
    guard count <= bytes.count - place else { throw damage }
    defer { place += count }
    return String(decoding: bytes[place..<place + count], as: UTF8.self)
  }

  /// Reads one byte.
  package mutating func byte() throws(BinaryFormError) -> UInt8 {
    guard place < bytes.count else { throw damage }
    defer { place += 1 }
    return bytes[place]
  }

  /// Reads the elements of a list; each takes at least one byte.
  package mutating func list<Element>(
    _ read: (inout BinaryReader) throws(BinaryFormError) -> Element
  ) throws(BinaryFormError) -> [Element] {
    let count = try integer(upTo: bytes.count - place)
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try read(&self)) }
    return elements
  }

  /// Asks for the end.
  /// - Throws: `damaged` where more follows.
  package func finish() throws(BinaryFormError) {
    guard place == bytes.count else { throw damage }
  }
}
