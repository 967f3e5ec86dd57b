internal import Morphology

extension PhraseReader {
  /// Reads the particles behind a noun into `phrase`; returns the index after them.
  func readParticles(_ tokens: [RelationToken], _ index: Int, into phrase: inout RelationPhrase) -> Int {
    var place = Self.skipClosing(tokens, index)
    while place < tokens.count {
      let token = tokens[place]
      guard token.part.isParticle, token.part != .conjunctiveParticle || token.word.mark == .with,
        token.part != .finalParticle
      else { break }
      if token.roles.contains(.question) {
        phrase.form.isUnreal = true
        break
      }
      take(token.word, into: &phrase)
      place += 1
    }
    // のような
    if phrase.mark == .of, place + 1 < tokens.count, tokens[place].roles.contains(.likeness),
      tokens[place + 1].roles.contains(.copula)
    {
      phrase.mark = .like
      phrase.isAdnominal = true
      place += 2
    }
    place = readSaying(tokens, place, into: &phrase)
    if place < tokens.count, tokens[place].part == .comma {
      phrase.hasComma = true
      place += 1
    }
    phrase.tokens = phrase.tokens.lowerBound..<place
    return place
  }

  private func take(_ word: RelationWords.Entry, into phrase: inout RelationPhrase) {
    switch word.mark {
    case .of where phrase.mark != .none: phrase.isAdnominal = true
    case .topic where phrase.mark != .none, .also where phrase.mark != .none: phrase.isTopical = true
    case .none: break
    case .other where phrase.mark != .none: break
    // など, だけ: the particle that counts comes next.
    case .other: if !word.roles.contains(.companion) { phrase.mark = .other }
    default:
      phrase.mark = word.mark
      phrase.isAdnominal = word.isAdnominal
    }
  }

  /// Reads という and といった where a dictionary takes them apart.
  private func readSaying(_ tokens: [RelationToken], _ index: Int, into phrase: inout RelationPhrase) -> Int {
    guard phrase.mark == .with, index < tokens.count, tokens[index].roles.contains(.saying) else { return index }
    if tokens[index].form == .continuative, index + 1 < tokens.count, tokens[index + 1].roles.contains(.past) {
      phrase.mark = .such
      phrase.isAdnominal = true
      return index + 2
    }
    guard index + 1 < tokens.count, tokens[index + 1].isNominal else { return index }
    phrase.mark = .named
    phrase.isAdnominal = true
    return index + 1
  }

  /// The index behind brackets that close here, and behind what stands in round ones.
  static func skipClosing(_ tokens: [RelationToken], _ index: Int) -> Int {
    var place = index
    while place < tokens.count {
      if tokens[place].sign == .open {
        place = skipBrackets(tokens, place)
      } else if tokens[place].part == .closeBracket {
        place += 1
      } else {
        break
      }
    }
    return place
  }
}
