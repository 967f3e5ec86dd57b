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
    guard makeRoom(for: serial) else { return }
    newer.add(serial, finding) { if !parts.isEmpty { $0 += parts } }
  }

  /// The same where the sentence's parts are a column.
  mutating func store(sentence serial: Int, _ finding: Finding, _ parts: borrowing ScratchColumn<Part>) {
    guard makeRoom(for: serial) else { return }
    newer.add(serial, finding) { kept in
      for index in 0..<parts.count { kept.append(parts[index]) }
    }
  }

  /// Makes room for a sentence; returns whether it is kept.
  @inline(__always)
  private mutating func makeRoom(for serial: Int) -> Bool {
    guard serial > 0 else { return false }
    if newer.isEmpty { newer.base = serial }
    guard serial >= newer.base else { return false }
    if serial - newer.base >= Self.capacity {
      swap(&newer, &older)
      newer.removeAll()
      newer.base = serial
    }
    return true
  }

  /// Sentences with what was found.
  private struct Half {
    /// The serial of the first sentence.
    var base = 0
    /// For each serial from `base` on, the number of its record, + 1; 0 for none.
    private var records: [UInt32] = []
    /// The findings, each with the end of its parts.
    private var findings: [(finding: Finding, end: UInt32)] = []
    private var parts: [Part] = []

    var isEmpty: Bool { records.isEmpty }

    @inline(__always)
    func answer(for serial: Int) -> Answer? {
      let place = serial - base
      guard place >= 0, place < records.count, records[place] > 0 else { return nil }
      let record = Int(records[place]) - 1
      return Answer(
        finding: findings[record].finding,
        parts: parts[(record == 0 ? 0 : Int(findings[record - 1].end))..<Int(findings[record].end)])
    }

    @inline(__always)
    func finding(for serial: Int) -> Finding? {
      let place = serial - base
      guard place >= 0, place < records.count, records[place] > 0 else { return nil }
      return findings[Int(records[place]) - 1].finding
    }

    @inline(__always)
    mutating func add(_ serial: Int, _ finding: Finding, _ addParts: (inout [Part]) -> Void) {
      let place = serial - base
      if records.isEmpty { reserve() }
      while records.count <= place { records.append(0) }
      guard records[place] == 0 else { return }
      addParts(&parts)
      findings.append((finding, UInt32(parts.count)))
      records[place] = UInt32(findings.count)
    }

    /// Memory for all sentences at once, of which only what is used is taken: growing would copy, and take twice as much.
    private mutating func reserve() {
      records.reserveCapacity(SentenceMemo.capacity)
      findings.reserveCapacity(SentenceMemo.capacity)
      parts.reserveCapacity(SentenceMemo.capacity * 2)
    }

    mutating func removeAll() {
      records.removeAll(keepingCapacity: true)
      findings.removeAll(keepingCapacity: true)
      parts.removeAll(keepingCapacity: true)
    }
  }
}
