import TextCore

/// What takes features one by one: a list for training, scratch at use.
protocol FeatureList: ~Copyable {
  /// Takes a feature.
  mutating func append(_ feature: UInt32)
}

extension [UInt32]: FeatureList {}
extension ScratchColumn: FeatureList where Element == UInt32 {}

/// Makes one number of what a feature says.
///
/// Features are told apart by 32 bits of a hash alone: among a million features some two hundred share a number, which
/// costs a linear model nothing that can be measured (Ganchev and Dredze 2008, "Small statistical models by random
/// feature mixing").
enum FeatureHash {
  /// Mixes `value` into `hash`: a round of the finalizer of SplitMix64 (Steele, Lea and Flood 2014).
  @inline(__always)
  static func mix(_ hash: UInt64, _ value: UInt64) -> UInt64 {
    var mixed = (hash ^ value) &* 0x9e37_79b9_7f4a_7c15
    mixed ^= mixed >> 29
    return mixed &* 0xbf58_476d_1ce4_e5b9
  }

  /// The feature of a template with one part.
  @inline(__always)
  static func key(_ template: UInt64, _ first: UInt64) -> UInt32 { fold(mix(mix(template, 77), first)) }

  /// The feature of a template with two parts.
  @inline(__always)
  static func key(_ template: UInt64, _ first: UInt64, _ second: UInt64) -> UInt32 {
    fold(mix(mix(mix(template, 77), first), second))
  }

  /// The feature of a template with three parts.
  @inline(__always)
  static func key(_ template: UInt64, _ first: UInt64, _ second: UInt64, _ third: UInt64) -> UInt32 {
    fold(mix(mix(mix(mix(template, 77), first), second), third))
  }

  /// The number of a string: FNV-1a (Fowler, Noll and Vo).
  static func string(_ bytes: Span<UInt8>) -> UInt64 {
    bytes.withUnsafeBufferPointer { bytes in
      var hash = ByteHash()
      for byte in bytes { hash.add(byte) }
      return hash.value
    }
  }

  /// The number of a string.
  static func string(_ text: StaticString) -> UInt64 {
    var hash = ByteHash()
    text.withUTF8Buffer { for byte in $0 { hash.add(byte) } }
    return hash.value
  }

  @inline(__always)
  private static func fold(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) }
}

/// The number of a string, byte by byte: FNV-1a, 64 bits.
struct ByteHash {
  /// The number of the bytes so far.
  private(set) var value: UInt64

  /// Begins, or goes on behind bytes whose number is known.
  init(_ value: UInt64 = 0xcbf2_9ce4_8422_2325) { self.value = value }

  @inline(__always)
  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
}
