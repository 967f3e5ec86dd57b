import LexicalResources
import TextCore

/// The weights of the name tagger: for each feature a few labels with what it says for them.
///
/// A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001), trained by `kiji-train entities` and
/// carried by the package as `dictionaries/entities/model.bin`. Weights are whole numbers of one unit, so that sums are
/// exact and the same everywhere. Immutable: all workers share it.
///
/// The file, lowest bytes first: magic, version, number of labels, number of rows, bytes of rows, checksum; the
/// transitions, 16 bits each; the bytes of each bucket, 16 bits; the rows, in buckets by the upper bits of their
/// features. A row is the lower bits of its feature (16 bits), the number of its weights (8 bits), and label and weight
/// of each (8 bits both), or, where the number is `dense`, the weights of all lanes.
package final class TaggerModel: Sendable {
  /// Raised whenever a feature template, the labels or the format change.
  package static let version: UInt32 = 3
  /// The first bytes of every model.
  package static let magic: [UInt8] = Array("KIJINER\n".utf8)
  /// The bytes before the transitions.
  package static let headerSize = 32
  /// The lower bits of a feature, which tell it from others of its bucket.
  package static let lowerBits: UInt32 = 16
  /// Rows are kept in buckets by the upper bits of their features: two or three rows each.
  package static let buckets = 1 << (32 - Int(lowerBits))
  /// The number of weights that says that all lanes follow.
  package static let dense = 255
  /// The lane behind the labels, in which single words say whether a morpheme is worth a closer look (`NameGate`).
  package static let gate = NameLabel.count
  /// The lanes of a sum of scores: the labels, the gate, and some that stay 0.
  package static let lanes = 48
  /// The feature that every morpheme has.
  package static var biasFeature: UInt32 { FeatureHash.key(1, 0) }

  /// `transitions[a * NameLabel.count + b]`: what speaks for label b behind label a, in units.
  package let transitions: [Int16]
  /// For each bucket where its rows begin (lower 32 bits), and one bit for each thirty-second of its features that has
  /// a row (upper 32 bits): most features of a place are not in the model, and this tells nearly all of them.
  let cells: [UInt64]
  /// The rows.
  let rows: [UInt8]
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
    let rowCount = Int(reader.next32())
    let rowBytes = Int(reader.next32())
    let checksum = reader.next64()
    let needed = Self.headerSize + 2 * labels * labels + 2 * Self.buckets + rowBytes
    guard bytes.count == needed else { throw .truncated(found: bytes.count, needed: needed) }
    guard Self.checksum(bytes.span, from: Self.headerSize, rows: rowCount) == checksum else { throw .damaged }
    self.rowCount = rowCount
    transitions = (0..<labels * labels).map { _ in Int16(bitPattern: reader.next16()) }
    let sizes = Array(bytes[reader.offset..<reader.offset + 2 * Self.buckets])
    rows = Array(bytes[(reader.offset + sizes.count)...])
    guard let cells = Self.cells(sizes: sizes, rows: rows) else { throw .damaged }
    self.cells = cells
  }

  /// Calls `body` with each feature and its weights, lane by lane, in the order of the features.
  package func forEachRow(_ body: (_ feature: UInt32, _ weights: [(lane: UInt8, weight: Int8)]) -> Void) {
    var place = 0
    for bucket in 0..<Self.buckets {
      let end = bucket + 1 < Self.buckets ? Int(cells[bucket + 1] & 0xffff_ffff) : rows.count
      while place < end {
        let feature = UInt32(bucket) << Self.lowerBits | UInt32(rows[place + 1]) << 8 | UInt32(rows[place])
        let count = Int(rows[place + 2])
        place += 3
        var weights: [(lane: UInt8, weight: Int8)] = []
        if count == Self.dense {
          for lane in 0..<Self.lanes where rows[place + lane] != 0 {
            weights.append((UInt8(lane), Int8(bitPattern: rows[place + lane])))
          }
          place += Self.lanes
        } else {
          for entry in stride(from: place, to: place + 2 * count, by: 2) {
            weights.append((rows[entry], Int8(bitPattern: rows[entry + 1])))
          }
          place += 2 * count
        }
        body(feature, weights)
      }
    }
  }

  /// Where buckets begin and which features they may hold; `nil` where rows and sizes do not fit each other, or a row
  /// names a label that there is not.
  private static func cells(sizes: [UInt8], rows: [UInt8]) -> [UInt64]? {
    var cells = [UInt64](repeating: 0, count: buckets)
    var place = 0
    for bucket in 0..<buckets {
      let end = place + Int(sizes[2 * bucket]) + Int(sizes[2 * bucket + 1]) << 8
      guard end <= rows.count else { return nil }
      let start = place
      var mask: UInt64 = 0
      while place < end {
        guard place + 3 <= end else { return nil }
        mask |= 1 << maskBit(UInt32(rows[place + 1]) << 8 | UInt32(rows[place]))
        let count = Int(rows[place + 2])
        let next = place + 3 + (count == dense ? lanes : 2 * count)
        guard next <= end else { return nil }
        if count != dense {
          for label in stride(from: place + 3, to: next, by: 2) where Int(rows[label]) > gate { return nil }
        }
        place = next
      }
      cells[bucket] = mask << 32 | UInt64(start)
    }
    return place == rows.count ? cells : nil
  }

  /// The place of a feature's bit in its bucket's mask, told by its lower bits.
  @inline(__always)
  static func maskBit(_ feature: UInt32) -> UInt64 { UInt64(feature >> (lowerBits - 5) & 31) }

  /// A checksum of the number of rows and of the bytes from `start` on: eight bytes at a time, mixed as features are.
  package static func checksum(_ bytes: Span<UInt8>, from start: Int, rows: Int) -> UInt64 {
    bytes.withUnsafeBytes { bytes in
      var hash = UInt64(rows)
      var place = start
      while place + 8 <= bytes.count {
        let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        hash = FeatureHash.mix(hash, word)
        place += 8
      }
      while place < bytes.count {
        hash = FeatureHash.mix(hash, UInt64(bytes[place]))
        place += 1
      }
      return hash
    }
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
