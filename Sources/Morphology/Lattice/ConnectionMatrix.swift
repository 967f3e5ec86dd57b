/// What it costs to let one word follow another, by their context ids: `matrix.bin`, mapped.
///
/// The file is two 16-bit numbers of ids and a 16-bit cost for each pair (`connector.cpp` of MeCab 0.996). A view, which
/// `LatticeModel` keeps valid.
struct ConnectionMatrix: BitwiseCopyable {
  /// The number of right ids, which a left neighbour may have.
  let rightCount: Int
  /// The number of left ids, which a right neighbour may have.
  let leftCount: Int
  /// The cost of the first pair. The costs of one left id lie side by side, by right ids.
  private let costs: UnsafePointer<Int16>

  /// Reads where the costs of `file` lie, which has to be kept as `pages` has, where they are copied to; `path` is its own.
  init(_ file: MappedFile, path: String, in pages: LargePages?) throws(MorphologyError) {
    let (right, left, costs) = file.withBytes { bytes -> (Int, Int, UnsafePointer<Int16>?) in
      guard bytes.count >= 4 else { return (0, 0, nil) }
      let right = Int(UInt16(littleEndian: bytes.loadUnaligned(as: UInt16.self)))
      let left = Int(UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: 2, as: UInt16.self)))
      guard right > 0, left > 0, bytes.count == 4 + right * left * 2,
        let start = pages?.copy(bytes) ?? bytes.baseAddress
      else { return (0, 0, nil) }
      // SAFETY: the mapping begins at a page, is as long as was checked, and is kept.
      return (right, left, (start + 4).assumingMemoryBound(to: Int16.self))
    }
    guard let costs else { throw .cannotOpen(path: path, reason: "matrix.bin の形式ではありません") }
    self.costs = costs
    rightCount = right
    leftCount = left
  }

  /// The costs before a word with the left id `leftID`, by the right id of what precedes it.
  @inline(__always)
  func row(_ leftID: UInt16) -> UnsafePointer<Int16> {
    // SAFETY: an id that no connection is for, as only a damaged dictionary has it, is taken for the last.
    costs + min(Int(leftID), leftCount - 1) * rightCount
  }

  /// Where the costs behind a word with the right id `rightID` stand in a row.
  @inline(__always)
  func column(_ rightID: UInt16) -> Int { min(Int(rightID), rightCount - 1) }
}
