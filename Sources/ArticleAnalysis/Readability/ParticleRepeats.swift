import Morphology

/// Finds particles that stand twice in one clause, and chains of の.
///
/// The idea is that of textlint's rule `no-doubled-joshi`; what is listed is less. が, は and を are counted: most of what
/// repeats に and で makes adverbs (2025年に本格的に, 工場で自動で) and reads well. A clause ends at a predicate, a comma, a
/// bracket or a conjunction: in 雨が降る日が続く each が has its own predicate, so nothing is repeated; in 象が鼻が長い it is.
/// は behind another particle (では, には) is not compared, and データを基に判断を is in order: a noun with に behind を is a
/// predicate without its して.
struct ParticleRepeats {
  /// The の of a chain from which on it is listed: four nouns in a row. Three nouns (日本の企業の利益) are usual.
  static let chainLength = 3

  /// What was found, as places of morphemes.
  struct Repeat: Equatable {
    var count: Int
    /// A morpheme that is the particle.
    let particle: Int
    var morphemes: Range<Int>
  }

  private(set) var found: [Repeat] = []
  /// For each counted particle where its phrase began in this clause and how often it stood; the count is 0 where it did
  /// not. In `repeats` the place in `found` where it is listed.
  private var starts = [Int](repeating: 0, count: kinds)
  private var counts = [Int](repeating: 0, count: kinds)
  private var repeats = [Int](repeating: 0, count: kinds)
  private var isClean = true

  private static let kinds = ReadabilityRoles.Clause.countedKinds

  /// Looks through the morphemes of one sentence.
  mutating func look(
    at morphemes: Range<Int>, _ table: borrowing MorphemeTable, _ roles: [ReadabilityRoles.Clause], in text: Span<UInt8>
  ) {
    beginClause()
    var phraseStart = morphemes.lowerBound
    var previous = ReadabilityRoles.Clause.boundary
    var chainStart = 0
    var chain = 0
    var lastGenitive = 0
    for morpheme in morphemes {
      let role = roles[Int(table.lexemes[morpheme])]
      if role == .nominal {
        if previous != .nominal {
          phraseStart = morpheme
        } else if Self.isParted(morpheme, from: morphemes.lowerBound, table, text) {
          if chain >= Self.chainLength { endChain(chain, lastGenitive, chainStart..<morpheme) }
          chain = 0
          phraseStart = morpheme
          beginClause()
        }
      } else if role == .genitive, previous == .nominal {
        if chain == 0 { chainStart = phraseStart }
        chain += 1
        lastGenitive = morpheme
      } else {
        if chain >= Self.chainLength { endChain(chain, lastGenitive, chainStart..<morpheme) }
        chain = 0
        if role == .boundary {
          beginClause()
        } else if role == .ni {
          counts[Self.wo] = 0
        } else if let kind = role.counted, previous == .nominal {
          count(kind, morpheme, from: phraseStart)
        }
      }
      previous = role
    }
    if chain >= Self.chainLength { endChain(chain, lastGenitive, chainStart..<morphemes.upperBound) }
  }

  /// Forgets what was found, and keeps the memory.
  mutating func removeAll() { found.removeAll(keepingCapacity: true) }

  /// The place of を in the list of counted particles.
  private static let wo = Int(ReadabilityRoles.Clause.wo.rawValue - ReadabilityRoles.Clause.ga.rawValue)

  /// Whether white space parts a noun from the Japanese one before it, as a label is parted from what it labels.
  private static func isParted(
    _ morpheme: Int, from first: Int, _ table: borrowing MorphemeTable, _ text: Span<UInt8>
  ) -> Bool {
    guard morpheme > first, table.ends[morpheme - 1] < table.starts[morpheme] else { return false }
    return text[Int(table.ends[morpheme - 1]) - 1] >= 0x80 && text[Int(table.starts[morpheme])] >= 0x80
  }

  private mutating func beginClause() {
    guard !isClean else { return }
    for kind in 0..<Self.kinds { counts[kind] = 0 }
    isClean = true
  }

  private mutating func count(_ kind: Int, _ morpheme: Int, from phraseStart: Int) {
    isClean = false
    counts[kind] += 1
    switch counts[kind] {
    case 1: starts[kind] = phraseStart
    case 2:
      repeats[kind] = found.count
      found.append(Repeat(count: 2, particle: morpheme, morphemes: starts[kind]..<morpheme + 1))
    default:
      let start = found[repeats[kind]].morphemes.lowerBound
      found[repeats[kind]] = Repeat(count: counts[kind], particle: morpheme, morphemes: start..<morpheme + 1)
    }
  }

  private mutating func endChain(_ count: Int, _ particle: Int, _ morphemes: Range<Int>) {
    found.append(Repeat(count: count, particle: particle, morphemes: morphemes))
  }
}
