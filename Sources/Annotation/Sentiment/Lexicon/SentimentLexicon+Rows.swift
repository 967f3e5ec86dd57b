import TextCore

extension SentimentLexicon {
  /// A lexicon of rows of phrase, kind, strength, conditions, emotions, parted by tabs; the last three may be left out.
  /// Of rows for one phrase the first counts whose condition holds, and one without condition comes last.
  ///
  /// Rows of another form are passed over; `SentimentRows.faults` tells them.
  package convenience init(_ table: [UInt8]) {
    var builder = SentimentLexiconBuilder()
    var rows = SentimentRows(table)
    while let row = rows.next() { builder.add(row, table) }
    self.init(builder)
  }

  private convenience init(_ builder: consuming SentimentLexiconBuilder) {
    let lists = builder.layOut()
    self.init(
      trie: builder.trie.trie(), entries: builder.entries, lists: lists.lists, listed: lists.listed,
      conditions: builder.conditions)
  }
}

/// Collects the rows of the sentiment lexicon.
private struct SentimentLexiconBuilder {
  private(set) var trie = CueTrieBuilder()
  private(set) var entries: [SentimentLexicon.Entry] = []
  private(set) var conditions: [SentimentLexicon.Condition] = []
  private var entryNumbers: [SentimentLexicon.Entry: Int] = [:]
  private var conditionNumbers: [SentimentLexicon.Condition: Int] = [:]
  /// For each node that a phrase or a head ends at, its rows and its number among heads.
  private var phrases: [Int: Phrase] = [:]
  private var headCount: UInt16 = 0

  /// What ends at a node.
  private struct Phrase: Hashable {
    var rows: [UInt16] = []
    var head: UInt16 = 0
  }

  mutating func add(_ row: SentimentRow, _ table: [UInt8]) {
    let condition = row.condition.map { number(of: $0) } ?? -1
    let phrase = table.span.extracting(row.phrase)
    let entry = SentimentLexicon.Entry(
      kind: row.kind, strength: row.strength, emotions: row.emotions,
      isFault: row.kind == .badThing && !Self.isQuantity(phrase), condition: condition)
    link(entry, to: trie.insert(phrase))
    if let polite = Self.politeForm(of: phrase) { link(entry, to: trie.insert(polite.span)) }
    if Self.hasShortForm(phrase) { link(entry, to: trie.insert(phrase.extracting(0..<6))) }
  }

  /// The lists of rows, each once, set at the nodes of their phrases.
  mutating func layOut() -> (lists: [SentimentLexicon.List], listed: [UInt16]) {
    var lists: [SentimentLexicon.List] = []
    var listed: [UInt16] = []
    var numbers: [Phrase: Int] = [:]
    for (node, phrase) in phrases.sorted(by: { $0.key < $1.key }) {
      if numbers[phrase] == nil {
        numbers[phrase] = lists.count
        lists.append(.init(start: UInt32(listed.count), count: UInt16(phrase.rows.count), head: phrase.head))
        listed += phrase.rows
      }
      if let number = numbers[phrase] { trie.setList(number, at: node) }
    }
    return (lists, listed)
  }

  private mutating func number(of condition: CueCondition) -> Int {
    let condition = SentimentLexicon.Condition(
      heads: condition.heads.map { head($0) }, excludedHeads: condition.excludedHeads.map { head($0) },
      wordClass: condition.wordClass)
    if let known = conditionNumbers[condition] { return known }
    conditionNumbers[condition] = conditions.count
    conditions.append(condition)
    return conditions.count - 1
  }

  /// The number of a head, from 1.
  private mutating func head(_ word: [UInt8]) -> UInt16 {
    let node = trie.insert(word.span)
    if let known = phrases[node]?.head, known > 0 { return known }
    headCount += 1
    phrases[node, default: Phrase()].head = headCount
    return headCount
  }

  private mutating func link(_ entry: SentimentLexicon.Entry, to node: Int) {
    let rows = phrases[node]?.rows ?? []
    // What the grammar says enough of no other table judges.
    if let first = rows.first, entries[Int(first)].kind == .role { return }
    let end = rows.firstIndex { entries[Int($0)].condition < 0 } ?? rows.count
    // Rows with a condition go before the one without; the first of those is the one that counts.
    if entry.condition < 0, end < rows.count { return }
    let number = entryNumbers[entry] ?? entries.count
    if number == entries.count {
      entryNumbers[entry] = number
      entries.append(entry)
    }
    phrases[node, default: Phrase()].rows.insert(UInt16(number), at: end)
  }

  /// The phrase as its polite negative is followed: 見当たらない is written 見当たりません, whose ます is passed over
  /// and whose ん is followed as ない.
  private static func politeForm(of phrase: Span<UInt8>) -> [UInt8]? {
    let ending = phrase.count - PhraseStates.negation.count
    guard ending >= 3, endsWith(phrase, PhraseStates.negation) else { return nil }
    let last = UTF8Scan.scalar(at: ending - 3, in: phrase).value
    guard let row = negatedStems.firstIndex(of: last) else { return nil }
    return (0..<ending - 3).map { phrase[$0] } + politeStems[row] + PhraseStates.negation
  }

  /// The last characters of verbs before ない, and before ません.
  private static let negatedStems = "かがさたなばまらわ".unicodeScalars.map(\.value)
  private static let politeStems = "きぎしちにびみりい".map { Array(String($0).utf8) }
  private static let verbEnding = Array("する".utf8)

  /// Whether dictionaries have a base form besides: 脱す for 脱する.
  private static func hasShortForm(_ phrase: Span<UInt8>) -> Bool {
    // One kanji and the ending.
    phrase.count == 9 && phrase[0] >= 0xE4 && endsWith(phrase, verbEnding)
  }

  private static func endsWith(_ phrase: Span<UInt8>, _ ending: [UInt8]) -> Bool {
    guard phrase.count >= ending.count else { return false }
    for index in ending.indices where phrase[phrase.count - ending.count + index] != ending[index] { return false }
    return true
  }

  /// Last characters of measures, and words that are measures.
  private static let measures = Set("費代料率数件量額間税金値段格価圧重庫力幅度脂糖分熱高動音".unicodeScalars.map(\.value))
  private static let measureWords = [
    "コスト", "ローン", "手間", "紫外線", "湿気", "揺れ", "規制", "制約", "制限", "カロリー", "宿題", "におい", "ニオイ",
  ].map { Array($0.utf8) }

  /// Whether a thing is a price, a count, a time or another measure, by the end of its name.
  private static func isQuantity(_ phrase: Span<UInt8>) -> Bool {
    guard let last = UTF8Scan.scalar(before: phrase.count, in: phrase) else { return false }
    return measures.contains(last.value) || measureWords.contains { endsWith(phrase, $0) }
  }
}
