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
  private static let capacity = 4 << 20

  /// Sentences with their morphemes.
  private struct Half {
    var sentences = Vocabulary()
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

  /// Forgets everything where the numbers of lexemes were given anew.
  mutating func keep(generation: Int) {
    guard generation != self.generation else { return }
    self.generation = generation
    newer.removeAll()
    older.removeAll()
  }

  /// Appends the morphemes of the sentence at `range` to `table`; returns whether it was met before.
  mutating func append(_ text: Span<UInt8>, _ range: Range<Int>, to table: inout MorphemeTable) -> Bool {
    guard Self.lengths.contains(range.count) else { return false }
    let sentence = text.extracting(range)
    if let id = newer.sentences.id(of: sentence) {
      copy(newer, id, range.lowerBound, to: &table)
      return true
    }
    guard let id = older.sentences.id(of: sentence) else { return false }
    let first = table.count
    copy(older, id, range.lowerBound, to: &table)
    store(text, range, table, from: first)
    return true
  }

  /// Keeps the morphemes of the sentence at `range`: those of `table` from `first` on.
  mutating func store(_ text: Span<UInt8>, _ range: Range<Int>, _ table: borrowing MorphemeTable, from first: Int) {
    guard Self.lengths.contains(range.count) else { return }
    if newer.sentences.byteCount + range.count > Self.capacity {
      swap(&newer, &older)
      newer.removeAll()
    }
    guard newer.sentences.intern(text.extracting(range)) == newer.ends.count else { return }
    for index in first..<table.count {
      newer.lexemes.append(table.lexemes[index])
      newer.starts.append(UInt16(truncatingIfNeeded: Int(table.starts[index]) - range.lowerBound))
      newer.stops.append(UInt16(truncatingIfNeeded: Int(table.ends[index]) - range.lowerBound))
    }
    newer.ends.append(UInt32(newer.lexemes.count))
  }

  private func copy(_ half: borrowing Half, _ id: UInt32, _ start: Int, to table: inout MorphemeTable) {
    for index in half.morphemes(of: id) {
      table.append(half.lexemes[index], start: start + Int(half.starts[index]), end: start + Int(half.stops[index]))
    }
  }
}
