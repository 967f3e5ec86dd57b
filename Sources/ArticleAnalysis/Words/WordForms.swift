import Morphology
import TextCore

/// The form in which each lexeme is searched for, read off the lexeme once.
///
/// That is its base form, with ASCII letters in lower case and without spaces, quotation marks and control characters.
/// Particles, auxiliary verbs, fillers and signs have none: a phrase is found whichever of them stand between its
/// words, and the index stays small.
struct WordForms {
  private var pool: [UInt8] = []
  /// Where the form of each lexeme ends in the pool; it begins where the one before ends.
  private var ends: [UInt32] = []
  private var generation = -1

  /// Reads the lexemes that came in since the last call.
  mutating func update(_ lexemes: borrowing LexemeTable) {
    if lexemes.generation != generation {
      pool.removeAll(keepingCapacity: true)
      ends.removeAll(keepingCapacity: true)
      generation = lexemes.generation
    }
    while ends.count < lexemes.count {
      let lexeme = ends.count
      if Self.isSearched(lexemes.partsOfSpeech[lexeme]) {
        append(lexemes.vocabulary.pool[lexemes.vocabulary.range(of: lexemes.baseForms[lexeme])])
      }
      ends.append(UInt32(pool.count))
    }
  }

  /// Appends the forms of `lexemes`, each followed by a space; returns how many have one.
  ///
  /// Room is made for all at once: an append for each word takes three times as long.
  func append(_ lexemes: ArraySlice<UInt32>, to text: inout [UInt8]) -> Int {
    var size = 0
    var words = 0
    for lexeme in lexemes {
      let form = range(of: lexeme)
      guard !form.isEmpty else { continue }
      size += form.count + 1
      words += 1
    }
    let start = text.count
    text.append(contentsOf: repeatElement(0x20, count: size))
    text.withUnsafeMutableBytes { text in
      pool.withUnsafeBytes { pool in
        var place = start
        for lexeme in lexemes {
          let form = range(of: lexeme)
          guard !form.isEmpty else { continue }
          UnsafeMutableRawBufferPointer(rebasing: text[place..<place + form.count])
            .copyMemory(from: UnsafeRawBufferPointer(rebasing: pool[form]))
          place += form.count + 1
        }
      }
    }
    return words
  }

  @inline(__always)
  private func range(of lexeme: UInt32) -> Range<Int> {
    (lexeme == 0 ? 0 : Int(ends[Int(lexeme) - 1]))..<Int(ends[Int(lexeme)])
  }

  private mutating func append(_ base: ArraySlice<UInt8>) {
    guard base.contains(where: Self.isLetter) else { return }
    for byte in base where byte > 0x20 && byte != 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "'") {
      pool.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
    }
  }

  /// Whether a byte belongs to a letter or a digit; all beyond ASCII are taken to do.
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte >= 0x30 && byte <= 0x39 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
  }

  private static func isSearched(_ part: PartOfSpeech) -> Bool {
    switch part {
    case .filler, .caseParticle, .bindingParticle, .adverbialParticle, .conjunctiveParticle, .adnominalParticle,
      .finalParticle, .otherParticle, .auxiliary, .fullStop, .comma, .openBracket, .closeBracket, .symbol, .space:
      false
    default: true
    }
  }
}
