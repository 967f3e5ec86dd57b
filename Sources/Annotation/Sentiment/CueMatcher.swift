import Morphology
import TextCore

extension SentimentLexicon {
  /// The most morphemes of a phrase.
  static let longestPhrase = 16

  /// The longest phrase that begins at `start`: the morpheme after it and the node of the trie; `nil` where none does.
  ///
  /// Each morpheme is followed as its surface or as its base form, all negations also as ない; ます is passed over, and
  /// so is the ある of ありません, so that polite forms are found by the plain one.
  /// - Complexity: O(1): phrases and readings are limited.
  func longestMatch(
    at start: Int, in range: Range<Int>, _ ids: Span<UInt32>, _ records: inout SentimentLexemes,
    _ lexemes: borrowing LexemeTable
  ) -> (end: Int, node: UInt32)? {
    let first = records.reading(ids[start])
    // 望み of 望みます is the verb, 望み of 望みが the noun.
    let isNoun = start + 1 < range.upperBound && records[ids[start + 1]].role.marksNoun
    var best = records.phrase(ids[start], asNoun: isNoun).map { (end: start + 1, node: $0) }
    var readings = Readings()
    if first.baseNode != 0 { readings.add(first.baseNode) }
    if first.surfaceNode != 0 { readings.add(first.surfaceNode) }
    var place = start + 1
    let limit = min(range.upperBound, start + Self.longestPhrase)
    // A base form ends no phrase where the word goes on as a condition: なければ is no ない.
    while place < limit, readings.count > 0 {
      let record = records[ids[place]]
      if passesOver(place, limit, ids, records) {
        place += 1
        continue
      }
      var next = Readings()
      // The filter of a node tells of most words that they do not go on, without a look for them.
      for index in 0..<readings.count where trie.filter(at: readings[index]) & record.firstBits != 0 {
        let nodes = records.follow(ids[place], from: readings[index], in: lexemes)
        if nodes.surface != 0 { next.add(nodes.surface) }
        if nodes.base != 0 { next.add(nodes.base) }
        if nodes.negation != 0 { next.add(nodes.negation) }
      }
      if next.count == 0, place == start + 1 { records.close(ids[start], ids[place]) }
      readings = next
      place += 1
      note(readings, place, record, &best)
    }
    return best
  }

  /// Whether the morpheme is one that phrases are written without: ます, and ある before ません.
  private func passesOver(
    _ place: Int, _ limit: Int, _ ids: Span<UInt32>, _ records: borrowing SentimentLexemes
  ) -> Bool {
    switch records[ids[place]].role {
    case .polite: return place + 1 < limit && records[ids[place + 1]].role == .negation
    case .existence:
      return place + 2 < limit && records[ids[place + 1]].role == .polite && records[ids[place + 2]].role == .negation
    default: return false
    }
  }

  /// Keeps the reading that ends a phrase here; a longer one takes the place of a shorter one.
  @inline(__always)
  private func note(
    _ readings: Readings, _ place: Int, _ record: SentimentLexemes.Record, _ best: inout (end: Int, node: UInt32)?
  ) {
    if record.role == .negation && record.form == .conditional { return }
    for index in 0..<readings.count where trie.value(at: readings[index]) != nil {
      best = (place, readings[index])
      return
    }
  }

  /// A few nodes, without an array.
  private struct Readings {
    var count = 0
    private var nodes: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)

    @inline(__always)
    subscript(index: Int) -> UInt32 {
      switch index {
      case 0: nodes.0
      case 1: nodes.1
      case 2: nodes.2
      default: nodes.3
      }
    }

    @inline(__always)
    mutating func add(_ node: UInt32) {
      for index in 0..<count where self[index] == node { return }
      switch count {
      case 0: nodes.0 = node
      case 1: nodes.1 = node
      case 2: nodes.2 = node
      case 3: nodes.3 = node
      default: return
      }
      count += 1
    }
  }
}
