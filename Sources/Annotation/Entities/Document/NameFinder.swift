import Morphology
import TextCore

/// Makes one decision for each name of an article: what it names, and whether it is a name at all.
///
/// A name that the tagger found in one sentence and missed in the next is the same name; a word that it took for a
/// name once in many places is none. After the consistency within documents of Finkel, Grenager and Manning (2005),
/// "Incorporating non-local information into information extraction systems", as rules.
struct NameFinder: ~Copyable {
  /// A name as a row of surfaces, and what was found of it.
  private struct Candidate {
    let surfaces: [UInt32]
    /// The candidate before that begins with the same surface, index + 1; 0 for none.
    let previous: Int32
    /// The mentions of each class, a lane for each.
    var votes = SIMD16<Int32>.zero
    var tagged = 0
    var untagged: [(morphemes: Range<Int>, sentence: Int)] = []
  }

  private var candidates: [Candidate] = []
  /// The candidate of each mention.
  private var candidateOf: [Int] = []
  /// For each surface the newest candidate that begins with it, index + 1; 0 for none.
  private var newest = ScratchColumn<Int32>(repeating: 0, count: 0)

  /// For one mention, so many places that were left unmarked make the word an ordinary one.
  private static let ordinaryRatio = 3

  /// Adds the places that were missed, drops what is no name, and gives each name one class.
  mutating func complete(
    _ mentions: inout [NameMention], _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable,
    _ text: Span<UInt8>, _ gazetteer: Gazetteer
  ) {
    newest.extend(to: lexemes.vocabulary.count, with: 0)
    collect(mentions, table, lexemes)
    findUntagged(mentions, table, lexemes)
    // Cleared by what was set: the article is small against the vocabulary.
    for candidate in candidates { newest[Int(candidate.surfaces[0])] = 0 }
    var classes: [NameClass?] = []
    for candidate in candidates {
      let entry = gazetteer.entry(named: candidate.surfaces, lexemes)
      classes.append(decide(candidate, entry, gazetteer))
    }
    var kept: [NameMention] = []
    for (index, mention) in mentions.enumerated() {
      guard let name = classes[candidateOf[index]] else { continue }
      var mention = mention
      mention.name = name
      kept.append(mention)
    }
    for (index, candidate) in candidates.enumerated() {
      guard let name = classes[index], isTelling(candidate.surfaces, lexemes) else { continue }
      for place in candidate.untagged {
        kept.append(
          NameMention(
            range: table.range(of: place.morphemes), morphemes: place.morphemes, sentence: place.sentence, name: name))
      }
    }
    kept.sort { $0.morphemes.lowerBound < $1.morphemes.lowerBound }
    findSurnames(&kept, table, lexemes)
    kept.sort { $0.morphemes.lowerBound < $1.morphemes.lowerBound }
    mentions = Self.withoutOverlaps(kept)
  }

  /// The surface of a morpheme.
  @inline(__always)
  private static func surface(
    _ index: Int, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable
  ) -> UInt32 {
    lexemes.surfaces[Int(table.lexemes[index])]
  }

  private mutating func collect(
    _ mentions: [NameMention], _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable
  ) {
    candidates.removeAll(keepingCapacity: true)
    candidateOf.removeAll(keepingCapacity: true)
    for mention in mentions {
      let index = candidate(of: mention.morphemes, table, lexemes)
      candidates[index].votes[Int(mention.name.rawValue)] += 1
      candidates[index].tagged += 1
      candidateOf.append(index)
    }
  }

  /// The candidate with the surfaces of some morphemes, a new one where there is none.
  private mutating func candidate(
    of morphemes: Range<Int>, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable
  ) -> Int {
    let first = Int(Self.surface(morphemes.lowerBound, table, lexemes))
    var next = newest[first]
    while next > 0 {
      let number = Int(next) - 1
      let count = candidates[number].surfaces.count
      if count == morphemes.count, stands(number, at: morphemes.lowerBound, table, lexemes) { return number }
      next = candidates[number].previous
    }
    var surfaces: [UInt32] = []
    surfaces.reserveCapacity(morphemes.count)
    for index in morphemes { surfaces.append(Self.surface(index, table, lexemes)) }
    candidates.append(Candidate(surfaces: surfaces, previous: newest[first]))
    newest[first] = Int32(candidates.count)
    return candidates.count - 1
  }

  /// Whether a candidate stands at a morpheme; all that it would cover has to be there.
  private func stands(
    _ candidate: Int, at first: Int, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable
  ) -> Bool {
    for (offset, surface) in candidates[candidate].surfaces.enumerated()
    where Self.surface(first + offset, table, lexemes) != surface {
      return false
    }
    return true
  }

