import Annotation
internal import Foundation

/// What speaks for a topic as a tag that its archive does not have yet.
enum NewTagMerit {
  /// The weights of the evidence, found by logistic regression over four archives as Documentation/Evaluation.md tells.
  private enum Weight {
    static let title = 1.765
    static let heading = 0.208
    static let count = 0.185
    static let rarity = -0.351
    static let long = -1.534
    static let part = -1.058
    static let alone = 0.385
    static let relativeCount = 0.403
    static let capital = 0.802
    static let lead = 0.448
    static let compound = -0.77
    static let score = 0.8
    static let code = 0.993
    static let bias = -5.386
    /// Of the logarithm of the share of the archive's articles that hold the topic.
    static let share = -0.53
    /// Of the logarithm of the share of the archive's tags that are written in Latin letters as the topic is, or not as it
    /// is not.
    static let script = 1.695
  }

  /// The characters above which a tag is long.
  private static let longTag = 12

  /// The part of the log odds that the article tells by itself.
  /// - Parameter greatest: The count of its most frequent topic.
  static func own(_ topic: Topic, greatest: Int) -> Double {
    let zones = topic.zones
    var sum = Weight.bias
    if zones.contains(.title) { sum += Weight.title }
    if zones.contains(.heading) { sum += Weight.heading }
    if zones.contains(.lead) { sum += Weight.lead }
    if zones.contains(.part) { sum += Weight.part }
    if zones.contains(.code) { sum += Weight.code }
    if topic.ownCount > 0 { sum += Weight.alone }
    if topic.kind == .compound { sum += Weight.compound }
    if let first = topic.term.utf8.first, (0x41...0x5A).contains(first) { sum += Weight.capital }
    if isLong(topic.term) { sum += Weight.long }
    sum += Weight.count * log(1 + Double(topic.count)) + Weight.rarity * topic.rarity + Weight.score * topic.score
    return sum + Weight.relativeCount * log(Double(topic.count + 1) / Double(greatest + 1))
  }

  /// Whether a term has more characters than most tags. Scalars are counted first: no term has fewer of them.
  private static func isLong(_ term: String) -> Bool {
    term.utf8.count > longTag && term.unicodeScalars.count > longTag && term.count > longTag
  }

  /// The part that the archive tells.
  /// - Parameters:
  ///   - share: The share of its articles that hold the topic, 0 to 1.
  ///   - scriptShare: The share of its tags that are written in Latin letters as the topic is, or not as it is not.
  static func inArchive(share: Double, scriptShare: Double) -> Double {
    Weight.share * log(share + 0.001) + Weight.script * log(scriptShare + 0.05)
  }
}
