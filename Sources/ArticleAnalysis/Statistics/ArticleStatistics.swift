/// The figures of an article.
public struct ArticleStatistics: Equatable, Sendable {
  /// Characters of the prose, in Unicode scalars, white space left out.
  public internal(set) var characters = 0
  /// Sentences of the prose; headings, list items and table cells count.
  public internal(set) var sentences = 0
  /// Paragraphs of the prose.
  public internal(set) var paragraphs = 0
  /// Morphemes of the normalized prose.
  public internal(set) var morphemes = 0
  /// Characters by script.
  public internal(set) var scripts = ScriptCounts()
  /// Characters of code, in Unicode scalars.
  public internal(set) var codeCharacters = 0
  /// Pictures.
  public internal(set) var images = 0
  /// How long a reader needs.
  public internal(set) var readingTime = ReadingTime(seconds: 0)
}

/// Characters by script, in Unicode scalars.
public struct ScriptCounts: Equatable, Sendable {
  /// Kanji.
  public internal(set) var han = 0
  /// Hiragana.
  public internal(set) var hiragana = 0
  /// Katakana.
  public internal(set) var katakana = 0
  /// Latin letters.
  public internal(set) var latin = 0
  /// Digits.
  public internal(set) var digits = 0
  /// Punctuation, symbols and other scripts.
  public internal(set) var other = 0
  /// Words in Latin letters and digits, as white space and Japanese text part them.
  public internal(set) var latinWords = 0
}

/// How long a reader needs for an article.
public struct ReadingTime: Equatable, Sendable {
  /// Whole seconds, rounded up.
  public let seconds: Int

  /// Creates a reading time.
  public init(seconds: Int) { self.seconds = seconds }

  /// Whole minutes, rounded up.
  public var minutes: Int { (seconds + 59) / 60 }
}

/// How fast a reader reads.
public struct ReadingSpeed: Equatable, Sendable {
  /// Japanese characters a minute: kanji, kana, and the punctuation between them.
  public var charactersPerMinute: Double
  /// Latin words a minute.
  public var wordsPerMinute: Double
  /// Characters of code a minute: code is skimmed.
  public var codeCharactersPerMinute: Double

  /// Creates a speed; every rate must be above 0.
  public init(
    charactersPerMinute: Double = 500, wordsPerMinute: Double = 220, codeCharactersPerMinute: Double = 1_000
  ) {
    precondition(charactersPerMinute > 0 && wordsPerMinute > 0 && codeCharactersPerMinute > 0)
    self.charactersPerMinute = charactersPerMinute
    self.wordsPerMinute = wordsPerMinute
    self.codeCharactersPerMinute = codeCharactersPerMinute
  }

  /// The time for a text: its Japanese characters, Latin words and code, each at its own rate, in whole seconds.
  package func time(for scripts: ScriptCounts, codeCharacters: Int) -> ReadingTime {
    let japanese = Double(scripts.han + scripts.hiragana + scripts.katakana + scripts.other)
    let minutes =
      japanese / charactersPerMinute + Double(scripts.latinWords) / wordsPerMinute
      + Double(codeCharacters) / codeCharactersPerMinute
    return ReadingTime(seconds: Int((minutes * 60).rounded(.up)))
  }
}
