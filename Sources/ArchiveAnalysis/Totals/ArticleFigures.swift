package import Annotation
package import ArticleSource

/// What one article adds to the totals of its archive.
package struct ArticleFigures: Sendable {
  /// The form it was read as.
  package var format: InputFormat
  /// The day of its date as `2025-11-02`; `nil` where it has none.
  package var day: String?
  /// Its sums.
  package var sums: TextSums
  /// How it judges on the whole.
  package var polarity: Polarity
  /// Its score in ten-thousandths, -10,000 to 10,000.
  package var score: Int
  /// Its terms, each once.
  package var terms: [CountedTerm] = []
  /// What the terms that it lists weigh in it, in ten-thousandths.
  package var weights: [(term: String, score: Int)] = []
  /// What it names, each once, with the number of mentions.
  package var names: [NamedCount] = []
  /// The tags that its author gave it.
  package var tags: [String] = []
  /// The categories that its author gave it.
  package var categories: [String] = []
  /// The tags that kiji suggests.
  package var suggestedTags: [String] = []
  /// The deals that it tells of.
  package var deals: [Deal] = []
  /// How many words speak of each feeling.
  package var emotions: [(emotion: Emotion, count: Int)] = []
  /// How many diagnostics of each code it has.
  package var diagnostics: [(code: String, count: Int)] = []

  /// Something that is named, with the number of mentions.
  package struct NamedCount: Equatable, Sendable {
    /// The name.
    package let name: String
    /// What it is.
    package let type: EntityType
    /// The kind of organization.
    package let kind: OrganizationKind?
    /// The number of mentions.
    package let count: Int

    /// Creates a count.
    package init(name: String, type: EntityType, kind: OrganizationKind?, count: Int) {
      self.name = name
      self.type = type
      self.kind = kind
      self.count = count
    }
  }

  /// A deal as totals see it.
  package struct Deal: Equatable, Sendable {
    /// The kind.
    package let type: RelationType
    /// Who acts.
    package let from: String
    /// Who is acted on.
    package let to: String?

    /// Creates a deal.
    package init(type: RelationType, from: String, to: String?) {
      self.type = type
      self.from = from
      self.to = to
    }
  }

  /// Creates figures with nothing named and nothing told.
  package init(format: InputFormat, day: String?, sums: TextSums, polarity: Polarity, score: Int) {
    self.format = format
    self.day = day
    self.sums = sums
    self.polarity = polarity
    self.score = score
  }
}

/// Sums over articles; all of them whole numbers, so that they do not depend on the order of adding.
package struct TextSums: Equatable, Sendable {
  /// The bytes of the files.
  package var bytes = 0
  /// The characters of the prose, without white space.
  package var characters = 0
  /// The sentences.
  package var sentences = 0
  /// The paragraphs.
  package var paragraphs = 0
  /// The morphemes.
  package var morphemes = 0
  /// Kanji.
  package var han = 0
  /// Hiragana.
  package var hiragana = 0
  /// Katakana.
  package var katakana = 0
  /// Latin letters.
  package var latin = 0
  /// Digits.
  package var digits = 0
  /// The characters of code.
  package var codeCharacters = 0
  /// The pictures.
  package var images = 0
  /// The reading times, in seconds.
  package var readingSeconds = 0
  /// Sentences that judge something good.
  package var positive = 0
  /// Sentences that judge something bad.
  package var negative = 0
  /// Sentences that judge nothing.
  package var neutral = 0
  /// Sentences that judge both ways.
  package var mixed = 0

  /// Nothing.
  package init() {}

  /// The sums in the order in which they are stored and written.
  package static let all: [(name: String, path: any WritableKeyPath<TextSums, Int> & Sendable)] = [
    ("bytes", \.bytes), ("characters", \.characters), ("sentences", \.sentences), ("paragraphs", \.paragraphs),
    ("morphemes", \.morphemes), ("han", \.han), ("hiragana", \.hiragana), ("katakana", \.katakana),
    ("latin", \.latin), ("digits", \.digits), ("codeCharacters", \.codeCharacters), ("images", \.images),
    ("readingSeconds", \.readingSeconds), ("positive", \.positive), ("negative", \.negative), ("neutral", \.neutral),
    ("mixed", \.mixed),
  ]

  /// Adds other sums.
  package mutating func add(_ other: TextSums) {
    for (_, path) in Self.all { self[keyPath: path] += other[keyPath: path] }
  }
}
