/// Columns of numbers, one after the other, lowest bytes first: what a compiled table is made of.
///
/// A column is the number of its rows and the rows as they lie in memory, so that reading it is one copy.
struct CompiledColumns {
  /// Columns begin at multiples of this, so that rows of any kind are aligned.
  private static let alignment = 16

  /// Writes columns.
  struct Writer {
    private(set) var bytes: [UInt8] = []

    mutating func append<Row: BitwiseCopyable>(_ rows: [Row]) {
      append(number: UInt64(rows.count))
      rows.withUnsafeBytes { bytes += $0 }
      pad()
    }

    private mutating func append(number: UInt64) {
      withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
      pad()
    }

    private mutating func pad() { while bytes.count % CompiledColumns.alignment != 0 { bytes.append(0) } }
  }

  /// Reads columns in the order in which they were written.
  struct Reader {
    private let bytes: UnsafeRawBufferPointer
    private var place = 0
    /// Whether there were fewer bytes than the columns say.
    private(set) var isCut = false

    /// A reader of bytes that live as long as it does.
    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// The next column.
    ///
    /// `Row` must be such that any bytes make one: numbers and structures of numbers, no enumerations.
    mutating func next<Row: BitwiseCopyable>(_ row: Row.Type = Row.self) -> [Row] {
      let size = MemoryLayout<UInt64>.size
      guard !isCut, bytes.count - place >= CompiledColumns.alignment else { return cut() }
      let count = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += (size + CompiledColumns.alignment - 1) / CompiledColumns.alignment * CompiledColumns.alignment
      guard count <= UInt64(bytes.count - place) / UInt64(MemoryLayout<Row>.stride) else { return cut() }
      let length = Int(count) * MemoryLayout<Row>.stride
      let column = UnsafeRawBufferPointer(rebasing: bytes[place..<place + length])
      place += (length + CompiledColumns.alignment - 1) / CompiledColumns.alignment * CompiledColumns.alignment
      // SAFETY: as many bytes are there as were asked for, and rows are plain numbers.
      return [Row](unsafeUninitializedCapacity: Int(count)) { memory, initialized in
        UnsafeMutableRawBufferPointer(memory).copyMemory(from: column)
        initialized = Int(count)
      }
    }

    private mutating func cut<Row>() -> [Row] {
      isCut = true
      return []
    }
  }
}
