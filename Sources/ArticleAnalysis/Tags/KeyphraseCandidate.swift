import Annotation
import LexicalResources
import TextCore

/// A phrase of an article that may become a tag, with what speaks for and against it.
struct KeyphraseCandidate {
  /// The tag as it would be written.
  var term: String
  /// The topic behind it.
  let topic: Topic
  /// What it names, where it is a name.
  var type: EntityType?
  /// How often it is mentioned, as a term or as a name, whichever is more.
  var mentions: Int
  /// How good a tag it would make, without a unit.
  var weight = 0.0

  /// The inverse document frequency from which on a term is special to few articles.
  private static let specific = 4.5
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
    if let type { weight += Self.weight(of: type) }
    if term.count > Self.longest { weight -= 1.5 }
    if term.utf8.contains(where: { (0x30...0x39).contains($0) }) && type == nil { weight -= 0.8 }
    self.weight = weight
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
    return TagForm.isPossible(term)
  }
}
