internal import Foundation

/// Counts how katakana and Latin words are written, and finds those that are written in several ways.
package struct WrittenVariants {
  private struct Entry {
    let script: WrittenWord.Script
    var count = 0
    var articles = 0
    /// The same of the places where no Latin word stands beside it.
    var alone = (count: 0, articles: 0)
    var last = (-1, -1)
  }

  private var entries: [String: Entry] = [:]

  /// No words.
  package init() {}

  /// Adds the words of a sentence. All sentences of an article come together.
  package mutating func add(_ text: String, article: Int) {
    for word in WrittenWords.of(Array(text.utf8)) {
      var entry = entries[word.text] ?? Entry(script: word.script)
      entry.count += 1
      if entry.last.0 != article { entry.articles += 1 }
      entry.last.0 = article
      if word.isAlone {
        entry.alone.count += 1
        if entry.last.1 != article { entry.alone.articles += 1 }
        entry.last.1 = article
      }
      entries[word.text] = entry
    }
  }

  /// The groups, in the order of their keys.
  /// - Parameters:
  ///   - names: The names of entities that are written with a capital letter: only those are told from common words
  ///     that begin with one here and there.
  ///   - preferred: The ways that the configuration prefers.
  package func groups(names: Set<String>, preferred: Set<String>) -> [VariantGroup] {
    var byKey: [String: [String]] = [:]
    for (text, entry) in entries {
      let key = entry.script == .katakana ? "k" + KatakanaKey.of(text) : "l" + LatinKey.of(text)
      byKey[key, default: []].append(text)
    }
    return byKey.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.compactMap { key, texts in
      let isLatin = key.hasPrefix("l")
      // Open in the name of a firm tells nothing of open.
      let isAlone = isLatin && texts.allSatisfy(LatinForms.isPlain)
      var forms: [VariantGroup.Form] = []
      for text in texts.sorted() {
        guard let entry = entries[text] else { continue }
        let (count, articles) = isAlone ? entry.alone : (entry.count, entry.articles)
        if count > 0 { forms.append(VariantGroup.Form(text: text, count: count, articles: articles)) }
      }
      if isLatin { forms = LatinForms.kept(forms, names: names, preferred: preferred) }
      guard forms.count > 1 else { return nil }
      return VariantGroup(kind: Self.kind(forms.map(\.text), isLatin: isLatin), forms: forms, preferred: preferred)
    }
  }

  private static func kind(_ texts: [String], isLatin: Bool) -> VariantGroup.Kind {
    let folded = Set(texts.map(\.precomposedStringWithCompatibilityMapping))
    if folded.count == 1 { return .width }
    if isLatin { return .letterCase }
    return Set(folded.map { $0.filter { $0 != "・" } }).count == 1 ? .middleDot : .katakana
  }
}
