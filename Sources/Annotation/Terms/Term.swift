/// What an article is about: a word or a compound, with its weight.
public struct Term: Equatable, Sendable {
  /// What kind of word a term is.
  public enum Kind: String, Sendable, CaseIterable {
    /// Several nouns that stand together: AIインフラ投資.
    case compound
    /// A common noun, or a word that no dictionary knows.
    case noun
    /// A name.
    case properNoun
    /// A verb, in its base form.
    case verb
    /// An adjective, in its base form.
    case adjective
  }

  /// The term, normalized; verbs and adjectives in their base form.
  public let term: String
  /// Its kind.
  public let kind: Kind
  /// How often it stands in the article on its own, that is, not as a part of a longer compound.
  public let count: Int
  /// Its weight, above 0 up to 1; the article's heaviest term has 1.
  public let score: Double

  /// Creates a term.
  public init(term: String, kind: Kind, count: Int, score: Double) {
    self.term = term
    self.kind = kind
    self.count = count
    self.score = score
  }
}
