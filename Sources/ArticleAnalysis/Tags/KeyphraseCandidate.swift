import Annotation
import LexicalResources
import TextCore

/// A phrase of an article that may become a tag, with what speaks for and against it.
struct KeyphraseCandidate {
  /// The tag, as the article writes it most.
  let term: String
  /// The topic behind it.
  let topic: Topic
  /// What it names, where it is a name.
  var type: EntityType?
  /// What it names, by its place among the entities of the article; `nil` where it is no name.
  var entity: Int?
  /// How often it is mentioned, as a term or as a name, whichever is more.
  var mentions: Int
  /// How good a tag it would make, without a unit.
  var weight = 0.0

  /// The inverse document frequency from which on a term is special to few articles.
  private static let specific = 4.5
  /// The inverse document frequency below which a common noun is abstract: 5 % of blog posts hold it.
  private static let abstract = 3.0
  /// What a compound ends with that says how, when or how many, not what.
  private static let emptyEnds = [
    "自身", "自体", "全体", "以上", "以下", "以外", "向け", "予定", "場合", "可能", "一覧", "達成", "止まり", "そのもの", "向上", "手順", "周り", "特有", "独自",
    "実現", "付き",
  ]
  /// The longest tag, in characters; longer compounds are descriptions.
  private static let longest = 16

  /// Rates the candidate.
  ///
  /// The weights were found by logistic regression over the tags of four blogs, rounded, and the one for Latin letters
  /// taken out: on other subjects than software it would speak for the wrong words.
  mutating func rate(isTitleStart: Bool) {
    var weight = -2.2
    if topic.zones.contains(.title) { weight += topic.zones.contains(.part) ? 1.2 : 1.9 }
    if isTitleStart { weight += 0.3 }
    if topic.zones.contains(.lead) { weight += 0.4 }
    if topic.zones.contains(.heading) { weight += 0.3 }
    if topic.zones.contains(.code) { weight += 0.3 }
    weight += 0.5 * Double(logarithm(mentions))
    weight += 1.2 * topic.score
    weight += 0.35 * (topic.rarity - Self.specific)
    if let type { weight += Self.weight(of: type) } else { weight += generality }
    if mentions == 0 { weight -= 0.6 }
    if term.count > Self.longest { weight -= 1.5 }
    if term.utf8.contains(where: { (0x30...0x39).contains($0) }) && type == nil { weight -= 0.8 }
    self.weight = weight
  }

  /// What a phrase loses as a tag that fits many articles or none: 発表, 最適化, 休館中, ご利用.
  private var generality: Double {
    let isLatin = term.utf8.allSatisfy { $0 < 0x80 }
    var loss = 0.0
    if topic.kind == .noun && !isLatin {
      if topic.rarity < Self.abstract { loss -= 1.5 } else if topic.rarity < Self.specific { loss -= 0.6 }
    }
    if let last = term.last, term.count > 2, "化性的後中前上用時毎等別内側間".contains(last) { loss -= 1.2 }
    if Self.emptyEnds.contains(where: { term.hasSuffix($0) }) { loss -= 1.5 }
    // A noun made of a verb or an adjective: 受け取り, 静か.
    if let last = term.unicodeScalars.last, Script(last.value) == .hiragana, topic.kind == .noun { loss -= 0.8 }
    if let first = term.first, term.count > 2, "ごお各同某全".contains(first) { loss -= 1.2 }
    return loss
  }

  /// What a name is worth as a tag, by what it names: a person or a work is what a reader searches for, a country
  /// rarely.
  private static func weight(of type: EntityType) -> Double {
    switch type {
    case .product, .organization, .person, .event: 0.6
    case .law, .facility: 0.4
    case .location: -0.2
    default: -3
    }
  }

  /// The logarithm of a count, base 2, in halves.
  private func logarithm(_ count: Int) -> Float {
    var value: Float = 0
    var rest = count
    while rest > 1 {
      value += rest == 3 ? 1.5 : 1
      rest /= 2
    }
    return value
  }

  /// Whether the phrase can be a tag at all: no verb, no number, no single letter, no bare sign, and met more than once or in
  /// the title.
  var isPossible: Bool {
    guard mentions >= 2 || topic.zones.contains(.title) else { return false }
    if let type, !type.isName { return false }
    if topic.zones.contains(.part) && type == nil { return false }
    if type == nil && TagForm.isFileOrMember(term) { return false }
    return TagForm.isPossible(term)
  }
}
