extension OffsetMap {
  /// The map of two rewrites done one after the other.
  ///
  /// Edits of the two maps that overlap in the middle text become one, as do a deletion and an insertion at one place
  /// of it; all others are kept apart.
  /// - Complexity: O(*n* + *m*) for *n* and *m* edits.
  public func followed<Next: TextSpace>(by next: OffsetMap<Target, Next>) -> OffsetMap<Source, Next> {
    if isIdentity && next.isIdentity { return OffsetMap<Source, Next>() }
    var composed = OffsetMap<Source, Next>()
    composed.reserveCapacity(edits.count + next.edits.count)
    var walk = CompositionWalk(first: self, second: next)
    while let edit = walk.nextEdit() { composed.replace(edit.source, withCount: edit.target.count) }
    return composed
  }
}

/// Walks the edits of two maps side by side, in the order of the text between them.
private struct CompositionWalk<Source: TextSpace, Middle: TextSpace, Target: TextSpace> {
  private let first: [OffsetMap<Source, Middle>.Edit]
  private let second: [OffsetMap<Middle, Target>.Edit]
  private var firstIndex = 0
  private var secondIndex = 0
  /// Source offset minus middle offset, behind the edits of the first map that were walked.
  private var sourceShift = 0
  /// Target offset minus middle offset, behind the edits of the second map that were walked.
  private var targetShift = 0

  init(first: OffsetMap<Source, Middle>, second: OffsetMap<Middle, Target>) {
    self.first = first.edits
    self.second = second.edits
  }

  /// The next edit of the composed map: all edits that hang together in the middle text.
  mutating func nextEdit() -> OffsetMap<Source, Target>.Edit? {
    guard var group = nextMiddleRange() else { return nil }
    let (firstStart, secondStart) = (firstIndex, secondIndex)
    var sourceStart = group.lowerBound + sourceShift
    var targetStart = group.lowerBound + targetShift
    while let range = nextMiddleRange(), joins(range, group) {
      group = ByteRange(group.lowerBound, max(group.upperBound, range.upperBound))
      if isFirstNext {
        let edit = first[firstIndex]
        if firstIndex == firstStart && range.lowerBound == group.lowerBound { sourceStart = edit.source.lowerBound }
        sourceShift = edit.source.upperBound - edit.target.upperBound
        firstIndex += 1
      } else {
        let edit = second[secondIndex]
        if secondIndex == secondStart && range.lowerBound == group.lowerBound { targetStart = edit.target.lowerBound }
        targetShift = edit.target.upperBound - edit.source.upperBound
        secondIndex += 1
      }
    }
    return .init(
      source: ByteRange(sourceStart, group.upperBound + sourceShift),
      target: ByteRange(targetStart, group.upperBound + targetShift))
  }

  private var isFirstNext: Bool {
    guard firstIndex < first.count else { return false }
    guard secondIndex < second.count else { return true }
    return first[firstIndex].target <= second[secondIndex].source
  }

  private func nextMiddleRange() -> ByteRange<Middle>? {
    if isFirstNext { return first[firstIndex].target }
    return secondIndex < second.count ? second[secondIndex].source : nil
  }

  private func joins(_ range: ByteRange<Middle>, _ group: ByteRange<Middle>) -> Bool {
    range.lowerBound < group.upperBound || range == group
  }
}