  /// Finds where the names stand without being part of a mention, the longest first.
  private mutating func findUntagged(
    _ mentions: [NameMention], _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable
  ) {
    guard !candidates.isEmpty else { return }
    var next = 0
    for sentence in 0..<table.sentenceCount {
      let morphemes = table.morphemes(ofSentence: sentence)
      var index = morphemes.lowerBound
      while index < morphemes.upperBound {
        index = firstStart(from: index, before: morphemes.upperBound, table, lexemes)
        guard index < morphemes.upperBound else { break }
        let first = newest[Int(Self.surface(index, table, lexemes))]
        while next < mentions.count, mentions[next].morphemes.upperBound <= index { next += 1 }
        if next < mentions.count, mentions[next].morphemes.contains(index) {
          index = mentions[next].morphemes.upperBound
          continue
        }
        var end = morphemes.upperBound
        if next < mentions.count { end = min(end, mentions[next].morphemes.lowerBound) }
        guard let name = longest(first, at: index, before: end, table, lexemes) else {
          index += 1
          continue
        }
        let span = index..<index + candidates[name].surfaces.count
        candidates[name].untagged.append((span, sentence))
        index = span.upperBound
      }
    }
  }

  /// The first morpheme from `start` on that a name of the article may begin with: most begin none.
  @inline(__always)
  private func firstStart(
    from start: Int, before end: Int, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable
  ) -> Int {
    table.lexemes.withUnsafeBufferPointer { ids in
      lexemes.surfaces.withUnsafeBufferPointer { surfaces in
        var index = start
        while index < end, newest[Int(surfaces[Int(ids[index])])] == 0 { index += 1 }
        return index
      }
    }
  }

  /// The longest of the candidates from `newest` on that stands at a place.
  private func longest(
    _ newest: Int32, at index: Int, before end: Int, _ table: borrowing MorphemeTable,
    _ lexemes: borrowing LexemeTable
  ) -> Int? {
    var next = newest
    var best: (name: Int, count: Int)?
    while next > 0 {
      let name = Int(next) - 1
      next = candidates[name].previous
      let count = candidates[name].surfaces.count
      guard index + count <= end, count > best?.count ?? 0, stands(name, at: index, table, lexemes) else { continue }
      best = (name, count)
    }
    return best?.name
  }

  /// The class of most mentions, the gazetteer's where it knows only one and the tagger is of two minds; `nil` where
  /// the word is an ordinary one.
  private func decide(_ candidate: Candidate, _ entry: Int32, _ gazetteer: Gazetteer) -> NameClass? {
    var known: NameClass?
    if entry >= 0, gazetteer.entries[Int(entry)].next < 0, !gazetteer.entries[Int(entry)].isAmbiguous {
      known = gazetteer.entries[Int(entry)].name
    }
    if known == nil, candidate.untagged.count > Self.ordinaryRatio * candidate.tagged { return nil }
    var votes = candidate.votes &* 2
    if let known { votes[Int(known.rawValue)] += 1 }
    var best = 0
    for index in 1..<NameLabel.classes where votes[index] > votes[best] { best = index }
    return NameClass(rawValue: UInt8(best))
  }

  /// Finds the surnames of persons whose full names the article holds, where a title follows: 孫正義 makes 孫 of 孫氏 a
  /// person.
  private mutating func findSurnames(
    _ mentions: inout [NameMention], _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable
  ) {
    // `newest` holds nothing now; a 1 in it says that a surface is such a surname.
    var surnames: [Int] = []
    for mention in mentions where mention.name == .person && mention.morphemes.count >= 2 {
      surnames.append(Int(Self.surface(mention.morphemes.lowerBound, table, lexemes)))
    }
    guard !surnames.isEmpty else { return }
    for surname in surnames { newest[surname] = 1 }
    let taken = mentions.map(\.morphemes)
    var next = 0
    for sentence in 0..<table.sentenceCount {
      for index in table.morphemes(ofSentence: sentence).dropLast()
      where newest[Int(Self.surface(index, table, lexemes))] == 1 {
        while next < taken.count, taken[next].upperBound <= index { next += 1 }
        let isTaken = next < taken.count && taken[next].contains(index)
        guard !isTaken, lexemes.partsOfSpeech[Int(table.lexemes[index + 1])] == .nameSuffix else { continue }
        mentions.append(
          NameMention(
            range: table.range(of: index), morphemes: index..<index + 1, sentence: sentence, name: .person))
      }
    }
    for surname in surnames { newest[surname] = 0 }
  }

  /// Whether a name can be found again by its lexemes alone: a single kanji or two letters stand in too many words.
  private func isTelling(_ name: [UInt32], _ lexemes: borrowing LexemeTable) -> Bool {
    guard name.count == 1 else { return true }
    let range = lexemes.vocabulary.range(of: name[0])
    return range.count >= (lexemes.vocabulary.pool[range.lowerBound] < 0x80 ? 3 : 6)
  }

  private static func withoutOverlaps(_ mentions: [NameMention]) -> [NameMention] {
    var kept: [NameMention] = []
    for mention in mentions {
      if let last = kept.last, last.morphemes.upperBound > mention.morphemes.lowerBound { continue }
      kept.append(mention)
    }
    return kept
  }
}
