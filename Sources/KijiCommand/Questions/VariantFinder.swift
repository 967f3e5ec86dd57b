import ArchiveAnalysis
import ArchiveIndex
import Kiji
import Morphology

/// Finds the words that an archive writes in several ways.
struct VariantFinder {
  let index: ArchiveIndex
  let kiji: Kiji
  let words: VariantWords

  /// The groups: those with the most places to mend first, then by the usual way.
  func groups() throws -> [VariantGroup] {
    let preferred = Set(words.preferred)
    let exceptions = Set(words.exceptions)
    var written = WrittenVariants()
    try index.forEachArticleSentences { article, sentences in
      for sentence in sentences { written.add(sentence.text, article: article) }
    }
    let names = try index.entityNames(inAtLeast: 2)
    let groups =
      written.groups(names: names, preferred: preferred)
      + WordVariants.groups(try readWords(), preferred: preferred)
    return groups.compactMap { group in
      let kept = group.forms.filter { !exceptions.contains($0.text) }
      return kept.count > 1 ? VariantGroup(kind: group.kind, forms: kept, preferred: preferred) : nil
    }.sorted { left, right in
      left.minorityCount != right.minorityCount
        ? left.minorityCount > right.minorityCount : left.forms[0].text < right.forms[0].text
    }
  }

  /// The words of the archive that the dictionary knows, with kanji or in kana.
  private func readWords() throws -> [ReadWord] {
    let vocabulary = try index.vocabulary().filter { entry in
      entry.word.unicodeScalars.contains { $0.value >= 0x3041 }
    }
    let known = try kiji.dictionaryWords(vocabulary.map(\.word))
    return zip(vocabulary, known).map { entry, word in
      ReadWord(
        text: entry.word, part: word?.part ?? .numeral, reading: word?.reading ?? entry.word, count: entry.count,
        articles: entry.articles)
    }
  }
}
