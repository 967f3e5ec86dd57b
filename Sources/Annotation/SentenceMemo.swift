/// What was found out about sentences that were met lately.
///
/// Blogs repeat themselves, and what depends on nothing but a sentence's text is answered from memory. Sentences are
/// known by the segmenter's serials. Two halves take turns: when the newer is full, the older is dropped, so that memory
/// is bounded.
struct SentenceMemo<Finding, Part> {
  /// What is kept of a sentence.
  struct Answer {
    var finding: Finding
    /// What it holds, in order.
    var parts: ArraySlice<Part>
  }

  /// The serials that one half covers: more sentences than the segmenter remembers, unless they are very short, and those
  /// are judged again.
  private static var capacity: Int { 1 << 14 }

  private var newer = Half()
  private var older = Half()

  /// What was found in a sentence before.
  func answer(forSentence serial: Int) -> Answer? {
    guard serial > 0 else { return nil }
    return serial >= newer.base ? newer.answer(for: serial) : older.answer(for: serial)
  }

  /// What was found in a sentence before, without what it holds.
  @inline(__always)
  func finding(forSentence serial: Int) -> Finding? {
    guard serial > 0 else { return nil }
    return serial >= newer.base ? newer.finding(for: serial) : older.finding(for: serial)
  }

  /// Keeps what was found in a sentence that was not met before.
  mutating func store(sentence serial: Int, _ finding: Finding, _ parts: [Part]) {
    guard serial > 0 else { return }
    if newer.isEmpty { newer.base = serial }
    guard serial >= newer.base else { return }
    if serial - newer.base >= Self.capacity {
      swap(&newer, &older)
      newer.removeAll()
      newer.base = serial
    }
    newer.add(serial, finding, parts)
  }

  /// Sentences with what was found.
  private struct Half {
    /// The serial of the first sentence.
    var base = 0
    /// For each serial from `base` on, the number of its record, + 1; 0 for none.
    private var records: [UInt32] = []
    private var findings: [Finding] = []
    private var parts: [Part] = []
    private var ends: [UInt32] = []

    var isEmpty: Bool { records.isEmpty }

    @inline(__always)
    func answer(for serial: Int) -> Answer? {
      let place = serial - base
      guard place >= 0, place < records.count, records[place] > 0 else { return nil }
      let record = Int(records[place]) - 1
      return Answer(
        finding: findings[record], parts: parts[(record == 0 ? 0 : Int(ends[record - 1]))..<Int(ends[record])])
    }

    @inline(__always)
    func finding(for serial: Int) -> Finding? {
      let place = serial - base
      guard place >= 0, place < records.count, records[place] > 0 else { return nil }
      return findings[Int(records[place]) - 1]
    }

    mutating func add(_ serial: Int, _ finding: Finding, _ found: [Part]) {
      let place = serial - base
      while records.count <= place { records.append(0) }
      guard records[place] == 0 else { return }
      findings.append(finding)
      if !found.isEmpty { parts += found }
      ends.append(UInt32(parts.count))
      records[place] = UInt32(ends.count)
    }

    mutating func removeAll() {
      records.removeAll(keepingCapacity: true)
      findings.removeAll(keepingCapacity: true)
      parts.removeAll(keepingCapacity: true)
      ends.removeAll(keepingCapacity: true)
    }
  }
}
