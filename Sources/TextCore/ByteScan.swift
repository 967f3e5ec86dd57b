/// Looks for bytes, eight at a time.
public enum ByteScan {
  /// The first offset in `start..<end` where `byte` stands; `end` where it does not.
  /// - Complexity: O(*n*) in bytes.
  public static func firstOffset(of byte: UInt8, in text: Span<UInt8>, from start: Int, to end: Int) -> Int {
    text.withUnsafeBytes { bytes in
      let ones: UInt64 = 0x0101_0101_0101_0101
      let wanted = ones &* UInt64(byte)
      var place = start
      while place + 8 <= end {
        // A byte of the difference is 0 where the wanted one stands; the high bit of the lowest such byte is then set.
        let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)) ^ wanted
        let found = (word &- ones) & ~word & (ones << 7)
        if found != 0 { return place + found.trailingZeroBitCount / 8 }
        place += 8
      }
      while place < end, bytes[place] != byte { place += 1 }
      return place
    }
  }
}
