import Morphology
import TextCore

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

  /// Whether it holds the same bytes.
  func isEqual(to other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    for index in indices where self[index] != other[index] { return false }
    return true
  }
}

/// Surfaces of lexemes beside words of the source, without a string made of them.
extension LexemeTable {
  /// Whether a lexeme's surface is a word.
  func isSurface(_ lexeme: UInt32, _ word: StaticString) -> Bool {
    let range = vocabulary.range(of: surfaces[Int(lexeme)])
    return range.count == word.utf8CodeUnitCount && vocabulary.pool.span.extracting(range).isEqual(to: word)
  }

  /// The first scalar of a lexeme's surface; 0 for an empty one.
  func firstScalar(of lexeme: UInt32) -> UInt32 {
    let range = vocabulary.range(of: surfaces[Int(lexeme)])
    return range.isEmpty ? 0 : UTF8Scan.scalar(at: range.lowerBound, in: vocabulary.pool.span).value
  }

  /// The number of a lexeme's surface.
  func surfaceHash(of lexeme: UInt32) -> UInt64 {
    FeatureHash.string(vocabulary.pool.span.extracting(vocabulary.range(of: surfaces[Int(lexeme)])))
  }
}
