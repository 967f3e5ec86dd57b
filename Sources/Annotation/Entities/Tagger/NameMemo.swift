import TextCore

/// The names of sentences that were met lately.
///
/// Blogs repeat themselves, and which names stand in a sentence depends on nothing but its text and the values in it, so
/// one that was met before is answered from memory. Two halves take turns: when the newer is full, the older is dropped,
/// so that what is met often stays and memory is bounded. After `SentenceCache` of Morphology, which does the same for
/// morphemes.
struct NameMemo {
  /// A name, with morphemes counted from the start of its sentence.
  struct Name {
    var start: UInt16
    var end: UInt16
    var name: NameClass
  }

  /// The shortest and the longest sentence kept, in bytes: shorter ones are tagged as fast as found, longer ones hardly
  /// ever come again.
  private static let lengths = 9...1_200
  /// The bytes of sentences that one half holds.
  private static let capacity = 4 << 20

  private var newer = Half()
  private var older = Half()

  /// The names that were found in a sentence before.
  /// - Parameter values: A number for the values in the sentence; those of the same text differ between articles, since
  ///   some can be told by what was said before alone.
  mutating func names(in sentence: Span<UInt8>, values: UInt32) -> ArraySlice<Name>? {
    guard Self.lengths.contains(sentence.count) else { return nil }
    if let id = newer.sentences.id(of: sentence) { return newer.names(of: id, values) }
    guard let id = older.sentences.id(of: sentence), let names = older.names(of: id, values) else { return nil }
    store(sentence, names, values: values)
    return names
  }

  /// Keeps what was found in a sentence that was not met before.
  mutating func store(_ sentence: Span<UInt8>, _ names: ArraySlice<Name>, values: UInt32) {
    guard Self.lengths.contains(sentence.count) else { return }
    if newer.sentences.byteCount + sentence.count > Self.capacity {
      swap(&newer, &older)
      newer.removeAll()
    }
    newer.add(sentence, names, values)
  }

  /// Sentences with what was found.
  private struct Half {
    var sentences = Vocabulary()
    private var names: [Name] = []
    private var ends: [UInt32] = []
    private var values: [UInt32] = []

    func names(of id: UInt32, _ number: UInt32) -> ArraySlice<Name>? {
      guard values[Int(id)] == number else { return nil }
      return names[(id == 0 ? 0 : Int(ends[Int(id) - 1]))..<Int(ends[Int(id)])]
    }

    mutating func add(_ sentence: Span<UInt8>, _ found: ArraySlice<Name>, _ number: UInt32) {
      guard sentences.intern(sentence) == ends.count else { return }
      names += found
      ends.append(UInt32(names.count))
      values.append(number)
    }

    mutating func removeAll() {
      sentences.removeAll()
      names.removeAll(keepingCapacity: true)
      ends.removeAll(keepingCapacity: true)
      values.removeAll(keepingCapacity: true)
    }
  }
}
