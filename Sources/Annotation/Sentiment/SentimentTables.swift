import LexicalResources
import TextCore

/// Lexicon and model of sentiment, compiled: `dictionaries/sentiment/compiled.bin`.
///
/// `kiji-train sentiment-tables` compiles it from the tables beside it, which are text, so that a change can be read. It
/// is laid out as the columns are in memory: a start costs a copy, not the reading of 36,000 rows.
package struct SentimentTables: Sendable {
  /// Raised whenever the layout changes, or what is in it.
  private static let version: UInt64 = 2
  private static let magic: UInt64 = 0x4D49_5453_494A_494B  // KIJISTIM

  package let lexicon: SentimentLexicon
  package let model: SentimentModel

  /// Tables of a lexicon and a model.
  package init(lexicon: SentimentLexicon, model: SentimentModel) {
    self.lexicon = lexicon
    self.model = model
  }

  /// The tables that the package carries.
  package init() throws(SentimentModelError) {
    self = try LexicalResource.sentimentTables.withBytes { bytes throws(SentimentModelError) in
      try SentimentTables(compiled: UnsafeRawBufferPointer(bytes))
    }
  }

  /// Reads compiled tables. That the parts fit one another is taken on trust, as with all dictionaries.
  package init(compiled bytes: UnsafeRawBufferPointer) throws(SentimentModelError) {
    var reader = CompiledColumns.Reader(bytes)
    let head: [UInt64] = reader.next()
    guard head.count == 3, head[0] == Self.magic else { throw .notAModel }
    guard head[1] == Self.version, head[2] == UInt64(SentenceFeature.allCases.count) else {
      throw .otherVersion("\(head[1])")
    }
    lexicon = SentimentLexicon(&reader)
    model = SentimentModel(&reader)
    guard !reader.isCut else { throw .truncated(rows: 0) }
  }

  /// The tables, compiled.
  package var compiled: [UInt8] {
    var writer = CompiledColumns.Writer()
    writer.append([Self.magic, Self.version, UInt64(SentenceFeature.allCases.count)])
    lexicon.write(to: &writer)
    model.write(to: &writer)
    return writer.bytes
  }
}

extension SentimentLexicon {
  /// An entry as the compiled table has it.
  private struct EntryRow: BitwiseCopyable {
    var strength: Float
    var emotions: UInt16
    var condition: Int16
    var kind: UInt8
    var isFault: UInt8
    /// Fills the place up, so that no byte is left open.
    var spare: UInt16 = 0
  }

  fileprivate convenience init(_ reader: inout CompiledColumns.Reader) {
    let nodes: [CueTrie.Node] = reader.next()
    let scalars: [UInt32] = reader.next()
    let rows: [EntryRow] = reader.next()
    let lists: [List] = reader.next()
    let listed: [UInt16] = reader.next()
    let conditions: [UInt16] = reader.next()
    let kinds = CueKind.allCases
    self.init(
      trie: CueTrie(nodes: nodes, scalars: scalars),
      entries: rows.map {
        Entry(
          kind: kinds[Int($0.kind)], strength: $0.strength, emotions: EmotionSet(rawValue: $0.emotions),
          isFault: $0.isFault != 0, condition: Int($0.condition))
      }, lists: lists, listed: listed, conditions: Self.conditions(conditions))
  }

  fileprivate func write(to writer: inout CompiledColumns.Writer) {
    writer.append(trie.nodes)
    writer.append(trie.scalars)
    writer.append(
      entries.map { entry in
        EntryRow(
          strength: entry.strength, emotions: entry.emotions.rawValue, condition: Int16(entry.condition),
          kind: UInt8(CueKind.allCases.firstIndex(of: entry.kind) ?? 0), isFault: entry.isFault ? 1 : 0)
      })
    writer.append(lists)
    writer.append(listed)
    writer.append(
      conditions.flatMap { condition in
        let wordClass = condition.wordClass.flatMap { CueCondition.WordClass.allCases.firstIndex(of: $0) } ?? -1
        return [UInt16(wordClass + 1), UInt16(condition.heads.count), UInt16(condition.excludedHeads.count)]
          + condition.heads + condition.excludedHeads
      })
  }

  /// Conditions from their numbers: word class, number of heads, number of excluded heads, both kinds of heads.
  private static func conditions(_ numbers: [UInt16]) -> [Condition] {
    var conditions: [Condition] = []
    var place = 0
    while place + 3 <= numbers.count {
      let (wordClass, heads, excluded) = (Int(numbers[place]), Int(numbers[place + 1]), Int(numbers[place + 2]))
      place += 3
      conditions.append(
        Condition(
          heads: Array(numbers[place..<place + heads]),
          excludedHeads: Array(numbers[place + heads..<place + heads + excluded]),
          wordClass: wordClass > 0 ? CueCondition.WordClass.allCases[wordClass - 1] : nil))
      place += heads + excluded
    }
    return conditions
  }
}

extension SentimentModel {
  fileprivate convenience init(_ reader: inout CompiledColumns.Reader) {
    let features: [DomainWeights] = reader.next()
    let pool: [UInt8] = reader.next()
    let ends: [UInt32] = reader.next()
    let words: [Word] = reader.next()
    let slots: [UInt64] = reader.next()
    let weights: [DomainWeights] = reader.next()
    var vocabulary = Vocabulary()
    var start = 0
    for end in ends {
      _ = vocabulary.intern(pool.span.extracting(start..<Int(end)))
      start = Int(end)
    }
    self.init(
      features: features, vocabulary: vocabulary, words: words, pairs: PairTable(slots: slots, weights: weights))
  }

  fileprivate func write(to writer: inout CompiledColumns.Writer) {
    writer.append(features)
    writer.append(vocabulary.pool)
    writer.append((0..<vocabulary.count).map { UInt32(vocabulary.range(of: UInt32($0)).upperBound) })
    writer.append(words)
    writer.append(pairs.slots)
    writer.append(pairs.weights)
  }
}
