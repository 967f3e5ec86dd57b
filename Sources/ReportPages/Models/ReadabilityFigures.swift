/// How easily an article is read: figures with their places, no verdict.
package struct ReadabilityFigures: Equatable, Sendable {
  /// A place in the text.
  package struct Place: Equatable, Sendable {
    /// The words.
    package let text: String
    /// The line, from 1.
    package let line: Int
    /// What is counted there: characters of a sentence; `nil` where nothing is.
    package let count: Int?

    /// Creates a place.
    package init(text: String, line: Int, count: Int? = nil) {
      (self.text, self.line, self.count) = (text, line, count)
    }
  }

  /// Characters of a sentence in the middle, and of the longest.
  package var medianSentence, longestSentence: Int
  /// The share of kanji among the characters, 0 to 1.
  package var hanShare: Double
  /// The shares of words of Chinese and of Japanese origin among the words that the dictionary tells of, 0 to 1; `nil`
  /// where it tells of none.
  package var chineseShare, japaneseShare: Double?
  /// Sentences that end in です or ます, and in plain forms; `nil` where that was not looked at.
  package var politeSentences, plainSentences: Int?
  /// The longest sentences.
  package var longSentences: [Place]
  /// Sentences of the rarer style, where an article mixes です・ます and である.
  package var mixedStyle: [Place]
  /// Particles that stand twice in a clause.
  package var doubleParticles: [Place]

  /// Creates figures.
  package init(
    medianSentence: Int, longestSentence: Int, hanShare: Double, chineseShare: Double? = nil,
    japaneseShare: Double? = nil, politeSentences: Int? = nil, plainSentences: Int? = nil, longSentences: [Place] = [],
    mixedStyle: [Place] = [], doubleParticles: [Place] = []
  ) {
    (self.medianSentence, self.longestSentence, self.hanShare) = (medianSentence, longestSentence, hanShare)
    (self.chineseShare, self.japaneseShare) = (chineseShare, japaneseShare)
    (self.politeSentences, self.plainSentences) = (politeSentences, plainSentences)
    (self.longSentences, self.mixedStyle, self.doubleParticles) = (longSentences, mixedStyle, doubleParticles)
  }
}
