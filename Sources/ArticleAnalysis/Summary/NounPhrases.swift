import Morphology
import TextCore

/// Finds noun phrases in a title or a heading: nouns side by side, and such runs joined by の, と, や or ・.
struct NounPhrases {
  /// A noun phrase.
  struct Phrase {
    /// Its bytes in the normalized text.
    let range: Range<Int>
    /// The morphemes.
    let morphemes: Range<Int>
    /// Whether it has one run of nouns only.
    let isSimple: Bool
  }

  /// The phrases of the morphemes `all`, in order, each as long as it can be.
  static func phrases(
    in all: Range<Int>, _ text: Span<UInt8>, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable
  ) -> [Phrase] {
    var phrases: [Phrase] = []
    var index = all.lowerBound
    while index < all.upperBound {
      guard isNoun(index, table, lexemes) else {
        index += 1
        continue
      }
      let start = index
      var end = index + 1
      var isSimple = true
      index += 1
      while index < all.upperBound {
        if isNoun(index, table, lexemes) {
          guard isBeside(index, text, table) else { break }
          end = index + 1
        } else if joins(index, table, lexemes), index + 1 < all.upperBound, isNoun(index + 1, table, lexemes) {
          isSimple = false
        } else {
          break
        }
        index += 1
      }
      phrases.append(Phrase(range: table.range(of: start..<end).offsets, morphemes: start..<end, isSimple: isSimple))
      index = max(index, end)
    }
    return phrases
  }

  private static func isNoun(_ index: Int, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable) -> Bool {
    let part = lexemes.partsOfSpeech[Int(table.lexemes[index])]
    return part.isContentNoun || part.isProperNoun
      || [.numeral, .counterSuffix, .nounSuffix, .nameSuffix, .placeSuffix, .prefix].contains(part)
  }

  /// Whether nothing, or one space between Latin words, stands before the morpheme.
  private static func isBeside(_ index: Int, _ text: Span<UInt8>, _ table: borrowing MorphemeTable) -> Bool {
    let start = Int(table.starts[index])
    let before = Int(table.ends[index - 1])
    return before == start || before + 1 == start && text[start] < 0x80 && text[before] == 0x20
  }

  private static func joins(_ index: Int, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable) -> Bool {
    let lexeme = table.lexemes[index]
    switch lexemes.partsOfSpeech[Int(lexeme)] {
    case .adnominalParticle: return true
    case .otherParticle, .caseParticle: return ["と", "や"].contains(lexemes.surface(of: lexeme))
    case .symbol: return ["・", "&", "/", "-", ".", ","].contains(lexemes.surface(of: lexeme))
    default: return false
    }
  }
}
