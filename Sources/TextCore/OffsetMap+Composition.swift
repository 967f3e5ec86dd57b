extension OffsetMap {
  /// The map of two rewrites done one after the other.
  ///
  /// Edits of the two maps that share bytes of the middle text become one, as does an edit with what was deleted or
  /// inserted inside it; edits that only touch stay apart, what was deleted at a place before what was inserted there.
  /// Composing with the identity changes nothing. Composition is associative, save that where one rewrite deletes and
  /// a later one inserts at that place, the order decides whether a third edit that begins or ends there is joined
  /// with the deletion.
  /// - Complexity: O(*n* + *m*) for *n* and *m* edits.
  @inlinable
  public func followed<Next: TextSpace>(by next: OffsetMap<Target, Next>) -> OffsetMap<Source, Next> {
    var composed: [OffsetMap<Source, Next>.Edit] = []
    composed.reserveCapacity(edits.count + next.edits.count)
    var walk = CompositionWalk(first: self, second: next)
    while let edit = walk.nextEdit() {
      if !edit.source.isEmpty || !edit.target.isEmpty { composed.append(edit) }
    }
    return OffsetMap<Source, Next>(recorded: composed)
  }
}

/// Walks the edits of two maps side by side, in the order of the text between them.
@usableFromInline
struct CompositionWalk<Source: TextSpace, Middle: TextSpace, Target: TextSpace> {
  @usableFromInline let first: [OffsetMap<Source, Middle>.Edit]
  @usableFromInline let second: [OffsetMap<Middle, Target>.Edit]
  @usableFromInline var firstIndex = 0
  @usableFromInline var secondIndex = 0
  /// Source offset minus middle offset, behind the edits of the first map that were walked.
  @usableFromInline var sourceShift = 0
  /// Target offset minus middle offset, behind the edits of the second map that were walked.
  @usableFromInline var targetShift = 0

  @inlinable
  init(first: OffsetMap<Source, Middle>, second: OffsetMap<Middle, Target>) {
    self.first = first.edits
    self.second = second.edits
  }

  /// The next edit of the composed map: all edits that hang together in the middle text.
  @inlinable
  mutating func nextEdit() -> OffsetMap<Source, Target>.Edit? {
    guard let start = nextMiddleRange()?.lowerBound else { return nil }
    let (sourceStart, targetStart) = (start + sourceShift, start + targetShift)
    var end = start
    repeat { end = max(end, takeNext()) } while nextMiddleRange().map { $0.lowerBound < end } ?? false
    return .init(
      source: ByteRange(sourceStart, end + sourceShift), target: ByteRange(targetStart, end + targetShift))
  }

  /// Walks over the next edit, and gives its end in the middle text.
  @inlinable
  mutating func takeNext() -> Int {
    if isFirstNext {
      let edit = first[firstIndex]
      sourceShift = edit.source.upperBound - edit.target.upperBound
      firstIndex += 1
      return edit.target.upperBound
    }
    let edit = second[secondIndex]
    targetShift = edit.target.upperBound - edit.source.upperBound
    secondIndex += 1
    return edit.source.upperBound
  }

  /// Whether the next edit is one of the first map, by where the two begin and then end in the middle text; where
  /// they agree, a deletion comes before an insertion.
  @inlinable var isFirstNext: Bool {
    guard firstIndex < first.count else { return false }
    guard secondIndex < second.count else { return true }
    return first[firstIndex].target <= second[secondIndex].source
  }

  @inlinable
  func nextMiddleRange() -> ByteRange<Middle>? {
    if isFirstNext { return first[firstIndex].target }
    return secondIndex < second.count ? second[secondIndex].source : nil
  }
}
