import TestSupport
import Testing
import TextCore

/// What holds for every offset map, on random edit lists.
struct OffsetMapPropertyTests {
  private typealias Map = OffsetMap<ProseSpace, NormalizedSpace>

  private func forEachModel(seed: UInt64, _ body: (RewriteModel, inout SeededGenerator) -> Void) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<400 {
      let count = Int.random(in: 0...24, using: &generator)
      body(RewriteModel(count: count, using: &generator), &generator)
    }
  }

  @Test("Every range is carried to the hull of what its bytes came from, in both directions")
  func hull() {
    forEachModel(seed: 1) { model, _ in
      let map: Map = model.map()
      for lower in 0..<max(model.targetCount, 0) {
        for upper in lower + 1..<model.targetCount + 1 {
          #expect(map.sourceRange(of: ByteRange(lower, upper)).offsets == model.sourceRange(of: lower..<upper))
        }
      }
      let inverse = model.inverse
      for lower in 0..<model.sourceCount {
        for upper in lower + 1..<model.sourceCount + 1 {
          #expect(map.targetRange(of: ByteRange(lower, upper)).offsets == inverse.sourceRange(of: lower..<upper))
        }
      }
    }
  }

  @Test("A range is carried the same way from near the last one, in any order")
  func nearness() {
    forEachModel(seed: 7) { model, generator in
      let map: Map = model.map()
      var ranges: [Range<Int>] = []
      for _ in 0..<60 {
        let lower = Int.random(in: 0...model.targetCount, using: &generator)
        ranges.append(lower..<min(lower + Int.random(in: 0...6, using: &generator), model.targetCount))
      }
      for ordered in [ranges, ranges.sorted { $0.lowerBound < $1.lowerBound }] {
        var track = Map.Track()
        for range in ordered {
          let target = ByteRange<NormalizedSpace>(range)
          #expect(map.sourceRange(of: target, near: &track) == map.sourceRange(of: target))
        }
      }
    }
  }

  @Test("A later range never begins or ends before an earlier one, and a larger one covers a smaller")
  func monotony() {
    forEachModel(seed: 2) { model, generator in
      let map: Map = model.map()
      guard model.targetCount > 0 else { return }
      for _ in 0..<40 {
        let offsets = (0..<4).map { _ in Int.random(in: 0...model.targetCount, using: &generator) }.sorted()
        guard offsets[0] < offsets[1], offsets[1] < offsets[2], offsets[2] < offsets[3] else { continue }
        let inner = map.sourceRange(of: ByteRange(offsets[1], offsets[2]))
        let outer = map.sourceRange(of: ByteRange(offsets[0], offsets[3]))
        #expect(outer.contains(inner))
        let earlier = map.sourceRange(of: ByteRange(offsets[0], offsets[2]))
        let later = map.sourceRange(of: ByteRange(offsets[1], offsets[3]))
        #expect(earlier.lowerBound <= later.lowerBound && earlier.upperBound <= later.upperBound)
        #expect(outer.upperBound <= model.sourceCount)
      }
    }
  }

  @Test("There and back again covers the range, and equals it outside edits")
  func roundTrip() {
    forEachModel(seed: 3) { model, _ in
      let map: Map = model.map()
      for lower in 0..<model.targetCount {
        let range = ByteRange<NormalizedSpace>(lower, lower + 1)
        let source = map.sourceRange(of: range)
        let isEdited = map.edits.contains { $0.target.overlaps(range) }
        if source.isEmpty { continue }  // an insertion came from nowhere
        #expect(map.targetRange(of: source).contains(range))
        if !isEdited { #expect(source.count == 1 && map.targetRange(of: source) == range) }
      }
    }
  }

  @Test("An empty range is carried to a place, or to the edit around it")
  func emptyRanges() {
    forEachModel(seed: 4) { model, _ in
      let map: Map = model.map()
      var last = 0
      for place in 0...model.targetCount {
        let source = map.sourceRange(of: ByteRange(place, place))
        #expect(source.upperBound <= model.sourceCount && source.upperBound >= last)
        last = source.upperBound
        let isInside = map.edits.contains { $0.target.lowerBound < place && place < $0.target.upperBound }
        if !isInside { #expect(source.isEmpty) }
      }
    }
  }

  @Test("A composed map is right: each byte is carried at least as far as step by step, and never beyond its edits")
  func composition() {
    forEachModel(seed: 5) { model, generator in
      let first: OffsetMap<FileSpace, ProseSpace> = model.map()
      let nextModel = RewriteModel(count: model.targetCount, using: &generator)
      let second: Map = nextModel.map()
      let composed = first.followed(by: second)
      expectTiles(composed, sourceCount: model.sourceCount, targetCount: nextModel.targetCount)
      for lower in 0..<nextModel.targetCount {
        for upper in lower + 1..<min(lower + 6, nextModel.targetCount) + 1 {
          let range = ByteRange<NormalizedSpace>(lower, upper)
          let middle = second.sourceRange(of: range)
          guard !middle.isEmpty else { continue }
          let stepwise = first.sourceRange(of: middle)
          guard !stepwise.isEmpty else { continue }
          #expect(composed.sourceRange(of: range).contains(stepwise))
        }
      }
    }
  }

  @Test(
    "Composition is associative where later rewrites insert nothing, and where earlier ones delete nothing",
    arguments: [
      (RewriteModel.Kinds.all, RewriteModel.Kinds.deletion, RewriteModel.Kinds.deletion),
      (.insertion, .insertion, .all),
    ])
  func associativity(kinds: (RewriteModel.Kinds, RewriteModel.Kinds, RewriteModel.Kinds)) {
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<600 {
      let firstModel = RewriteModel(
        count: Int.random(in: 0...16, using: &generator), kinds.0, using: &generator)
      let secondModel = RewriteModel(count: firstModel.targetCount, kinds.1, using: &generator)
      let thirdModel = RewriteModel(count: secondModel.targetCount, kinds.2, using: &generator)
      let first: OffsetMap<FileSpace, ProseSpace> = firstModel.map()
      let second: OffsetMap<ProseSpace, ProseSpace> = secondModel.map()
      let third: Map = thirdModel.map()
      #expect(first.followed(by: second).followed(by: third) == first.followed(by: second.followed(by: third)))
    }
  }

  @Test("An insertion at the place of an earlier deletion stands behind it, as an edit of its own")
  func insertionAtDeletion() {
    var first = OffsetMap<FileSpace, ProseSpace>()
    first.replace(ByteRange(2, 5), withCount: 0)
    var second = Map()
    second.replace(ByteRange(2, 2), withCount: 1)
    #expect(
      first.followed(by: second).edits == [
        .init(source: ByteRange(2, 5), target: ByteRange(2, 2)),
        .init(source: ByteRange(5, 5), target: ByteRange(2, 3)),
      ])
  }

  @Test("The identity composed with a map is the map")
  func identity() {
    forEachModel(seed: 7) { model, _ in
      let map: Map = model.map()
      #expect(OffsetMap<ProseSpace, ProseSpace>().followed(by: map) == map)
      #expect(map.followed(by: OffsetMap<NormalizedSpace, NormalizedSpace>()) == map)
    }
  }

  /// Checks that the edits are in order and that what lies between them is equally long in both texts.
  private func expectTiles<Source, Target>(_ map: OffsetMap<Source, Target>, sourceCount: Int, targetCount: Int) {
    var (source, target) = (0, 0)
    for edit in map.edits {
      #expect(edit.source.lowerBound - source == edit.target.lowerBound - target)
      #expect(edit.source.lowerBound >= source)
      (source, target) = (edit.source.upperBound, edit.target.upperBound)
    }
    #expect(sourceCount - source == targetCount - target)
    #expect(sourceCount >= source)
  }
}
