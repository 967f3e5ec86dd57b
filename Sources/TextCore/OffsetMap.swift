/// Carries ranges of an edited text back to the text it came from.
///
/// The target text is the source text with some ranges replaced. Only the replaced ranges are stored, as ICU's
/// `Edits` does, so text that needs no change costs nothing. Outside edits the texts agree up to a shift.
///
/// Inside an edit there is no finer truth than the edit: a range that touches part of a replacement is carried to
/// the whole of what was replaced. Half of `(株)`, which came from `㈱`, is carried to `㈱`.
public struct OffsetMap<Source: TextSpace, Target: TextSpace>: Equatable, Sendable {
  /// One replacement: the bytes `source` of the source text stand as the bytes `target` in the target text.
  ///
  /// An empty `target` is a deletion, an empty `source` an insertion.
  public struct Edit: Equatable, Sendable {
    /// What was replaced.
    public let source: ByteRange<Source>
    /// What it was replaced by.
    public let target: ByteRange<Target>

    /// Creates a replacement of `source` by `target`.
    @inlinable
    public init(source: ByteRange<Source>, target: ByteRange<Target>) {
      self.source = source
      self.target = target
    }
  }

  /// The edits, for this type's inlinable functions: they are called per edit from other modules, where generic code
  /// that is not specialized took ten times the time of ICU's own work.
  @usableFromInline var recorded: [Edit]

  /// The replacements in ascending order; none overlaps another in either text.
  @inlinable public var edits: [Edit] { recorded }

  /// Creates the map of two equal texts.
  @inlinable
  public init() { recorded = [] }

  /// Creates the map of edits that are known to be in order and to fit one another.
  @inlinable
  init(recorded: [Edit]) { self.recorded = recorded }

  /// Whether the texts agree byte for byte as far as the map knows.
  @inlinable public var isIdentity: Bool { recorded.isEmpty }

  /// Records that `source` became `count` bytes of the target, after everything recorded so far.
  ///
  /// The bytes between the last edit and this one are the same in both texts. An edit that touches the last one
  /// stays an edit of its own, so that ranges keep as much precision as was recorded; only deletions that touch
  /// become one.
  ///
  /// - Precondition: `source` does not begin before the end of the last edit.
  @inlinable
  public mutating func replace(_ source: ByteRange<Source>, withCount count: Int) {
    guard let last = recorded.last else {
      if !source.isEmpty || count > 0 {
        recorded.append(Edit(source: source, target: ByteRange(source.lowerBound, source.lowerBound + count)))
      }
      return
    }
    precondition(source.lowerBound >= last.source.upperBound, "edits are recorded in order")
    if source.isEmpty && count == 0 { return }
    if count == 0 && last.target.isEmpty && last.source.upperBound == source.lowerBound {
      recorded[recorded.count - 1] = Edit(
        source: ByteRange(last.source.lowerBound, source.upperBound), target: last.target)
      return
    }
    let start = source.lowerBound + last.target.upperBound - last.source.upperBound
    recorded.append(Edit(source: source, target: ByteRange(start, start + count)))
  }

  /// Makes room for `count` edits.
  @inlinable public mutating func reserveCapacity(_ count: Int) { recorded.reserveCapacity(count) }

  /// Forgets all edits, and keeps the memory.
  @inlinable public mutating func removeAll() { recorded.removeAll(keepingCapacity: true) }

  /// The smallest source range that stands as `target`.
  ///
  /// Deletions at either end are left out; an edit that is partly inside is taken whole.
  /// - Complexity: O(log *n*) for *n* edits.
  @inlinable
  public func sourceRange(of target: ByteRange<Target>) -> ByteRange<Source> {
    let carried = recorded.withUnsafeBufferPointer {
      carry(
        target.lowerBound, target.upperBound, edits: $0, from: { $0.target.offsets }, to: { $0.source.offsets },
        before: nil)
    }
    return ByteRange(carried)
  }

  /// Where a range was carried from, so that those near it are carried in a few steps.
  ///
  /// A track is of use with the map that it was made by alone.
  public struct Track: Sendable {
    /// The edits that end before the range.
    @usableFromInline var before = 0
    /// The text around its start in which no edit stands, and how much further on the source has it.
    @usableFromInline var lower = 0
    @usableFromInline var upper = 0
    @usableFromInline var shift = 0

    /// Begins at the start of the text.
    @inlinable
    public init() {}
  }

