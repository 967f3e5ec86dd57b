import ArticleSource
import Normalization
import Morphology
import TextCore

/// Finds the name that 同社 or 同氏 at the start of a sentence stands for.
///
/// Only where there can be no doubt: the nearest sentence before that names any company (or person) names one only.
struct Antecedents {
  /// How many sentences back a name is looked for.
  private static let reach = 8
  /// The most bytes of a name.
  private static let longestName = 90

  let cues: CuePhrases
  let sentences: [SummarySentence]

  /// What a word at the start of a sentence stands for.
  private enum Kind: String, CaseIterable {
    case company = "同社"
    case person = "同氏"
  }

  /// A name to put in, and the place in the prose where the sentence goes on behind the word that it stands for.
  struct Filling {
    let text: String
    let end: Int
  }

  /// What to say in place of the word that points back at the start of `sentence`; `nil` where that is not certain.
  func name(
    for sentence: SummarySentence, _ article: ArticleDraft, _ table: borrowing MorphemeTable,
    _ lexemes: borrowing LexemeTable
  ) -> Filling? {
    guard sentence.cues.contains(.pointer) else { return nil }
    let start = sentence.normalized.lowerBound + sentence.head.length
    let text = article.normalized.bytes.span
    let word = text.string(start..<min(start + 6, sentence.normalized.upperBound))
    guard let kind = Kind(rawValue: word) else { return nil }
    for order in (max(0, sentence.order - Self.reach)..<sentence.order).reversed() {
      let names = names(of: kind, inSentence: order, text, table, lexemes)
      guard !names.isEmpty else { continue }
      let candidates = Set(names)
      guard candidates.count == 1, let name = candidates.first else { return nil }
      let pointer = ByteRange<NormalizedSpace>(start, start + word.utf8.count)
      return Filling(text: name, end: article.normalized.map.sourceRange(of: pointer).upperBound)
    }
    return nil
  }

  /// The names in a sentence, as runs of nouns that hold a name of the kind.
  private func names(
    of kind: Kind, inSentence order: Int, _ text: Span<UInt8>, _ table: borrowing MorphemeTable,
    _ lexemes: borrowing LexemeTable
  ) -> [String] {
    guard order < table.sentenceCount else { return [] }
    let morphemes = table.morphemes(ofSentence: order)
    var names: [String] = []
    var index = morphemes.lowerBound
    while index < morphemes.upperBound {
      guard isNoun(index, table, lexemes) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < morphemes.upperBound, table.starts[end] == table.ends[end - 1], isNoun(end, table, lexemes) {
        end += 1
      }
      if let name = name(of: kind, index..<end, text, table, lexemes) {
        names.append(name)
      }
      index = end
    }
    return names
  }

  private func name(
    of kind: Kind, _ run: Range<Int>, _ text: Span<UInt8>, _ table: borrowing MorphemeTable,
    _ lexemes: borrowing LexemeTable
  ) -> String? {
    let range = table.range(of: run).offsets
    guard range.count <= Self.longestName else { return nil }
    let name = text.string(range)
    switch kind {
    case .company:
      let isKnown = run.contains {
        let lexeme = Int(table.lexemes[$0])
        // IPADIC takes every unknown Latin word for an organization.
        return lexemes.partsOfSpeech[lexeme] == .organization && !lexemes.isUnknown[lexeme]
      }
      let endsAsCompany = run.count > 1 && cues.companySuffixes.contains { name.hasSuffix($0) }
      return isKnown || endsAsCompany || name.hasPrefix("株式会社") ? name : nil
    case .person:
      let isPerson = run.contains {
        [.personName, .surname, .givenName].contains(lexemes.partsOfSpeech[Int(table.lexemes[$0])])
      }
      return isPerson && name.hasSuffix("氏") ? name : nil
    }
  }

  private func isNoun(_ index: Int, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable) -> Bool {
    let part = lexemes.partsOfSpeech[Int(table.lexemes[index])]
    return part.isContentNoun || part.isProperNoun
      || [.nounSuffix, .nameSuffix, .placeSuffix, .prefix].contains(part)
  }
}
