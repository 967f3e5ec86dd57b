internal import Foundation

/// What speaks for a label of an article.
struct LabelEvidence {
  /// The share of similar articles that have the label, each by its similarity, 0 to 1.
  var similar: Float = 0
  /// The same among few of the recent ones.
  var recent: Float = 0
  /// The same among articles with similar code and links.
  var code: Float = 0
  /// How plainly the article names it.
  var level = LiteralLevel.none
  /// How often the text names it.
  var mentions = 0
  /// How many of the similar articles have it.
  var similarCount = 0

  /// Whether nothing speaks for the label, or against it, but its frequency.
  var isSilent: Bool { similarCount == 0 && recent == 0 && code == 0 && level == .none && mentions == 0 }

  /// The weights of the evidence, found by logistic regression over four archives as Documentation/Evaluation.md tells.
  private enum Weight {
    static let similar: Float = 0.574
    static let recent: Float = 0.298
    static let code: Float = 0.25
    static let levels: [Float] = [0, -0.128, 0.084, 0.066, 0.608, 0.961]
    static let inCode: Float = 0.517
    static let precision: Float = 0.31
    static let mentions: Float = 0.143
    static let frequency: Float = -0.156
    static let bias: Float = 0.536
    /// What is added to a share before its logarithm is taken.
    static let floor: Float = 0.01
  }

  /// The log odds that an editor gives the label.
  /// - Parameters:
  ///   - precision: How often such a mention meant the label, 0 to 1, both excluded.
  ///   - frequency: The share of the archive's articles that have it, above 0.
  func logOdds(precision: Float, frequency: Float) -> Double {
    var sum = Weight.bias + Weight.similar * log(similar + Weight.floor)
    sum += Weight.recent * log(recent + Weight.floor) + Weight.code * log(code + Weight.floor)
    sum += Weight.levels[level.plain] + (level.isInCode ? Weight.inCode : 0)
    sum += Weight.precision * log(precision / max(1 - precision, 0.000_1))
    sum += Weight.mentions * log(1 + Float(mentions)) + Weight.frequency * log(frequency)
    return Double(sum)
  }
}
