import TextCore

/// A set of pairs of neighbouring scalars that may say yes too often, never no: one bit for each hash of 16 bits.
struct ScalarPairFilter: Sendable {
  private var bits = [UInt64](repeating: 0, count: 1 << 10)

  /// Adds the first two scalars of `text`, where it has two.
  mutating func insert(_ text: Substring) {
    let scalars = text.unicodeScalars.prefix(2).map(\.value)
    guard scalars.count == 2 else { return }
    let hash = Self.hash(scalars[0], scalars[1])
    bits[hash >> 6] |= 1 << UInt64(hash & 63)
  }

  /// Whether the pair may be in the set.
  @inline(__always)
  func mayContain(_ first: UInt32, _ second: UInt32) -> Bool {
    let hash = Self.hash(first, second)
    return bits[hash >> 6] & 1 << UInt64(hash & 63) != 0
  }

  /// Whether the first two scalars of `text` may be in the set.
  func mayBegin(_ text: Span<UInt8>) -> Bool {
    guard text.count > 0 else { return false }
    let (first, length) = UTF8Scan.scalar(at: 0, in: text)
    return length < text.count && mayContain(first, UTF8Scan.scalar(at: length, in: text).value)
  }

  /// Kana and kanji differ in their low bits; a prime spreads the first scalar over the rest.
  @inline(__always)
  private static func hash(_ first: UInt32, _ second: UInt32) -> Int { Int((first &* 0x9E5) ^ second) & 0xFFFF }
}
