internal import Morphology
internal import TextCore

/// What the table of relations says of each lexeme, looked up once.
struct RelationWords {
  /// What is known of a lexeme.
  struct Entry {
    var roles: WordRoles = []
    /// The particle that it is.
    var mark = CaseMark.none
    /// Whether a particle makes an attribute of what it marks: による.
    var isAdnominal = false
    /// Whether a trigger begins with it or is it.
    var beginsTrigger = false
    /// Whether a longer word of the table begins with it, or it is a trigger.
    var beginsWord = false
    /// The trigger that it is as a verb; -1 for none.
    var verb: Int16 = -1
    /// The trigger that it is as a noun; -1 for none.
    var noun: Int16 = -1
    /// Whether a longer word of the table begins with it.
    var goesOn = false
  }

  /// What of a lexeme tells whether its sentence is to be read.
  struct Mark: OptionSet {
    let rawValue: UInt8
    static let beginsTrigger = Mark(rawValue: 1)
    static let pointsBack = Mark(rawValue: 2)
  }

  private(set) var entries: [Entry] = []
  /// The marks of all lexemes, side by side for the one look at every morpheme.
  private(set) var marks: [Mark] = []
  private var generation = -1

  /// Reads the lexemes that came in since the last call.
  mutating func update(_ lexemes: borrowing LexemeTable, _ lexicon: RelationLexicon) {
    if lexemes.generation != generation {
      entries.removeAll(keepingCapacity: true)
      marks.removeAll(keepingCapacity: true)
      generation = lexemes.generation
    }
    while entries.count < lexemes.count {
      let entry = Self.entry(of: entries.count, in: lexemes, lexicon)
      entries.append(entry)
      marks.append(
        entry.beginsTrigger ? .beginsTrigger : entry.roles.isDisjoint(with: [.pronouns, .this]) ? [] : .pointsBack)
    }
  }

  private static func entry(of lexeme: Int, in lexemes: borrowing LexemeTable, _ lexicon: RelationLexicon) -> Entry {
    let vocabulary = lexemes.vocabulary
    let surface = vocabulary.pool.span.extracting(vocabulary.range(of: lexemes.surfaces[lexeme]))
    let base = vocabulary.pool.span.extracting(vocabulary.range(of: lexemes.baseForms[lexeme]))
    var entry = Entry()
    let part = lexemes.partsOfSpeech[lexeme]
    entry.roles = lexicon.roles(of: surface).union(lexicon.roles(of: base))
    switch part {
    case .verb, .dependentVerb:
      entry.verb = Int16(clamping: lexicon.trigger(of: base))
      entry.beginsTrigger = entry.verb >= 0
    case .caseParticle, .bindingParticle, .adverbialParticle, .adnominalParticle, .otherParticle, .conjunctiveParticle:
      (entry.mark, entry.isAdnominal) = mark(String(decoding: surface))
    case .auxiliary, .verbSuffix, .adjective, .dependentAdjective, .adverb, .adnominal, .conjunction, .finalParticle,
      .fullStop, .comma, .openBracket, .closeBracket, .symbol:
      break
    default:
      let beginning = lexicon.beginning(surface)
      entry.noun = Int16(clamping: lexicon.trigger(of: surface))
      entry.goesOn = beginning != nil
      entry.beginsTrigger = entry.noun >= 0 || beginning == true
      entry.beginsWord = entry.beginsTrigger || beginning != nil
    }
    return entry
  }

  private static func mark(_ particle: String) -> (CaseMark, isAdnominal: Bool) {
    switch particle {
    case "が": (.subject, false)
    case "は": (.topic, false)
    case "も": (.also, false)
    case "を": (.object, false)
    case "に", "へ", "に対して", "に対し", "にたいして", "に向けて", "に向け": (.dative, false)
    case "に対する", "にたいする", "に向けた": (.dative, true)
    case "と", "とも", "とともに", "と共に": (.with, false)
    case "を通じて", "を通じ", "を通して": (.through, false)
    case "から": (.from, false)
    case "で", "にて": (.at, false)
    case "の": (.of, true)
    case "や", "とか", "やら": (.list, false)
    case "によって", "により": (.by, false)
    case "による": (.by, true)
    case "といった": (.such, true)
    case "という", "っていう": (.named, true)
    case "て", "ば", "ながら", "つつ", "し", "ので", "けど", "けれど", "けれども", "のに": (.none, false)
    default: (.other, false)
    }
  }
}

extension String {
  fileprivate init(decoding bytes: Span<UInt8>) { self = bytes.string(0..<bytes.count) }
}
