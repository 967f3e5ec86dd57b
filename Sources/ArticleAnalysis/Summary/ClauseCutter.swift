import ArticleSource
import Normalization
import Morphology
import TextCore

/// Finds the clauses of a long sentence that stand as sentences of their own.
///
/// Of `A、B。` the later part stands alone where `A` ends as a clause does and `B` has its own topic before its next comma,
/// or `A` had none to lose; a が is none for a lost は. The earlier part where `A` ends in a predicate before し. An earlier part before が is not taken: it often
/// concedes what the later part turns round.
struct ClauseCutter {
  let cues: CuePhrases

  /// The fewest bytes of a clause: about 20 characters.
  private static let shortest = 60

  /// The clauses in the order of what they lose, the least first, as ranges of the normalized text.
  /// - Complexity: O(*n*) in morphemes.
  func clauses(
    of sentence: SummarySentence, in text: Span<UInt8>, _ table: borrowing MorphemeTable,
    _ lexemes: borrowing LexemeTable
  ) -> [Range<Int>] {
    guard sentence.order < table.sentenceCount else { return [] }
    let morphemes = table.morphemes(ofSentence: sentence.order)
    let whole = sentence.normalized.offsets
    let topics = topicPlaces(morphemes, table, lexemes)
    let subject = topics.first { $0.isSubject }?.start ?? Int.max
    var clauses: [Range<Int>] = []
    var depth = 0
    for index in morphemes where index > morphemes.lowerBound + 1 {
      let part = lexemes.partsOfSpeech[Int(table.lexemes[index])]
      if part == .openBracket { depth += 1 }
      if part == .closeBracket { depth = max(0, depth - 1) }
      guard depth == 0, part == .comma else { continue }
      let start = Int(table.ends[index])
      let next = (index + 1..<morphemes.upperBound).first { lexemes.partsOfSpeech[Int(table.lexemes[$0])] == .comma }
      let reach = next.map { Int(table.starts[$0]) } ?? whole.upperBound
      // A lost は holds for what follows a が, too: 県は…を開き、職員が説明している。
      let needsTopic = topics.contains { !$0.isSubject && $0.start < start }
      let hasOwnTopic = topics.contains { $0.start > start && $0.start < reach && !(needsTopic && $0.isSubject) }
      let losesTopic = needsTopic || subject < start
      if endsClause(index - 1, table, lexemes), hasOwnTopic || !losesTopic, whole.upperBound - start >= Self.shortest,
        !pointsBack(text.extracting(start..<whole.upperBound))
      {
        clauses.append(start..<whole.upperBound)
      }
      let end = Int(table.starts[index - 1])
      if endsSentence(index - 1, table, lexemes), end - whole.lowerBound >= Self.shortest {
        clauses.append(whole.lowerBound..<end)
      }
    }
    return clauses.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
  }

  /// Where a は, が or も outside of brackets marks a topic or, が, a subject.
  private func topicPlaces(
    _ morphemes: Range<Int>, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable
  ) -> [(start: Int, isSubject: Bool)] {
    var places: [(start: Int, isSubject: Bool)] = []
    var depth = 0
    for index in morphemes {
      let lexeme = table.lexemes[index]
      switch lexemes.partsOfSpeech[Int(lexeme)] {
      case .openBracket: depth += 1
      case .closeBracket: depth = max(0, depth - 1)
      case .bindingParticle, .caseParticle:
        let surface = lexemes.surface(of: lexeme)
        if depth == 0, ["は", "が", "も"].contains(surface) {
          places.append((Int(table.starts[index]), surface == "が"))
        }
      default: break
      }
    }
    return places
  }

  /// Whether a clause ends with the morpheme at `index`.
  private func endsClause(_ index: Int, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable) -> Bool {
    let lexeme = Int(table.lexemes[index])
    switch lexemes.partsOfSpeech[lexeme] {
    case .conjunctiveParticle: return true
    case .verb, .dependentVerb, .verbSuffix, .auxiliary, .adjective: return lexemes.forms[lexeme] == .continuative
    case .dependentNoun: return true
    default: return false
    }
  }

  /// Whether what stands before the し at `index` ends as a sentence does.
  private func endsSentence(_ index: Int, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable) -> Bool {
    let particle = table.lexemes[index]
    guard lexemes.partsOfSpeech[Int(particle)] == .conjunctiveParticle, lexemes.surface(of: particle) == "し" else {
      return false
    }
    return lexemes.forms[Int(table.lexemes[index - 1])] == .terminal
  }

  private func pointsBack(_ text: Span<UInt8>) -> Bool {
    cues.head(of: text).length > 0 || cues.cues(of: text).contains(.pointer)
  }
}