  /// The same for ranges that are asked for in about the order of the text.
  /// - Parameter track: Where the last range was found; the next one is looked for from there.
  /// - Complexity: O(1) for ranges near the last one, else O(log *n*) for *n* edits.
  @inlinable @inline(__always)
  public func sourceRange(of target: ByteRange<Target>, near track: inout Track) -> ByteRange<Source> {
    let (lower, upper) = (target.lowerBound, target.upperBound)
    // Mostly no edit stands between the last range and this one.
    if lower >= track.lower, upper <= track.upper, lower < upper {
      return ByteRange(lower &+ track.shift, upper &+ track.shift)
    }
    return find(target, &track)
  }

  @inlinable @inline(never)
  func find(_ target: ByteRange<Target>, _ track: inout Track) -> ByteRange<Source> {
    let carried = recorded.withUnsafeBufferPointer { edits in
      let before = edits.first(from: track.before) { $0.target.upperBound > target.lowerBound }
      let last = before == 0 ? nil : edits[before - 1]
      track.before = before
      track.lower = last?.target.upperBound ?? 0
      track.upper = before == edits.count ? .max : edits[before].target.lowerBound
      track.shift = last.map { $0.source.upperBound - $0.target.upperBound } ?? 0
      if target.lowerBound >= track.lower, target.upperBound <= track.upper, !target.isEmpty {
        return target.lowerBound + track.shift..<target.upperBound + track.shift
      }
      return carry(
        target.lowerBound, target.upperBound, edits: edits, from: { $0.target.offsets }, to: { $0.source.offsets },
        before: before)
    }
    return ByteRange(carried)
  }

  /// The smallest target range that stands for `source`, by the same rules as `sourceRange(of:)`.
  /// - Complexity: O(log *n*) for *n* edits.
  @inlinable
  public func targetRange(of source: ByteRange<Source>) -> ByteRange<Target> {
    let carried = recorded.withUnsafeBufferPointer {
      carry(
        source.lowerBound, source.upperBound, edits: $0, from: { $0.source.offsets }, to: { $0.target.offsets },
        before: nil)
    }
    return ByteRange(carried)
  }

  /// Carries a range over the edits in the direction that the two projections give.
  /// - Parameter known: The number of edits that end at or before `lower`; `nil` where it has to be found.
  @inlinable @inline(__always)
  func carry(
    _ lower: Int, _ upper: Int, edits: UnsafeBufferPointer<Edit>,
    from: (Edit) -> Range<Int>, to: (Edit) -> Range<Int>, before known: Int?
  ) -> Range<Int> {
    func shift(after count: Int) -> Int {
      count == 0 ? 0 : to(edits[count - 1]).upperBound - from(edits[count - 1]).upperBound
    }
    let before = known ?? edits.firstIndexOfPartition { from($0).upperBound > lower }
    let isInside = before < edits.count && from(edits[before]).lowerBound <= lower
    if lower == upper {
      if isInside && from(edits[before]).lowerBound < lower { return to(edits[before]) }
      let place = lower + shift(after: before)
      return place..<place
    }
    let start = isInside ? to(edits[before]).lowerBound : lower + shift(after: before)
    // Most ranges are short, and no edit begins within them.
    let isClear = before == edits.count || from(edits[before]).lowerBound >= upper
    let begun = isClear ? before : edits.firstIndexOfPartition { from($0).lowerBound >= upper }
    let endsInside = begun > 0 && from(edits[begun - 1]).upperBound >= upper
    let end = endsInside ? to(edits[begun - 1]).upperBound : upper + shift(after: begun)
    return start..<max(start, end)
  }
}

extension UnsafeBufferPointer {
  /// The index of the first element that `belongsToSecond`, in a buffer partitioned by it; `count` where none does.
  @inlinable @inline(__always)
  func firstIndexOfPartition(_ belongsToSecond: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if belongsToSecond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
  /// The same index, looked for from a place near it.
  @inlinable @inline(__always)
  func first(from place: Int, _ belongsToSecond: (Element) -> Bool) -> Int {
    var place = Swift.min(place, count)
    if place == 0 || !belongsToSecond(self[place - 1]) {
      // So many elements further on count as near.
      let end = Swift.min(place + 12, count)
      while place < end, !belongsToSecond(self[place]) { place += 1 }
      if place < end || end == count { return place }
    }
    return firstIndexOfPartition(belongsToSecond)
  }
}
