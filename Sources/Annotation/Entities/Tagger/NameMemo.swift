/// The names of sentences that were met lately.
///
/// Blogs repeat themselves, and which names stand in a sentence depends on nothing but its text and the values in it, so
/// one that was met before is answered from memory. Sentences are known by the segmenter's serials. Two halves take
/// turns: when the newer is full, the older is dropped, so that memory is bounded.
struct NameMemo {
  /// A name, with morphemes counted from the start of its sentence.
  struct Name {
    var start: UInt16
    var end: UInt16
    var name: NameClass
  }

  /// The serials that one half covers: more sentences than the segmenter remembers.
  private static let capacity = 1 << 17

  private var newer = Half()
  private var older = Half()

  /// The names that were found in a sentence before.
  /// - Parameters:
  ///   - serial: The sentence's serial.
  ///   - values: A number for the values in the sentence; those of the same text differ between articles, since some
  ///     can be told by what was said before alone.
  func names(ofSentence serial: Int, values: UInt32) -> ArraySlice<Name>? {
    guard serial > 0 else { return nil }
    return serial >= newer.base ? newer.names(of: serial, values) : older.names(of: serial, values)
  }

  /// Keeps what was found in a sentence.
  mutating func store(sentence serial: Int, _ names: [Name], values: UInt32) {
    guard serial > 0 else { return }
    if newer.isEmpty { newer.base = serial }
    guard serial >= newer.base else { return }
    if serial - newer.base >= Self.capacity {
      swap(&newer, &older)
      newer.removeAll()
      newer.base = serial
    }
    newer.add(serial, names, values)
  }

  /// Sentences with what was found.
  private struct Half {
    /// The serial of the first sentence.
    var base = 0
    /// For each serial from `base` on, the number of its record, + 1; 0 for none.
    private var records: [UInt32] = []
    private var names: [Name] = []
    private var ends: [UInt32] = []
    private var values: [UInt32] = []

    var isEmpty: Bool { records.isEmpty }

    func names(of serial: Int, _ number: UInt32) -> ArraySlice<Name>? {
      let place = serial - base
      guard place >= 0, place < records.count, records[place] > 0 else { return nil }
      let record = Int(records[place]) - 1
      guard values[record] == number else { return nil }
      return names[(record == 0 ? 0 : Int(ends[record - 1]))..<Int(ends[record])]
    }

    mutating func add(_ serial: Int, _ found: [Name], _ number: UInt32) {
      let place = serial - base
      if place >= records.count { records.append(contentsOf: repeatElement(0, count: place + 1 - records.count)) }
      guard records[place] == 0 else { return }
      names += found
      ends.append(UInt32(names.count))
      values.append(number)
      records[place] = UInt32(ends.count)
    }

    mutating func removeAll() {
      records.removeAll(keepingCapacity: true)
      names.removeAll(keepingCapacity: true)
      ends.removeAll(keepingCapacity: true)
      values.removeAll(keepingCapacity: true)
    }
  }
}
