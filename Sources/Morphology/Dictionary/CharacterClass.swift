/// What a dictionary says of one character: an entry of `char.bin` (`char_property.h` of MeCab 0.996).
struct CharacterClass: Sendable, Equatable {
  /// The entry as it is: a set of classes in the lowest 18 bits, then the number of one class in 8 bits, a length in 4,
  /// and two flags.
  let bits: UInt32

  /// The classes that the character is in.
  @inline(__always) var set: UInt32 { bits & 0x3FFFF }
  /// The number of the class whose unknown words begin with the character.
  @inline(__always) var number: Int { Int(bits >> 18 & 0xFF) }
  /// Up to how many characters make an unknown word, where runs do not.
  @inline(__always) var length: Int { Int(bits >> 26 & 0xF) }
  /// Whether a run of characters makes an unknown word.
  @inline(__always) var isGrouped: Bool { bits >> 30 & 1 != 0 }
  /// Whether there are unknown words where the dictionary knows one, too.
  @inline(__always) var isInvoked: Bool { bits >> 31 != 0 }

  /// Whether the two characters are in one class.
  @inline(__always)
  func shares(_ other: CharacterClass) -> Bool { set & other.set != 0 }
}
