/// How a dictionary classes characters, read from its `char.bin`.
///
/// The file is the number of classes, their names of 32 bytes, and one 32-bit entry for each scalar below U+FFFF: the
/// lowest 18 bits are a set of classes, bit 30 tells whether unknown words are made of whole runs (`char_property.h`).
/// MeCab takes scalars above for U+0000.
struct CharacterClasses: Sendable {
  private static let entryCount = 0xFFFF
  private static let nameSize = 32
  private static let setMask: UInt32 = 0x3FFFF
  private static let groupBit: UInt32 = 1 << 30

  /// For each scalar the set of its classes, with the group bit where runs of it make unknown words.
  private let entries: [UInt32]
  /// The class of U+0020, which by MeCab's definition is SPACE.
  private let space: UInt32

  /// Reads the file at `path`.
  init(path: String) throws(MorphologyError) {
    let file = try MappedFile(path: path)
    entries = file.withBytes { bytes in
      guard bytes.count >= 4 else { return [] }
      let start = 4 + Int(UInt32(littleEndian: bytes.loadUnaligned(as: UInt32.self))) * Self.nameSize
      guard bytes.count == start + Self.entryCount * 4 else { return [] }
      return [UInt32](unsafeUninitializedCapacity: Self.entryCount) { buffer, count in
        UnsafeMutableRawBufferPointer(buffer).copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[start...]))
        count = Self.entryCount
      }
    }
    space = entries.isEmpty ? 0 : UInt32(littleEndian: entries[0x20]) & Self.setMask
    guard entries.count == Self.entryCount, space.nonzeroBitCount == 1 else {
      throw .cannotOpen(path: path, reason: "char.bin の形式ではありません")
    }
    // Where a character is SPACE and something else, MeCab's skipping goes on over that something else.
    let mixed = entries.contains { $0 & space != 0 && $0 & Self.setMask & ~space != 0 }
    guard !mixed else { throw .cannotOpen(path: path, reason: "char.bin で SPACE が他の文字種と重なっています") }
  }

  /// Whether MeCab skips `scalar` between words.
  @inline(__always)
  func isSpace(_ scalar: UInt32) -> Bool { entry(scalar) & space != 0 }

  /// Whether MeCab may take the two scalars, one after the other, for one run of an unknown word.
  @inline(__always)
  func areGrouped(_ first: UInt32, _ second: UInt32) -> Bool {
    let common = entry(first) & entry(second)
    return common & Self.groupBit != 0 && common & Self.setMask != 0
  }

  @inline(__always)
  private func entry(_ scalar: UInt32) -> UInt32 {
    UInt32(littleEndian: entries[scalar < UInt32(Self.entryCount) ? Int(scalar) : 0])
  }
}
