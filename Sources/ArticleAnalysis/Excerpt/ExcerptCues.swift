import LexicalResources
import TextCore

/// What the wording of a sentence says of it as an excerpt.
package struct SentenceCues: OptionSet {
  package let rawValue: UInt16
  /// It greets: こんにちは
  package static let greeting = SentenceCues(rawValue: 1)
  /// It begins with a filler: いやはや
  package static let filler = SentenceCues(rawValue: 2)
  /// It leaves the subject: 余談ですが
  package static let aside = SentenceCues(rawValue: 4)
  /// It points at something outside itself: これは, 次のとおり
  package static let pointer = SentenceCues(rawValue: 8)
  /// It tells what the article is going to say: この記事では
  package static let announcement = SentenceCues(rawValue: 16)
  /// It asks the reader to do something: ご覧ください
  package static let call = SentenceCues(rawValue: 32)
  /// It is a question.
  package static let question = SentenceCues(rawValue: 64)
  /// It fits any article: 目が離せません
  package static let vague = SentenceCues(rawValue: 128)

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  init?(name: Substring) {
    switch name {
    case "greeting": self = .greeting
    case "filler": self = .filler
    case "aside": self = .aside
    case "pointer": self = .pointer
    case "announcement": self = .announcement
    case "call": self = .call
    case "question": self = .question
    case "vague": self = .vague
    default: return nil
    }
  }
}

/// The phrases of `dictionaries/excerpt-cues.tsv`, found in one pass over a sentence.
package struct ExcerptCues: Sendable {
  private struct Phrase: Sendable {
    let bytes: [UInt8]
    let cue: SentenceCues
    let isAtStart: Bool
  }

  /// The phrases in groups that begin with the same scalar.
  private var groups: [[Phrase]] = [[]]
  /// For each scalar of the basic plane the group of the phrases that begin with it; 0 for none.
  private var groupOfScalar = [UInt8](repeating: 0, count: 1 << 16)
  /// Connectives that can be cut from the head of a sentence, longest first, as normalized text writes them.
  private var heads: [[UInt8]] = []

  /// The phrases that the package carries.
  package init() { self.init(rows: LexicalResource.excerptCues.rows) }

  /// Phrases from rows of place, kind, phrase; rows of another form are passed over.
  package init(rows: [[Substring]]) {
    for row in rows where row.count == 3 {
      let bytes = Array(row[2].utf8)
      guard let first = row[2].unicodeScalars.first?.value else { continue }
      if row[0] == "head" {
        heads.append(bytes)
      } else if let cue = SentenceCues(name: row[1]) {
        add(Phrase(bytes: bytes, cue: cue, isAtStart: row[0] == "start"), first)
      }
    }
    heads.sort { $0.count > $1.count }
  }

  /// Adds a phrase; beyond 255 first scalars phrases are passed over.
  private mutating func add(_ phrase: Phrase, _ first: UInt32) {
    guard first < groupOfScalar.count else { return }
    if groupOfScalar[Int(first)] == 0 {
      guard groups.count <= Int(UInt8.max) else { return }
      groupOfScalar[Int(first)] = UInt8(groups.count)
      groups.append([])
    }
    groups[Int(groupOfScalar[Int(first)])].append(phrase)
  }

  /// The cues of a sentence, normalized and without white space around it.
  /// - Complexity: O(*n*) in bytes.
  package func cues(of sentence: Span<UInt8>) -> SentenceCues {
    var cues: SentenceCues = []
    var place = 0
    var start = 0
    while place < sentence.count {
      let (scalar, length) = UTF8Scan.scalar(at: place, in: sentence)
      // An opening bracket does not hide the start: 「これは
      if place == start && (scalar == 0x300C || scalar == 0x28 || scalar == 0x300E) { start = place + length }
      if scalar < groupOfScalar.count, groupOfScalar[Int(scalar)] != 0 {
        for phrase in groups[Int(groupOfScalar[Int(scalar)])]
        where !cues.contains(phrase.cue) && (!phrase.isAtStart || place == start) {
          if matches(phrase.bytes, sentence, place) { cues.insert(phrase.cue) }
        }
      }
      if scalar == 0x3F && place + length == sentence.count { cues.insert(.question) }
      place += length
    }
    return cues
  }

  /// The length in bytes of the connective, with its comma, that `sentence` begins with; 0 where there is none.
  package func headLength(of sentence: Span<UInt8>) -> Int {
    heads.first { matches($0, sentence, 0) }?.count ?? 0
  }

  private func matches(_ phrase: [UInt8], _ sentence: Span<UInt8>, _ place: Int) -> Bool {
    guard sentence.count - place >= phrase.count else { return false }
    for index in phrase.indices where sentence[place + index] != phrase[index] { return false }
    return true
  }
}
