import TextCore

/// What the spellings of one term have in common, as a number: GitHub Actions, github-actions and GitHubActions have one
/// key, and so have サーバ and サーバー, ＡＩ and AI.
///
/// The key is a hash (FNV-1a, 32 bits) of the term with small letters, without spaces, hyphens, dots, middle dots and
/// apostrophes inside, and without the prolonged sound mark at the end of a katakana word with three letters before it (JIS
/// Z 8301 leaves it out there). Two terms in a million of different spelling share one.
package struct TermKey: Hashable, Comparable, Sendable {
  /// The hash.
  package let value: UInt32

  /// A key that was stored.
  package init(value: UInt32) { self.value = value }

  /// The key of a term.
  /// - Complexity: O(*n*) in bytes.
  package init(_ term: String) { self.init(Array(term.utf8).span) }

  /// The key of a term, in UTF-8.
  /// - Complexity: O(*n*) in bytes.
  package init(_ term: Span<UInt8>) {
    var hash = TermKeyHash()
    hash.add(term)
    self = hash.key
  }

  package static func < (left: TermKey, right: TermKey) -> Bool { left.value < right.value }
}

/// A key in the making, of the parts of a term one after the other.
package struct TermKeyHash {
  private static let basis: UInt32 = 2_166_136_261
  private static let prime: UInt32 = 16_777_619
  /// The letters that stand before a prolonged sound mark that may be left out.
  private static let longWord = 3

  private var hash = Self.basis
  /// The hash with the signs taken in, for a term that holds nothing else.
  private var signs = Self.basis
  private var isEmpty = true
  /// Katakana letters up to here without a gap.
  private var katakana = 0
  private var holdsSoundMark = false

  /// Begins an empty key.
  package init() {}

  /// Takes in the next part of a term.
  package mutating func add(_ bytes: Span<UInt8>) {
    var place = 0
    while place < bytes.count {
      let (scalar, length) = UTF8Scan.scalar(at: place, in: bytes)
      place += length
      add(Self.folded(scalar))
    }
  }

  /// The key of what was taken in.
  package var key: TermKey { TermKey(value: isEmpty ? signs : hash) }

  private mutating func add(_ scalar: UInt32) {
    mix(scalar, &signs)
    if Self.isJoint(scalar) { return endKatakana() }
    isEmpty = false
    if scalar == 0x30FC {
      // Held back: it counts only where katakana goes on.
      if holdsSoundMark { mix(scalar, &hash) }
      holdsSoundMark = katakana >= Self.longWord
      katakana += 1
      if !holdsSoundMark { mix(scalar, &hash) }
      return
    }
    if Script(scalar) == .katakana {
      if holdsSoundMark { mix(0x30FC, &hash) }
      holdsSoundMark = false
      katakana += 1
    } else {
      endKatakana()
    }
    mix(scalar, &hash)
  }

  private mutating func endKatakana() {
    katakana = 0
    holdsSoundMark = false
  }

  @inline(__always)
  private func mix(_ scalar: UInt32, _ hash: inout UInt32) {
    var rest = scalar
    repeat {
      hash = (hash ^ (rest & 0xFF)) &* Self.prime
      rest >>= 8
    } while rest > 0
  }

  /// Small and half-width, for Latin letters, digits and signs.
  @inline(__always)
  private static func folded(_ scalar: UInt32) -> UInt32 {
    var scalar = scalar
    if scalar >= 0xFF01 && scalar <= 0xFF5E { scalar -= 0xFEE0 }
    if scalar == 0x3000 { scalar = 0x20 }
    if scalar >= 0x41 && scalar <= 0x5A { scalar += 0x20 }
    return scalar
  }

  /// Whether the sign may be left out or be another in the next spelling.
  @inline(__always)
  private static func isJoint(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x27, 0x2D, 0x2E, 0x2F, 0x5F, 0x30FB, 0x2010...0x2015, 0x2019: true
    default: false
    }
  }
}
