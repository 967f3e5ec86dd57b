import TestSupport
import TextCore

/// The text behind a random edit list, and the offset map that should describe it.
///
/// A rewritten text is a list of stretches, each with its lengths in both texts and whether it was edited: slow and
/// obvious, to hold the map against.
struct RewriteModel {
  /// A stretch of both texts.
  struct Stretch {
    let sourceCount: Int
    let targetCount: Int
    let isEdit: Bool
  }

  private(set) var stretches: [Stretch] = []

  var sourceCount: Int { stretches.reduce(0) { $0 + $1.sourceCount } }
  var targetCount: Int { stretches.reduce(0) { $0 + $1.targetCount } }

  /// What a rewrite may do beside replacing.
  struct Kinds: OptionSet {
    let rawValue: Int
    static let deletion = Kinds(rawValue: 1)
    static let insertion = Kinds(rawValue: 2)
    static let all: Kinds = [.deletion, .insertion]
  }

  /// A rewrite of a text of `count` bytes, with edits of these `kinds` and replacements that may touch.
  init(count: Int, _ kinds: Kinds = .all, using generator: inout SeededGenerator) {
    var left = count
    while left > 0 {
      let length = Int.random(in: 1...min(left, 4), using: &generator)
      switch Int.random(in: 0..<6, using: &generator) {
      case 0 where kinds.contains(.deletion):
        stretches.append(Stretch(sourceCount: length, targetCount: 0, isEdit: true))
      case 1:
        let target = Int.random(in: 1...4, using: &generator)
        stretches.append(Stretch(sourceCount: length, targetCount: target, isEdit: true))
      case 2 where kinds.contains(.insertion):
        let target = Int.random(in: 1...3, using: &generator)
        stretches.append(Stretch(sourceCount: 0, targetCount: target, isEdit: true))
        continue
      default: stretches.append(Stretch(sourceCount: length, targetCount: length, isEdit: false))
      }
      left -= length
    }
  }

  /// The map recorded stretch by stretch.
  func map<Source: TextSpace, Target: TextSpace>() -> OffsetMap<Source, Target> {
    var map = OffsetMap<Source, Target>()
    var place = 0
    for stretch in stretches {
      if stretch.isEdit { map.replace(ByteRange(place, place + stretch.sourceCount), withCount: stretch.targetCount) }
      place += stretch.sourceCount
    }
    return map
  }

  /// The source range of a target range that is not empty: the hull of what each of its bytes came from.
  func sourceRange(of target: Range<Int>) -> Range<Int> {
    var hull: Range<Int>?
    var (source, start) = (0, 0)
    for stretch in stretches {
      let overlap = target.clamped(to: start..<start + stretch.targetCount)
      if !overlap.isEmpty {
        let part =
          stretch.isEdit
          ? source..<source + stretch.sourceCount
          : source + overlap.lowerBound - start..<source + overlap.upperBound - start
        hull = (hull?.lowerBound ?? part.lowerBound)..<part.upperBound
      }
      source += stretch.sourceCount
      start += stretch.targetCount
    }
    return hull ?? 0..<0
  }

  /// The same rewrite the other way round.
  var inverse: RewriteModel {
    var inverse = self
    inverse.stretches = stretches.map {
      Stretch(sourceCount: $0.targetCount, targetCount: $0.sourceCount, isEdit: $0.isEdit)
    }
    return inverse
  }
}
