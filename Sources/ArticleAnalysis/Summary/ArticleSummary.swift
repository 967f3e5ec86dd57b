/// How an excerpt is made.
public enum ExcerptStyle: String, Sendable, CaseIterable {
  /// The sentences that say most of what the article is about.
  case sentence
  /// The first sentences that say something.
  case lead
  /// A noun phrase of what the title names and what the article treats of it.
  case topic
}

/// What stands for an article in a list of posts, in a search result, and in three points.
public struct ArticleSummary: Equatable, Sendable {
  /// One to three sentences of the article, or the line of style `topic`.
  public let excerpt: String
  /// The same for search engines and previews: 80 to 160 grapheme clusters where the article has that much to say.
  public let description: String
  /// Up to three sentences that tell of different things, in the order of the text.
  public let points: [String]
  /// Where in the decoded source the excerpt's sentences stand, in the analysis's offset unit.
  public let ranges: [Range<Int>]
  /// The excerpt's sentences as the author wrote them, one for each of `ranges`.
  public let sentences: [String]
  /// Why they were chosen, one for each of `ranges`.
  public let reasons: [SentenceMerits]
}

/// What speaks for a sentence as a part of a summary, and what against it.
///
/// The unit is that of the weights in ``SentenceWeights``: what the chance of a good excerpt rises by, in natural
/// logarithms.
public struct SentenceMerits: Equatable, Sendable {
  /// That it stands in the opening, and near its start.
  public internal(set) var position = 0.0
  /// That it shares its terms with the title, the opening, and sentences that share theirs.
  public internal(set) var centrality = 0.0
  /// That it says what something is, what happened, how a thing is judged; that it has names and figures.
  public internal(set) var substance = 0.0
  /// What its wording takes away: words that point back, chat, guesses, announcements. 0 or less.
  public internal(set) var wording = 0.0

  /// All together.
  public var total: Double { position + centrality + substance + wording }
}
