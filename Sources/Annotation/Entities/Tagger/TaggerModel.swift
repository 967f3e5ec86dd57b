import LexicalResources
import TextCore

/// The weights of the name tagger: for each feature a few labels with what it says for them.
///
/// A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001), trained by `kiji-train entities` and
/// carried by the package as `dictionaries/entities/model.bin`. Weights are whole numbers of one unit, so that sums are
/// exact and the same everywhere. Immutable: all workers share it.
package final class TaggerModel: Sendable {
  /// Raised whenever a feature template, the labels or the format change.
  package static let version: UInt32 = 1
  /// The first bytes of every model.
  package static let magic: [UInt8] = Array("KIJINER\n".utf8)
  /// The bytes before the transitions: magic, version, number of labels, number of rows, bytes of rows, checksum.
  package static let headerSize = 32
  /// Rows are kept in buckets by the upper 16 bits of their features.
  package static let buckets = 1 << 16
  /// The feature that every morpheme has.
  package static var biasFeature: UInt32 { FeatureHash.key(1, 0) }
  /// The lanes of a sum of scores: the labels, and some that stay 0.
  static let lanes = 48

  /// `transitions[a * NameLabel.count + b]`: what speaks for label b behind label a, in units.
  let transitions: [Int16]
  /// Where the rows of each bucket begin.
  private let starts: [UInt32]
  /// Rows: the lower 16 bits of the feature, the number of labels, then each label and its weight.
  private let rows: [UInt8]
  /// One bit for each feature that there may be: most features of a place are not in the model, and this tells.
  private let filter: [UInt64]
  /// The number of features.
  package let rowCount: Int

  /// Reads the model that the package carries.
  package convenience init() throws(TaggerModelError) { try self.init(bytes: LexicalResource.entityModel.bytes) }

  /// Reads a model.
  /// - Throws: `TaggerModelError` where the bytes are no model, one of another version, or damaged.
  package init(bytes: [UInt8]) throws(TaggerModelError) {
    var reader = LittleEndianReader(bytes)
    guard bytes.starts(with: Self.magic) else { throw .notAModel }
    guard bytes.count >= Self.headerSize else { throw .truncated(found: bytes.count, needed: Self.headerSize) }
    reader.offset = Self.magic.count
    let version = reader.next32()
    guard version == Self.version else { throw .version(found: version, needed: Self.version) }
    let labels = Int(reader.next32())
    guard labels == NameLabel.count else { throw .labels(found: labels, needed: NameLabel.count) }
    rowCount = Int(reader.next32())
    let rowBytes = Int(reader.next32())
    let checksum = reader.next64()
    let needed = Self.headerSize + 2 * labels * labels + 4 * (Self.buckets + 1) + rowBytes
    guard bytes.count == needed else { throw .truncated(found: bytes.count, needed: needed) }
    guard Self.checksum(bytes.span, from: Self.headerSize) == checksum else { throw .damaged }
    transitions = (0..<labels * labels).map { _ in Int16(bitPattern: reader.next16()) }
    starts = (0...Self.buckets).map { _ in reader.next32() }
    rows = Array(bytes[reader.offset...])
    guard starts.last == UInt32(rowBytes), zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }) else {
      throw .damaged
    }
    var filter = [UInt64](repeating: 0, count: Self.filterBits / 64)
    for bucket in 0..<Self.buckets {
      let range = Int(starts[bucket])..<Int(starts[bucket + 1])
      guard Self.isWellFormed(rows, range) else { throw .damaged }
      var place = range.lowerBound
      while place < range.upperBound {
        let key = UInt32(bucket) << 16 | UInt32(rows[place + 1]) << 8 | UInt32(rows[place])
        filter[Self.filterBit(key) >> 6] |= 1 << UInt64(Self.filterBit(key) & 63)
        place += 3 + 2 * Int(rows[place + 2])
      }
    }
    self.filter = filter
  }

  /// Whether the rows of a bucket end where it ends and name only labels that there are.
  private static func isWellFormed(_ rows: [UInt8], _ bucket: Range<Int>) -> Bool {
    var place = bucket.lowerBound
    while place < bucket.upperBound {
      guard place + 3 <= bucket.upperBound else { return false }
      let end = place + 3 + 2 * Int(rows[place + 2])
      guard end <= bucket.upperBound else { return false }
      for label in stride(from: place + 3, to: end, by: 2) where Int(rows[label]) >= NameLabel.count { return false }
      place = end
    }
    return true
  }

  /// The bits of the filter: one megabyte, so that one in thirteen features which are not there passes.
  private static let filterBits = 1 << 23

  @inline(__always)
  private static func filterBit(_ key: UInt32) -> Int { Int(key >> 9) }

  /// Adds what features say to the scores of the labels.
  /// - Complexity: O(*k*) in features; each looks at the few rows of one bucket.
  func add(_ keys: [UInt32], to scores: inout [Int16]) {
    for key in keys {
      let bit = Self.filterBit(key)
      guard filter[bit >> 6] >> UInt64(bit & 63) & 1 == 1 else { continue }
      let bucket = Int(key >> 16)
      let low = UInt8(truncatingIfNeeded: key)
      let high = UInt8(truncatingIfNeeded: key >> 8)
      var place = Int(starts[bucket])
      let end = Int(starts[bucket + 1])
      while place < end {
        let count = Int(rows[place + 2])
        if rows[place] == low && rows[place + 1] == high {
          var entry = place + 3
          for _ in 0..<count {
            scores[Int(rows[entry])] &+= Int16(Int8(bitPattern: rows[entry + 1]))
            entry += 2
          }
          break
        }
        place += 3 + 2 * count
      }
    }
  }

  /// A checksum of the bytes from `start` on: eight bytes at a time, mixed as features are.
  package static func checksum(_ bytes: Span<UInt8>, from start: Int) -> UInt64 {
    var hash: UInt64 = 0
    var place = start
    while place < bytes.count {
      var word: UInt64 = 0
      for index in place..<min(place + 8, bytes.count) { word = word << 8 | UInt64(bytes[index]) }
      hash = FeatureHash.mix(hash, word)
      place += 8
    }
    return hash
  }
}

/// Why a name tagger's model cannot be used.
package enum TaggerModelError: Error, Equatable {
  /// The bytes do not begin as a model does.
  case notAModel
  /// The model was made for another version of the features.
  case version(found: UInt32, needed: UInt32)
  /// The model tells other labels apart.
  case labels(found: Int, needed: Int)
  /// Bytes are missing, or there are too many.
  case truncated(found: Int, needed: Int)
  /// The checksum or the inner order is wrong.
  case damaged
}

/// Reads numbers from bytes, the lowest byte first.
struct LittleEndianReader {
  private let bytes: [UInt8]
  /// Where the next number begins.
  var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next16() -> UInt16 { UInt16(truncatingIfNeeded: next(2)) }
  mutating func next32() -> UInt32 { UInt32(truncatingIfNeeded: next(4)) }
  mutating func next64() -> UInt64 { next(8) }

  /// - Precondition: There are as many bytes.
  private mutating func next(_ count: Int) -> UInt64 {
    var value: UInt64 = 0
    for index in (0..<count).reversed() { value = value << 8 | UInt64(bytes[offset + index]) }
    offset += count
    return value
  }
}
