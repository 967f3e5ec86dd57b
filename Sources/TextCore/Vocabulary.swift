/// Byte strings with small numbers: each distinct string gets the next id, from 0, and keeps it.
///
/// The strings lie in one pool; the hash table is one array of ids. After Lucene's `BytesRefHash`.
public struct Vocabulary: Sendable {
  /// All strings, one after the other.
  public private(set) var pool: [UInt8] = []
  /// `ends[id]` is where the string of `id` ends in the pool; it starts where the one before ends.
  private var ends: [UInt32] = []
  private var hashes: [UInt32] = []
  /// Open addressing, linear probing; 0 is free, else id + 1. The count is a power of two, at most half full.
  private var slots: [UInt32] = [UInt32](repeating: 0, count: 64)

  /// Creates an empty vocabulary.
  public init() {}

  /// The number of distinct strings.
  public var count: Int { ends.count }

  /// The bytes that all strings take together.
  public var byteCount: Int { pool.count }

  /// The id of `bytes`, a new one where it was not seen before.
  /// - Complexity: O(length), amortized.
  public mutating func intern(_ bytes: Span<UInt8>) -> UInt32 {
    let hash = Self.hash(bytes)
    if let id = find(bytes, hash) { return id }
    if (ends.count + 1) * 2 > slots.count { grow() }
    let id = UInt32(ends.count)
    bytes.withUnsafeBufferPointer { pool.append(contentsOf: $0) }
    ends.append(UInt32(pool.count))
    hashes.append(hash)
    place(id, hash)
    return id
  }

  /// The id of `string`, a new one where it was not seen before.
  public mutating func intern(_ string: String) -> UInt32 { intern(Array(string.utf8).span) }

  /// The id of `bytes`, or `nil` where it was never interned.
  public func id(of bytes: Span<UInt8>) -> UInt32? { find(bytes, Self.hash(bytes)) }

  /// Where the string of `id` lies in `pool`.
  @inline(__always)
  public func range(of id: UInt32) -> Range<Int> {
    (id == 0 ? 0 : Int(ends[Int(id) - 1]))..<Int(ends[Int(id)])
  }

  /// The string of `id`.
  public func string(of id: UInt32) -> String { String(decoding: pool[range(of: id)], as: UTF8.self) }

  /// Forgets all strings, and keeps the memory.
  public mutating func removeAll() {
    pool.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    hashes.removeAll(keepingCapacity: true)
    for index in slots.indices { slots[index] = 0 }
  }

  private func find(_ bytes: Span<UInt8>, _ hash: UInt32) -> UInt32? {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let id = slots[slot] - 1
      if hashes[Int(id)] == hash, equals(range(of: id), bytes) { return id }
      slot = (slot + 1) & mask
    }
    return nil
  }

  @inline(__always)
  private func equals(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    guard range.count == bytes.count else { return false }
    return pool.withUnsafeBytes { pool in
      bytes.withUnsafeBytes { bytes in
        var index = 0
        while index + 8 <= bytes.count {
          let own = pool.loadUnaligned(fromByteOffset: range.lowerBound + index, as: UInt64.self)
          guard own == bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) else { return false }
          index += 8
        }
        while index < bytes.count {
          guard pool[range.lowerBound + index] == bytes[index] else { return false }
          index += 1
        }
        return true
      }
    }
  }

  private mutating func place(_ id: UInt32, _ hash: UInt32) {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = id + 1
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for id in hashes.indices { place(UInt32(id), hashes[id]) }
  }

  /// A multiplicative hash, eight bytes at a time; fixed, so that nothing depends on a process's hash seed.
  ///
  /// Each step folds the two halves of a 64 by 64 bit product, after Wang Yi's wyhash
  /// (<https://github.com/wangyi-fudan/wyhash>, public domain).
  @inline(__always)
  private static func hash(_ bytes: Span<UInt8>) -> UInt32 {
    bytes.withUnsafeBytes { bytes in
      var hash = 0x2d35_8dcc_aa6c_78a5 ^ UInt64(bytes.count)
      var index = 0
      while index + 8 <= bytes.count {
        hash = fold(hash ^ UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
        index += 8
      }
      hash = fold(hash ^ rest(bytes, from: index))
      return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
    }
  }

  /// The last fewer than eight bytes, with bytes before or between them twice where that saves a loop.
  @inline(__always)
  private static func rest(_ bytes: UnsafeRawBufferPointer, from index: Int) -> UInt64 {
    let count = bytes.count &- index
    guard count > 0 else { return 0 }
    if bytes.count >= 8 {
      return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: bytes.count &- 8, as: UInt64.self))
    }
    if count >= 4 {
      let first = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt32.self))
      let last = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
      return UInt64(first) << 32 | UInt64(last)
    }
    return UInt64(bytes[0]) << 16 | UInt64(bytes[count / 2]) << 8 | UInt64(bytes[count &- 1])
  }

  @inline(__always)
  private static func fold(_ value: UInt64) -> UInt64 {
    let product = (value ^ 0xe703_7ed1_a0b4_28db).multipliedFullWidth(by: 0x8ebc_6af0_9c88_c6e3)
    return product.high ^ product.low
  }
}
