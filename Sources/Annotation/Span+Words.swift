/// Bytes of a text beside words of the source.
extension Span<UInt8> {
  /// Whether it begins with a word.
  func hasPrefix(_ prefix: StaticString) -> Bool {
    let length = prefix.utf8CodeUnitCount
    return count >= length && extracting(0..<length).isEqual(to: prefix)
  }

  /// Whether it ends with a word and has more before it.
  func hasSuffix(_ suffix: StaticString) -> Bool {
    let length = suffix.utf8CodeUnitCount
    return count > length && extracting(count - length..<count).isEqual(to: suffix)
  }

  /// Whether it is a word.
  /// - Parameter bits: What is set in each byte before: 0x20 makes capital letters small.
  func isEqual(to word: StaticString, setting bits: UInt8 = 0) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { bytes in
      for index in indices where self[index] | bits != bytes[index] { return false }
      return true
    }
  }
}
