import ArticleSource
import Normalization
import Morphology
import TextCore

/// The word at the head of a sentence that can be cut without a comma behind it, or that calls out.
struct LeadingWord {
  /// The connective; of no length where there is none.
  var head = CuePhrases.Head()
  /// Whether the sentence begins with an interjection: いや, ほら
  var isCall = false

  /// Reads the first morphemes of the sentence at `order`.
  ///
  /// A particle behind the word belongs to it, 一方で, or makes another word of it, ただの, which is not cut. そこで and それで
  /// without a comma may be places and things: そこで話す.
  init(
    ofSentence order: Int, _ normalized: Span<UInt8>, _ cues: CuePhrases, _ table: borrowing MorphemeTable,
    _ lexemes: borrowing LexemeTable
  ) {
    guard order < table.sentenceCount else { return }
    let morphemes = table.morphemes(ofSentence: order)
    guard let first = morphemes.first, morphemes.count > 2 else { return }
    let part = lexemes.partsOfSpeech[Int(table.lexemes[first])]
    guard part == .conjunction || part == .filler || part == .interjection || part == .adverb else { return }
    let start = Int(table.starts[first])
    let hasParticle = lexemes.partsOfSpeech[Int(table.lexemes[first + 1])].isParticle
    let last = hasParticle ? first + 1 : first
    let word = normalized.extracting(start..<Int(table.ends[last]))
    let found = cues.head(ofWord: word, isConjunction: part != .adverb)
    if found.length == 0 {
      isCall = !hasParticle && (part == .interjection || part == .filler)
    } else if !(found.isDependent && Self.mayPoint(word)) {
      head = found
      head.length = Int(table.starts[last + 1]) - start
    }
  }

  /// Whether a word begins with そ.
  private static func mayPoint(_ word: Span<UInt8>) -> Bool {
    word.count > 2 && word[0] == 0xE3 && word[1] == 0x81 && word[2] == 0x9D
  }
}
