import ArticleSource
import Morphology
import Normalization
import TextCore

/// Reads the figures of readability off the morphemes of an article; it keeps its scratch for the next one.
struct ReadabilityReader {
  private var roles = ReadabilityRoles()
  private var repeats = ParticleRepeats()
  /// The length of each sentence of running text, and which sentence it is.
  private var lengths: [UInt32] = []
  private var measured: [Int] = []

  /// The sentences that are listed as the longest.
  private static let longestCount = 3
  /// A style is the body's from this share of its sentences on: two of three.
  private static let bodyShare = (part: 2, whole: 3)

  /// The figures of the article that was segmented into `table`.
  /// - Complexity: O(*n*) in bytes, and O(*s* log *s*) in sentences.
  mutating func read(
    _ article: ArticleDraft, _ sentences: [ByteRange<NormalizedSpace>], _ scripts: ScriptCounts,
    _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable
  ) -> ArticleReadability {
    roles.update(lexemes)
    repeats.removeAll()
    lengths.removeAll(keepingCapacity: true)
    measured.removeAll(keepingCapacity: true)
    var readability = ArticleReadability()
    var plain: [Int] = []
    var polite: [Int] = []
    let blocks = article.prose.blocks
    var block = 0
    for sentence in sentences.indices where sentence < table.sentenceCount {
      let range = article.normalized.map.sourceRange(of: sentences[sentence])
      while block + 1 < blocks.count, blocks[block].range.upperBound <= range.lowerBound { block += 1 }
      guard block < blocks.count, Self.isRunning(blocks[block].kind) else { continue }
      let morphemes = table.morphemes(ofSentence: sentence)
      let style = SentenceStyleReader.style(of: morphemes, table, roles.endings)
      if blocks[block].kind == .listItem, style == nil { continue }
      lengths.append(Self.characters(article.prose.bytes, range))
      measured.append(sentence)
      repeats.look(at: morphemes, table, roles.clauses, in: article.normalized.bytes.span)
      // A quotation is in the style of whoever is quoted.
      guard blocks[block].kind != .quote else { continue }
      switch style {
      case .polite: polite.append(sentence)
      case .plain: plain.append(sentence)
      case .nominal: readability.style.nominal += 1
      case nil: break
      }
    }
    readability.sentences = measured.count
    readability.kanjiShare = Self.kanjiShare(scripts)
    readability.origins = origins(table, lexemes)
    var places = ReadabilityPlaces(article: article)
    readability.style.judge(polite: polite.count, plain: plain.count, part: Self.bodyShare)
    let exceptions =
      readability.style.body == .polite ? plain : readability.style.body == .plain ? polite : []
    readability.style.exceptions = exceptions.map { places.place(of: sentences[$0]) }
    readability.repeatedParticles = repeats.found.sorted { left, right in
      left.morphemes.lowerBound < right.morphemes.lowerBound
        || left.morphemes.lowerBound == right.morphemes.lowerBound && left.particle < right.particle
    }.map { found in
      RepeatedParticle(
        particle: lexemes.surface(of: table.lexemes[found.particle]), count: found.count,
        place: places.place(of: table.range(of: found.morphemes)))
    }
    measure(&readability, sentences, &places)
    return readability
  }

  /// The figures of length, and the longest sentences.
  private func measure(
    _ readability: inout ArticleReadability, _ sentences: [ByteRange<NormalizedSpace>],
    _ places: inout ReadabilityPlaces
  ) {
    guard !lengths.isEmpty else { return }
    let ordered = lengths.sorted()
    let middle = ordered.count / 2
    let median =
      ordered.count % 2 == 1 ? Double(ordered[middle]) : Double(ordered[middle - 1] + ordered[middle]) / 2
    let total = lengths.reduce(0) { $0 + Int($1) }
    let longest = Int(ordered[ordered.count - 1])
    readability.length = SentenceLength(
      mean: Double(total) / Double(lengths.count), median: median, longest: longest)
    // Among equals the first: places are taken in the order of the text, and sorting keeps no order by itself.
    let least = ordered[max(0, ordered.count - Self.longestCount)]
    var chosen = lengths.indices.filter { lengths[$0] >= least }
    chosen.sort { lengths[$0] != lengths[$1] ? lengths[$0] > lengths[$1] : $0 < $1 }
    readability.longest = chosen.prefix(Self.longestCount).map { index in
      LongSentence(characters: Int(lengths[index]), place: places.place(of: sentences[measured[index]]))
    }
  }

  private static func isRunning(_ kind: ProseBlock.Kind) -> Bool {
    switch kind {
    case .paragraph, .quote, .listItem: true
    case .heading, .tableCell, .caption: false
    }
  }

  /// The Unicode scalars of a range without white space.
  private static func characters(_ prose: [UInt8], _ range: ByteRange<ProseSpace>) -> UInt32 {
    prose.withUnsafeBufferPointer { prose in
      // Without branches, so that many bytes are looked at at once.
      var count: UInt32 = 0
      for index in range.offsets {
        count &+= (prose[index] & 0xC0 == 0x80 ? 0 : 1) & (prose[index] > 0x20 ? 1 : 0)
      }
      // U+3000, the ideographic space, is E3 80 80.
      for index in range.lowerBound..<max(range.upperBound - 2, range.lowerBound) {
        let difference = prose[index] ^ 0xE3 | prose[index + 1] ^ 0x80 | prose[index + 2] ^ 0x80
        count &-= difference == 0 ? 1 : 0
      }
      return count
    }
  }

  private static func kanjiShare(_ scripts: ScriptCounts) -> Double {
    let all = scripts.han + scripts.hiragana + scripts.katakana + scripts.latin + scripts.digits + scripts.other
    return all == 0 ? 0 : Double(scripts.han) / Double(all)
  }

  private func origins(_ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable) -> WordOrigins? {
    guard lexemes.tellsOrigins else { return nil }
    var origins = WordOrigins()
    for lexeme in table.lexemes where roles.origins[Int(lexeme)] != ReadabilityRoles.unknownOrigin {
      origins.counts[Int(roles.origins[Int(lexeme)])] += 1
      origins.words += 1
    }
    return origins.words == 0 ? nil : origins
  }
}

extension SentenceStyle {
  /// Sets the counts and what they say of the body, whose style has at least `part` of `whole` sentences.
  fileprivate mutating func judge(polite: Int, plain: Int, part: (part: Int, whole: Int)) {
    self.polite = polite
    self.plain = plain
    let all = polite + plain
    guard all > 0 else { return }
    body = polite * part.whole >= all * part.part ? .polite : plain * part.whole >= all * part.part ? .plain : .mixed
  }
}

/// Finds the places of the figures in the file, the quicker the more they are asked for in ascending order.
private struct ReadabilityPlaces {
  private let article: ArticleDraft
  private var columns: ColumnCounter

  init(article: ArticleDraft) {
    self.article = article
    columns = ColumnCounter(lines: article.lines)
  }

  mutating func place(of range: ByteRange<NormalizedSpace>) -> ReadabilityPlace {
    let inProse = article.normalized.map.sourceRange(of: range)
    let inFile = article.prose.map.sourceRange(of: inProse)
    // A span of `article` would hold all of `self`; the array is not copied, only retained.
    let source = article.source.bytes
    return ReadabilityPlace(
      text: article.prose.bytes.span.string(inProse.offsets), range: article.units(of: inFile),
      position: columns.position(ofByte: inFile.lowerBound, in: source.span))
  }
}
