import Annotation
import LexicalResources
import Testing
import TextCore

@Suite("The name tagger's model")
struct TaggerModelTests {
  private static let shipped = LexicalResource.entityModel.bytes

  private func expectError(_ error: TaggerModelError, _ bytes: [UInt8], _ comment: Comment? = nil) {
    #expect(throws: error, comment) { try TaggerModel(bytes: bytes) }
  }

  @Test("The model that the package carries loads, and is at most 8 MB")
  func loads() throws {
    let model = try TaggerModel()
    #expect(model.rowCount > 100_000)
    #expect(Self.shipped.count <= 8_000_000)
  }

  @Test("Bytes that are no model are told from one")
  func foreign() {
    expectError(.notAModel, [])
    expectError(.notAModel, Array("KIJI".utf8))
    expectError(.notAModel, Array("PK\u{3}\u{4} something else that is long enough for a header".utf8))
    expectError(.truncated(found: 8, needed: TaggerModel.headerSize), TaggerModel.magic)
  }

  @Test("A model of another version, or with other labels, is not used")
  func otherVersion() {
    var bytes = Self.shipped
    bytes[TaggerModel.magic.count] += 1
    expectError(.version(found: TaggerModel.version + 1, needed: TaggerModel.version), bytes)
    bytes = Self.shipped
    let labels = Int(bytes[TaggerModel.magic.count + 4])
    bytes[TaggerModel.magic.count + 4] += 1
    expectError(.labels(found: labels + 1, needed: labels), bytes)
  }

  @Test("A model with bytes missing, or too many, is not used")
  func truncated() {
    let count = Self.shipped.count
    for cut in [TaggerModel.headerSize, 1_000, count / 2, count - 1] {
      expectError(.truncated(found: cut, needed: count), Array(Self.shipped[..<cut]))
    }
    expectError(.truncated(found: count + 1, needed: count), Self.shipped + [0])
  }

  @Test("A model with one byte flipped is damaged, wherever it is")
  func damaged() {
    let count = Self.shipped.count
    // The checksum itself, the transitions, the buckets, the rows.
    for place in [TaggerModel.headerSize - 1, TaggerModel.headerSize, 5_000, count / 2, count - 1] {
      var bytes = Self.shipped
      bytes[place] ^= 0x40
      expectError(.damaged, bytes, "byte \(place)")
    }
  }

  @Test("Rows that name a label that there is not are damaged, though the checksum is right")
  func wrongRows() {
    var bytes = Self.shipped
    bytes[bytes.count - 2] = 0xFF
    let rows = (0..<4).reduce(0) { $0 | Int(bytes[TaggerModel.headerSize - 16 + $1]) << (8 * $1) }
    let checksum = TaggerModel.checksum(bytes.span, from: TaggerModel.headerSize, rows: rows)
    for index in 0..<8 {
      bytes[TaggerModel.headerSize - 8 + index] = UInt8(truncatingIfNeeded: checksum >> UInt64(8 * index))
    }
    expectError(.damaged, bytes)
  }
}
