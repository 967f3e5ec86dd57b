/// Judgements of sentences that were met lately.
///
/// Blogs repeat themselves, and how a sentence judges depends on nothing but its words, so one that was met before is
/// answered from memory. Two halves take turns: when the newer is full, the older is dropped, so that what is met often
/// stays and memory is bounded. After `SentenceCache` of Morphology, which does the same for morphemes.
struct SentenceMemo {
  /// What is kept of a sentence.
  struct Answer {
    var sentence: SentimentFindings.Sentence
    /// Its judgements, with words counted from its start.
    var cues: ArraySlice<ComposedCue>
  }

  /// The words of sentences that one half holds.
  private static let capacity = 1 << 18
  /// Shorter sentences are judged faster than found.
  private static let fewestWords = 4

  private var newer = Half()
  private var older = Half()

  /// Forgets everything.
  mutating func removeAll() {
    newer.removeAll()
    older.removeAll()
  }

  /// What was found for the same words before.
  mutating func answer(for words: Span<UInt32>) -> Answer? {
    guard words.count >= Self.fewestWords else { return nil }
    let hash = Self.hash(words)
    if let index = newer.find(words, hash) { return newer.answer(index) }
    guard let index = older.find(words, hash) else { return nil }
    let answer = older.answer(index)
    store(words, hash, answer)
    return answer
  }

  /// Keeps what was found for words that were not met before.
  mutating func store(_ words: Span<UInt32>, _ sentence: SentimentFindings.Sentence, _ cues: [ComposedCue]) {
    guard words.count >= Self.fewestWords else { return }
    store(words, Self.hash(words), Answer(sentence: sentence, cues: cues[...]))
  }

  private mutating func store(_ words: Span<UInt32>, _ hash: UInt32, _ answer: Answer) {
    if newer.wordCount + words.count > Self.capacity {
      swap(&newer, &older)
      newer.removeAll()
    }
    newer.insert(words, hash, answer)
  }

  /// A multiplicative hash, folding the halves of a 64 by 64 bit product, after Wang Yi's wyhash.
  private static func hash(_ words: Span<UInt32>) -> UInt32 {
    var hash = 0x2d35_8dcc_aa6c_78a5 ^ UInt64(words.count)
    for index in 0..<words.count {
      let product = (hash ^ UInt64(words[index])).multipliedFullWidth(by: 0x8ebc_6af0_9c88_c6e3)
      hash = product.high ^ product.low
    }
    return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
  }

  /// Sentences with what was found. Open addressing, linear probing; 0 is free, else the hash above the index + 1, so
  /// that most words that are not there are told without a look elsewhere.
  private struct Half {
    private var words: [UInt32] = []
    private var ends: [UInt32] = []
    private var hashes: [UInt32] = []
    private var slots = [UInt64](repeating: 0, count: 1 << 8)
    private var sentences: [SentimentFindings.Sentence] = []
    private var cues: [ComposedCue] = []
    private var cueEnds: [UInt32] = []

    var wordCount: Int { words.count }

    mutating func removeAll() {
      words.removeAll(keepingCapacity: true)
      ends.removeAll(keepingCapacity: true)
      hashes.removeAll(keepingCapacity: true)
      sentences.removeAll(keepingCapacity: true)
      cues.removeAll(keepingCapacity: true)
      cueEnds.removeAll(keepingCapacity: true)
      for slot in slots.indices { slots[slot] = 0 }
    }

    func find(_ key: Span<UInt32>, _ hash: UInt32) -> Int? {
      let mask = slots.count - 1
      var slot = Int(hash) & mask
      while slots[slot] != 0 {
        let index = Int(slots[slot] & 0xFFFF_FFFF) - 1
        if slots[slot] >> 32 == UInt64(hash), equals(index, key) { return index }
        slot = (slot + 1) & mask
      }
      return nil
    }

    func answer(_ index: Int) -> Answer {
      Answer(sentence: sentences[index], cues: cues[Self.range(index, cueEnds)])
    }

    mutating func insert(_ key: Span<UInt32>, _ hash: UInt32, _ answer: Answer) {
      if (ends.count + 1) * 2 > slots.count {
        slots = [UInt64](repeating: 0, count: slots.count * 2)
        for index in ends.indices { place(index) }
      }
      for index in 0..<key.count { words.append(key[index]) }
      ends.append(UInt32(words.count))
      hashes.append(hash)
      sentences.append(answer.sentence)
      cues += answer.cues
      cueEnds.append(UInt32(cues.count))
      place(ends.count - 1)
    }

    private mutating func place(_ index: Int) {
      let mask = slots.count - 1
      var slot = Int(hashes[index]) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt64(hashes[index]) << 32 | UInt64(index + 1)
    }

    private func equals(_ index: Int, _ key: Span<UInt32>) -> Bool {
      let range = Self.range(index, ends)
      guard range.count == key.count else { return false }
      for place in range where words[place] != key[place - range.lowerBound] { return false }
      return true
    }

    private static func range(_ index: Int, _ ends: [UInt32]) -> Range<Int> {
      (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
    }
  }
}
