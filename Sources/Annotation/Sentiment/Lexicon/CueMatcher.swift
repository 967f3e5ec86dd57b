import Morphology
import TextCore

extension SentimentLexicon {
  /// The most morphemes of a phrase.
  static let longestPhrase = 16

  /// The longest phrase that begins at the word `start` of a sentence: the word after it and the node of the trie; `nil`
  /// where none does.
  ///
  /// Each word is followed as its surface or as its base form, all negations also as ない; ます is passed over, and
  /// so is the ある of ありません, so that polite forms are found by the plain one. Most words are told by their records
  /// alone.
  /// - Complexity: O(1): phrases and readings are limited.
  @inline(__always)
  func longestMatch(
    at start: Int, in words: borrowing SentenceWords, _ ids: Span<UInt32>, _ lexemes: inout SentimentLexemes,
    _ table: borrowing LexemeTable
  ) -> (end: Int, node: UInt32)? {
    let first = words.record(start)
    guard start + 1 < words.count else {
      guard first.marks.contains(.isPhrase) else { return nil }
      let node = lexemes.readings[Int(ids[start])].asVerb
      return node == 0 ? nil : (start + 1, node)
    }
    let next = words.record(start + 1)
    // 望み of 望みます is the verb, 望み of 望みが the noun.
    let isNoun = next.role.marksNoun
    if first.marks.contains(.mayGoOn),
      next.marks.contains(.mayPassOver)
        || first.nextBits & next.firstBits != 0 && !lexemes.isClosed(ids[start], ids[start + 1])
    {
      return longestMatch(at: start, asNoun: isNoun, in: words, ids, &lexemes, table)
    }
    guard first.marks.contains(.isPhrase) else { return nil }
    let reading = lexemes.readings[Int(ids[start])]
    let node = isNoun ? reading.asNoun : reading.asVerb
    return node == 0 ? nil : (start + 1, node)
  }

  private func longestMatch(
    at start: Int, asNoun isNoun: Bool, in words: borrowing SentenceWords, _ ids: Span<UInt32>,
    _ lexemes: inout SentimentLexemes, _ table: borrowing LexemeTable
  ) -> (end: Int, node: UInt32)? {
    let reading = lexemes.readings[Int(ids[start])]
    let alone = isNoun ? reading.asNoun : reading.asVerb
    var best = alone == 0 ? nil : (end: start + 1, node: alone)
    var readings = Readings()
    if reading.baseNode != 0 { readings.add(reading.baseNode) }
    if reading.surfaceNode != 0 { readings.add(reading.surfaceNode) }
    var place = start + 1
    let limit = min(words.count, start + Self.longestPhrase)
    while place < limit, readings.count > 0 {
      let record = words.record(place)
      if passesOver(place, limit, words) {
        place += 1
        continue
      }
      var next = Readings()
      // The filter of a node tells of most words that they do not go on, without a look for them; the record of the first
      // word has that of its only node.
      let isFirst = place == start + 1 && readings.count == 1
      for index in 0..<readings.count
      where (isFirst ? words.record(start).nextBits : trie.filter(at: readings[index])) & record.firstBits != 0 {
        let nodes = lexemes.follow(ids[place], from: readings[index], in: table)
        if nodes.surface != 0 { next.add(nodes.surface) }
        if nodes.base != 0 { next.add(nodes.base) }
        if nodes.negation != 0 { next.add(nodes.negation) }
      }
      if next.count == 0, place == start + 1 { lexemes.close(ids[start], ids[place]) }
      readings = next
      place += 1
      note(readings, place, record, &best)
    }
    return best
  }

  /// Whether the word is one that phrases are written without: ます, and ある before ません.
  private func passesOver(_ place: Int, _ limit: Int, _ words: borrowing SentenceWords) -> Bool {
    switch words.role(place) {
    case .polite: return place + 1 < limit && words.role(place + 1) == .negation
    case .existence:
      return place + 2 < limit && words.role(place + 1) == .polite && words.role(place + 2) == .negation
    default: return false
    }
  }

  /// Keeps the reading that ends a phrase here; a longer one takes the place of a shorter one.
  @inline(__always)
  private func note(
    _ readings: Readings, _ place: Int, _ record: SentimentLexemes.Record, _ best: inout (end: Int, node: UInt32)?
  ) {
    // A base form ends no phrase where the word goes on as a condition: なければ is no ない.
    if record.role == .negation && record.form == .conditional { return }
    for index in 0..<readings.count where isPhrase(readings[index]) {
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
