/// What a dictionary classes as SPACE, read from its `char.bin`.
///
/// MeCab skips characters of that class between words, and so must what is cut off the ends of a sentence be of it.
/// The file is the number of classes, their names of 32 bytes, and one 32-bit entry for each scalar below U+FFFF,
/// whose lowest 18 bits are a set of classes (`char_property.h`). MeCab takes scalars above for U+0000.
struct CharacterClasses: Sendable {
  /// One bit for each scalar of the plane, set where the class is SPACE.
  private let spaces: [UInt64]

  /// Reads the file at `path`.
  init(path: String) throws(MorphologyError) {
    let (entryCount, nameSize) = (0xFFFF, 32)
    let file = try MappedFile(path: path)
    var spaces = [UInt64](repeating: 0, count: 1024)
    let isValid = file.withBytes { bytes in
      guard bytes.count >= 4 else { return false }
      let classCount = Int(UInt32(littleEndian: bytes.loadUnaligned(as: UInt32.self)))
      let start = 4 + classCount * nameSize
      guard classCount <= 18, bytes.count == start + entryCount * 4 else { return false }
      func classes(_ scalar: Int) -> UInt32 {
        UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: start + scalar * 4, as: UInt32.self)) & 0x3FFFF
      }
      // SPACE is by MeCab's definition the class of U+0020.
      let space = classes(0x20)
      for scalar in 0..<entryCount where classes(scalar) & space != 0 {
        // Where a character is SPACE and something else, MeCab's skipping goes on over that something else.
        guard classes(scalar) == space else { return false }
        spaces[scalar / 64] |= 1 << UInt64(scalar % 64)
      }
      return true
    }
    guard isValid else { throw .cannotOpen(path: path, reason: "char.bin の形式ではないか、SPACE が他の文字種と重なっています") }
    self.spaces = spaces
  }

  /// Whether MeCab skips `scalar` between words.
  @inline(__always)
  func isSpace(_ scalar: UInt32) -> Bool {
    let scalar = scalar < 0xFFFF ? Int(scalar) : 0
    return spaces[scalar / 64] >> UInt64(scalar % 64) & 1 != 0
  }
}
