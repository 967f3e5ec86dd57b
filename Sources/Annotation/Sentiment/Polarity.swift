/// How a sentence, an article or a text about a thing judges.
///
/// The raw values are those of the JSON object's `polarity`.
public enum Polarity: String, CaseIterable, Sendable {
  /// Something is said to be good.
  case positive
  /// Something is said to be bad.
  case negative
  /// Nothing is judged.
  case neutral
  /// Something is said to be good and something to be bad.
  case mixed
}

/// A feeling that words speak of.
///
/// Plutchik's eight (1980, "A general psychoevolutionary theory of emotion"), with the two that Japanese lists of
/// feelings add most often (Nakamura 1993, 感情表現辞典): 恥 and 安.
public enum Emotion: String, CaseIterable, Sendable {
  case joy, trust, fear, surprise, sadness, disgust, anger, anticipation, shame, calm
}

/// A set of emotions.
package struct EmotionSet: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The set of one.
  package init(_ emotion: Emotion) {
    rawValue = Emotion.allCases.firstIndex(of: emotion).map { 1 << UInt16($0) } ?? 0
  }

  /// The members, in the order of the declaration.
  package var emotions: [Emotion] {
    isEmpty ? [] : Emotion.allCases.indices.filter { rawValue & 1 << UInt16($0) != 0 }.map { Emotion.allCases[$0] }
  }
}
