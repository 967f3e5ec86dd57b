import Testing
import TextCore

/// Offset maps by example.
struct OffsetMapTests {
  private typealias Map = OffsetMap<ProseSpace, NormalizedSpace>

  /// `例㈱です` became `例(株)です`: 3 bytes from 3 on became 5.
  private func kabushiki() -> Map {
    var map = Map()
    map.replace(ByteRange(3, 6), withCount: 5)
    return map
  }

  @Test("Any part of a replacement is carried to the whole of what was replaced")
  func partOfReplacement() {
    let map = kabushiki()
    for (lower, upper) in [(3, 8), (3, 4), (4, 7), (7, 8)] {
      #expect(map.sourceRange(of: ByteRange(lower, upper)) == ByteRange(3, 6))
    }
    #expect(map.sourceRange(of: ByteRange(0, 4)) == ByteRange(0, 6))
    #expect(map.sourceRange(of: ByteRange(7, 11)) == ByteRange(3, 9))
    #expect(map.targetRange(of: ByteRange(4, 5)) == ByteRange(3, 8))
  }

  @Test("Outside edits offsets are shifted")
  func outside() {
    let map = kabushiki()
    #expect(map.sourceRange(of: ByteRange(0, 3)) == ByteRange(0, 3))
    #expect(map.sourceRange(of: ByteRange(8, 11)) == ByteRange(6, 9))
    #expect(map.targetRange(of: ByteRange(6, 9)) == ByteRange(8, 11))
  }

  @Test("A deletion at either end of a range is left out, one inside is kept")
  func deletion() {
    var map = Map()
    map.replace(ByteRange(3, 4), withCount: 0)
    #expect(map.sourceRange(of: ByteRange(0, 3)) == ByteRange(0, 3))
    #expect(map.sourceRange(of: ByteRange(3, 6)) == ByteRange(4, 7))
    #expect(map.sourceRange(of: ByteRange(0, 6)) == ByteRange(0, 7))
    #expect(map.targetRange(of: ByteRange(3, 4)).isEmpty)
  }

  @Test("Deletions that touch become one, other edits stay apart")
  func touchingEdits() {
    var map = Map()
    map.replace(ByteRange(0, 3), withCount: 0)
    map.replace(ByteRange(3, 6), withCount: 0)
    map.replace(ByteRange(6, 9), withCount: 1)
    map.replace(ByteRange(9, 12), withCount: 1)
    #expect(map.edits.map(\.source) == [ByteRange(0, 6), ByteRange(6, 9), ByteRange(9, 12)])
    #expect(map.sourceRange(of: ByteRange(1, 2)) == ByteRange(9, 12))
  }

  @Test("An edit of nothing by nothing is not recorded")
  func nothing() {
    var map = Map()
    map.replace(ByteRange(3, 3), withCount: 0)
    #expect(map.isIdentity)
    map.replace(ByteRange(3, 4), withCount: 0)
    map.replace(ByteRange(6, 6), withCount: 0)
    #expect(map.edits.count == 1)
  }

  @Test("A rewrite of a rewrite is one edit from end to end")
  func rewriteOfRewrite() {
    // `a㈱b` became `a(株)b`, then `株)` was cut: `a(b`.
    var first = OffsetMap<FileSpace, ProseSpace>()
    first.replace(ByteRange(1, 4), withCount: 5)
    var second = OffsetMap<ProseSpace, NormalizedSpace>()
    second.replace(ByteRange(2, 6), withCount: 0)
    let both = first.followed(by: second)
    #expect(both.edits == [.init(source: ByteRange(1, 4), target: ByteRange(1, 2))])
  }

  @Test("Edits that only touch in the middle text stay apart")
  func touchingInTheMiddle() {
    var first = OffsetMap<FileSpace, ProseSpace>()
    first.replace(ByteRange(0, 3), withCount: 1)
    var second = OffsetMap<ProseSpace, NormalizedSpace>()
    second.replace(ByteRange(1, 2), withCount: 0)
    #expect(
      first.followed(by: second).edits == [
        .init(source: ByteRange(0, 3), target: ByteRange(0, 1)),
        .init(source: ByteRange(3, 4), target: ByteRange(1, 1)),
      ])
  }

  @Test("What was inserted and then deleted leaves nothing")
  func insertedAndDeleted() {
    var first = OffsetMap<FileSpace, ProseSpace>()
    first.replace(ByteRange(2, 2), withCount: 3)
    var second = OffsetMap<ProseSpace, NormalizedSpace>()
    second.replace(ByteRange(2, 5), withCount: 0)
    #expect(first.followed(by: second).isIdentity)
  }
}
