internal import TextCore

/// The morphemes of sentences that were met lately.
///
/// Blogs repeat themselves: standing openings and closings, captions, disclaimers. A sentence's morphemes depend on
/// nothing but its bytes, so one that was met before is copied instead of segmented again. Two halves take turns: when
/// the newer is full, the older is dropped, so that what is met often stays and memory is bounded.
struct SentenceCache {
  /// The shortest and the longest sentence kept, in bytes: looking up shorter ones gains nothing, longer ones hardly
  /// ever come again.
  private static let lengths = 9...1_200
  /// The bytes of sentences that one half holds.
  private static let capacity = 1 << 18

  /// Sentences with their morphemes.
  private struct Half {
    var sentences = Vocabulary()
    /// The serial of its first sentence; the others' follow.
    var firstSerial = 1
    /// For each sentence, where its morphemes end in the columns.
    var ends: [UInt32] = []
    var lexemes: [UInt32] = []
    /// Where each morpheme starts and ends, from the start of its sentence.
    var starts: [UInt16] = []
    var stops: [UInt16] = []

    mutating func removeAll() {
      sentences.removeAll()
      ends.removeAll(keepingCapacity: true)
      lexemes.removeAll(keepingCapacity: true)
      starts.removeAll(keepingCapacity: true)
      stops.removeAll(keepingCapacity: true)
    }

    /// Where the morphemes of a sentence stand in the columns.
    func morphemes(of id: UInt32) -> Range<Int> { (id == 0 ? 0 : Int(ends[Int(id) - 1]))..<Int(ends[Int(id)]) }
  }

  private var newer = Half()
  private var older = Half()
  private var generation = 0
  /// The serial of the sentence that is kept next.
  private var nextSerial = 1

  /// Forgets everything where the numbers of lexemes were given anew.
  mutating func keep(generation: Int) {
    guard generation != self.generation else { return }
    self.generation = generation
    newer.removeAll()
    older.removeAll()
  }

  /// Appends the morphemes of the sentence at `range` to `table`; returns its serial, `nil` where it was not met before.
  mutating func append(_ text: Span<UInt8>, _ range: Range<Int>, to table: inout MorphemeTable) -> Int? {
    guard Self.lengths.contains(range.count) else { return nil }
    let sentence = text.extracting(range)
    if let id = newer.sentences.id(of: sentence) {
      copy(newer, id, range.lowerBound, to: &table)
      return newer.firstSerial + Int(id)
    }
    guard let id = older.sentences.id(of: sentence) else { return nil }
    let first = table.count
    copy(older, id, range.lowerBound, to: &table)
    return store(text, range, table, from: first)
  }

  /// Keeps the morphemes of the sentence at `range`: those of `table` from `first` on.
  /// - Returns: The sentence's serial; 0 where it is not kept.
  mutating func store(
    _ text: Span<UInt8>, _ range: Range<Int>, _ table: borrowing MorphemeTable, from first: Int
  ) -> Int {
    guard Self.lengths.contains(range.count) else { return 0 }
    if newer.sentences.byteCount + range.count > Self.capacity {
      swap(&newer, &older)
      newer.removeAll()
    }
    if newer.ends.isEmpty { newer.firstSerial = nextSerial }
    guard newer.sentences.intern(text.extracting(range)) == newer.ends.count else { return 0 }
    for index in first..<table.count {
      newer.lexemes.append(table.lexemes[index])
      newer.starts.append(UInt16(truncatingIfNeeded: Int(table.starts[index]) - range.lowerBound))
      newer.stops.append(UInt16(truncatingIfNeeded: Int(table.ends[index]) - range.lowerBound))
    }
    newer.ends.append(UInt32(newer.lexemes.count))
    nextSerial += 1
    return nextSerial - 1
  }

  private func copy(_ half: borrowing Half, _ id: UInt32, _ start: Int, to table: inout MorphemeTable) {
    let morphemes = half.morphemes(of: id)
    table.append(
      half.lexemes[morphemes], starts: half.starts[morphemes], ends: half.stops[morphemes], from: UInt32(start))
  }
}
