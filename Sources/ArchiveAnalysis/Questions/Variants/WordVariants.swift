package import Morphology

/// A word of the archive with what the dictionary says of it.
package struct ReadWord: Equatable, Sendable {
  /// The base form.
  package let text: String
  /// Its class.
  package let part: PartOfSpeech
  /// The reading of the base form, in katakana.
  package let reading: String
  /// How often, and in how many articles.
  package let count: Int
  package let articles: Int

  /// Creates a word.
  package init(text: String, part: PartOfSpeech, reading: String, count: Int, articles: Int) {
    self.text = text
    self.part = part
    self.reading = reading
    self.count = count
    self.articles = articles
  }
}

/// Finds words with kanji that the archive writes in several ways.
///
/// The same reading is not enough: 開ける and 明ける are two words. Two ways are one word only where they have the same
/// class and reading, and the kanji of one are those of the other (送り仮名), or some of those (交ぜ書き). That a word is
/// written without any kanji is told only for words of `KanaWords`, since kana leave open which word is meant.
package enum WordVariants {
  /// The groups, in the order of their readings.
  package static func groups(_ words: [ReadWord], preferred: Set<String>) -> [VariantGroup] {
    var byReading: [String: [ReadWord]] = [:]
    for word in words where !word.part.isProperNoun && word.part != .numeral {
      byReading[wordClass(word.part) + word.reading, default: []].append(word)
    }
    var groups: [VariantGroup] = []
    for key in byReading.keys.sorted() {
      let own = (byReading[key] ?? []).sorted { $0.text < $1.text }
      groups += joined(own).map { group(own, $0, preferred) }
    }
    let listed = KanaWords.groups(words, preferred: preferred)
    let listedForms = listed.map { Set($0.forms.map(\.text)) }
    return groups.filter { group in
      !listedForms.contains { listed in group.forms.allSatisfy { listed.contains($0.text) } }
    } + listed
  }

  private static func group(_ words: [ReadWord], _ members: [Int], _ preferred: Set<String>) -> VariantGroup {
    let own = members.map { words[$0] }
    let skeletons = Set(own.map { kanji($0.text) })
    return VariantGroup(
      kind: skeletons.count == 1 ? .okurigana : .kanji,
      forms: own.map { VariantGroup.Form(text: $0.text, count: $0.count, articles: $0.articles) },
      preferred: preferred)
  }

  /// The sets of words that are one, of more than one each.
  private static func joined(_ words: [ReadWord]) -> [[Int]] {
    var roots = Array(words.indices)
    for first in words.indices {
      for second in words.indices
      where second > first && isSame(words[first].text, words[second].text, wordClass(words[first].part)) {
        let (old, new) = (roots[second], roots[first])
        for place in roots.indices where roots[place] == old { roots[place] = new }
      }
    }
    return words.indices.filter { roots[$0] == $0 }.map { root in words.indices.filter { roots[$0] == root } }
      .filter { $0.count > 1 }
  }

  /// Whether two texts of one reading are ways to write one word.
  static func isSame(_ left: String, _ right: String, _ wordClass: String) -> Bool {
    let (first, second) = (kanji(left), kanji(right))
    guard !first.isEmpty, !second.isEmpty, kana(left), kana(right) else { return false }
    if first == second {
      if wordClass != "v" { return wordClass != "n" || first.count > 1 }
      return !addsPotential(left, right)
    }
    let (short, long) = first.count < second.count ? (first, second) : (second, first)
    // One kanji alone is too little to tell a word by, unless it begins it: 子ども and 子供.
    guard long.count == short.count + 1, long.starts(with: short) else { return false }
    let mixed = first.count < second.count ? left : right
    return mixed.unicodeScalars.contains { (0x3041...0x3096).contains($0.value) }
      && mixed.unicodeScalars.count > short.count
  }

  /// Whether one verb has a kana of the え row more: 割る and 割れる are two, whatever a dictionary says of their reading.
  private static func addsPotential(_ left: String, _ right: String) -> Bool {
    let (short, long) = left.count < right.count ? (Array(left), Array(right)) : (Array(right), Array(left))
    guard let place = long.indices.first(where: { $0 >= short.count || long[$0] != short[$0] }) else { return false }
    return "えけせてねへめれげぜでべぺ".contains(long[place])
  }

  /// Whether all that is not kanji is hiragana.
  private static func kana(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { isKanji($0) || (0x3041...0x3096).contains($0.value) }
  }

  static func kanji(_ text: String) -> [Unicode.Scalar] { text.unicodeScalars.filter(isKanji) }

  static func isKanji(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value) || (0x3400...0x4DBF).contains(scalar.value) || scalar.value == 0x3005
  }

  static func wordClass(_ part: PartOfSpeech) -> String {
    switch part {
    case .verb, .dependentVerb: "v"
    case .adjective, .dependentAdjective: "a"
    case .adverb, .conjunction, .adnominal, .interjection: "b"
    default: "n"
    }
  }
}
