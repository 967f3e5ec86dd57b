import Annotation
import ArchiveAnalysis
import ArticleAnalysis
import TestSupport
import Testing

@Suite("Features that an index keeps")
struct ArticleFeaturesTests {
  private let features = TagArchive.features(title: "帆と港", words: ["帆", "港", "港", "GitHub Actions"])

  @Test("Features that were written and read are the same")
  func roundTrip() throws {
    #expect(try ArticleFeatures(bytes: features.bytes) == features)
    let empty = ArticleFeatures(features: [])
    #expect(try ArticleFeatures(bytes: empty.bytes) == empty)
  }

  @Test("Bytes of another form or version are refused")
  func otherForm() {
    #expect(throws: BinaryFormError.otherForm(expected: "kiji.features")) { try ArticleFeatures(bytes: []) }
    #expect(throws: BinaryFormError.otherForm(expected: "kiji.tags")) { try TagModel(bytes: features.bytes) }
    var newer = features.bytes
    newer["kiji.features".utf8.count] += 1
    #expect(throws: BinaryFormError.self) { try ArticleFeatures(bytes: newer) }
  }

  @Test("Bytes that end early or hold anything else give an error, never a trap")
  func hostile() {
    let bytes = TagModel(learning: Array(TagArchive.articles.prefix(4))).bytes
    for end in bytes.indices {
      #expect(throws: BinaryFormError.self) { try TagModel(bytes: Array(bytes[..<end])) }
    }
    #expect(throws: BinaryFormError.self) { try TagModel(bytes: bytes + [0]) }
    var state: UInt64 = 7
    for _ in 0..<2_000 {
      var damaged = bytes
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        damaged[Int((state >> 33) % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: state >> 24)
      }
      // Any answer will do: a model of other words, or an error.
      guard let model = try? TagModel(bytes: damaged) else { continue }
      #expect(model.suggestions(for: features, limit: 3).count <= 3)
    }
  }

  @Test("A number too large for its place is damage")
  func largeNumbers() {
    let head = Array("kiji.features".utf8) + [1]
    for rest: [UInt8] in [[0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F], [0xFF, 0xFF, 0x03], [0x80]] {
      #expect(throws: BinaryFormError.self) { try ArticleFeatures(bytes: head + rest) }
    }
  }
}
