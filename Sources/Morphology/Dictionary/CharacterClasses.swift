/// How a dictionary classes characters, read from its `char.bin`.
///
/// The file is the number of classes, their names of 32 bytes, and an entry of 32 bits for each scalar below U+FFFF.
/// MeCab takes scalars above for U+0000.
struct CharacterClasses: Sendable {
  private static let entryCount = 0xFFFF
  private static let nameSize = 32

  /// The names of the classes, by their numbers.
  let names: [[UInt8]]
  /// What SPACE is, which by MeCab's definition is the class of U+0020.
  let space: CharacterClass
  /// For each scalar what the dictionary says of it.
  private let entries: [UInt32]

  /// Reads the file at `path`.
  init(path: String) throws(MorphologyError) {
    let file = try MappedFile(path: path)
    (names, entries) = file.withBytes { bytes in
      guard bytes.count >= 4 else { return ([], []) }
      let classCount = Int(UInt32(littleEndian: bytes.loadUnaligned(as: UInt32.self)))
      let start = 4 + classCount * Self.nameSize
      guard bytes.count == start + Self.entryCount * 4 else { return ([], []) }
      let names = (0..<classCount).map { index in
        Array(bytes[4 + index * Self.nameSize..<4 + (index + 1) * Self.nameSize].prefix { $0 != 0 })
      }
      let entries = (0..<Self.entryCount).map {
        UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: start + $0 * 4, as: UInt32.self))
      }
      return (names, entries)
    }
    space = CharacterClass(bits: entries.isEmpty ? 0 : entries[0x20])
    guard entries.count == Self.entryCount, space.set.nonzeroBitCount == 1 else {
      throw .cannotOpen(path: path, reason: "char.bin の形式ではありません")
    }
    // Where a character is SPACE and something else, MeCab's skipping goes on over that something else.
    let spaces = space.set
    let mixed = entries.contains { $0 & spaces != 0 && CharacterClass(bits: $0).set & ~spaces != 0 }
    guard !mixed else { throw .cannotOpen(path: path, reason: "char.bin で SPACE が他の文字種と重なっています") }
  }

  /// What the dictionary says of `scalar`.
  @inline(__always)
  subscript(scalar: UInt32) -> CharacterClass {
    CharacterClass(bits: entries[scalar < UInt32(Self.entryCount) ? Int(scalar) : 0])
  }

  /// Whether MeCab skips `scalar` between words.
  @inline(__always)
  func isSpace(_ scalar: UInt32) -> Bool { self[scalar].shares(space) }

  /// Whether MeCab may take the two scalars, one after the other, for one run of an unknown word.
  @inline(__always)
  func areGrouped(_ first: UInt32, _ second: UInt32) -> Bool {
    let (first, second) = (self[first], self[second])
    return first.isGrouped && second.isGrouped && first.shares(second)
  }
}
