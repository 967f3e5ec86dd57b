import Annotation
internal import Foundation

/// What an archive teaches of its labels, which are its tags or its categories.
///
/// A label's score is the logistic function of weighted evidence: which labels similar articles have (by words; by words,
/// the recent ones above all; by code and links), how plainly the article names the label, and how often such a mention
/// meant the label in this archive, recent articles before old ones.
struct LabelModel: Sendable {
  /// The labels in the order of their bytes.
  let labels: [String]
  /// How many articles have each label.
  let counts: [Int]
  /// The labels of each article, by their places in `labels`, ascending.
  let labelsOfArticles: [[Int]]
  /// For each key, the labels that are spelled or also called so.
  private let labelsByKey: KeyTable
  private let labelsOfKeys: [[Int]]
  /// Labels with Japanese letters that may stand inside the words of a title, as its text is compared.
  private let japanese: [(label: Int, text: [UInt8])]
  /// For each label and level, how often the level meant the label, 0 to 1.
  private var precisions: [[Float]]
  /// For each label its log odds where an article and its neighbours say nothing of it, which is the case of most.
  private(set) var silentOdds: [Double]

  /// The articles after which an observation counts half: how long an archive keeps a habit.
  private static let halfLife: Float = 60
  /// What is added to the observations of a level over all labels, so that a small archive is not taken at its word.
  private static let priors: [Float] = [10_000, 30, 20, 10, 4, 2, 50, 20, 10, 5, 3, 2]

  /// Learns from articles, oldest first.
  /// - Parameters:
  ///   - names: The labels of each article.
  ///   - others: Labels that none of these articles need have.
  ///   - aliases: Other keys of labels.
  init(
    _ articles: [TaggedArticle], names: (TaggedArticle) -> [String], others: [String] = [],
    aliases: [TermKey: [String]] = [:]
  ) {
    let labels = Set(articles.flatMap(names)).union(others).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var places: [String: Int] = [:]
    for (place, label) in labels.enumerated() { places[label] = place }
    self.labels = labels
    let labelsOfArticles = articles.map { article in Set(names(article).compactMap { places[$0] }).sorted() }
    self.labelsOfArticles = labelsOfArticles
    var counts = [Int](repeating: 0, count: labels.count)
    for own in labelsOfArticles { for label in own { counts[label] += 1 } }
    self.counts = counts
    var byKey: [TermKey: [Int]] = [:]
    for (place, label) in labels.enumerated() { byKey[TermKey(label), default: []].append(place) }
    for key in aliases.keys.sorted() {
      for label in (aliases[key] ?? []).compactMap({ places[$0] }) where byKey[key]?.contains(label) != true {
        byKey[key, default: []].append(label)
      }
    }
    let keys = byKey.keys.sorted()
    labelsByKey = KeyTable(keys)
    labelsOfKeys = keys.map { byKey[$0] ?? [] }
    japanese = labels.enumerated().compactMap { place, label in
      let text = TitleText.compared(label)
      return text.utf8.contains { $0 >= 0x80 } && text.count >= 3 ? (place, Array(text.utf8)) : nil
    }
    precisions = []
    silentOdds = []
    precisions = learnedPrecisions(articles)
    silentOdds = labels.indices.map { logOdds(of: $0, LabelEvidence()) }
  }

  /// The log odds that an article with this evidence has the label.
  func logOdds(of label: Int, _ evidence: LabelEvidence) -> Double {
    evidence.logOdds(
      precision: precisions[label][evidence.level.rawValue],
      frequency: Float(max(counts[label], 1)) / Float(max(labelsOfArticles.count, 1)))
  }

  /// For each label that the article names, how plainly; by label, ascending.
  func levels(of features: ArticleFeatures) -> [(label: Int, level: LiteralLevel, count: Int)] {
    var found: [Int: (level: LiteralLevel, count: Int)] = [:]
    for feature in features.features where !feature.zones.contains(.trace) {
      guard let place = labelsByKey[feature.key] else { continue }
      let level = LiteralLevel(feature)
      for label in labelsOfKeys[place] {
        let before = found[label]
        let best = before.map { $0.level.plain > level.plain ? $0.level : level } ?? level
        let isInCode = level.isInCode || before?.level.isInCode == true
        found[label] = (
          LiteralLevel(rawValue: best.plain + (isInCode ? LiteralLevel.plainCount : 0)),
          max(before?.count ?? 0, Int(feature.count))
        )
      }
    }
    if let title = features.title.map({ Array(TitleText.compared($0).utf8) }) {
      for (label, text) in japanese where ByteSearch.contains(title, text) {
        let before = found[label] ?? (.none, 0)
        found[label] = (before.level.inTitle, before.count)
      }
    }
    return found.map { ($0.key, $0.value.level, $0.value.count) }.sorted { $0.label < $1.label }
  }

  /// Whether a label is spelled or also called so.
  func isSpelled(_ key: TermKey) -> Bool { labelsByKey[key] != nil }

  /// How often a level meant a label, 0 to 1.
  func precision(of label: Int, _ level: LiteralLevel) -> Float { precisions[label][level.rawValue] }

  private func learnedPrecisions(_ articles: [TaggedArticle]) -> [[Float]] {
    let levels = LiteralLevel.count
    var seen = [Float](repeating: 0, count: labels.count * levels)
    var meant = seen
    var pooledSeen = [Float](repeating: 0, count: levels)
    var pooledMeant = pooledSeen
    var all: Float = 0
    for (order, article) in articles.enumerated() {
      let weight = exp2(-Float(articles.count - 1 - order) / Self.halfLife)
      all += weight
      var own = Set(labelsOfArticles[order])
      for (label, level, _) in self.levels(of: article.features) where level != .none {
        seen[label * levels + level.rawValue] += weight
        pooledSeen[level.rawValue] += 1
        guard own.remove(label) != nil else { continue }
        meant[label * levels + level.rawValue] += weight
        pooledMeant[level.rawValue] += 1
      }
      // By label, so that sums do not depend on the order of a set.
      for label in labelsOfArticles[order] where own.contains(label) {
        meant[label * levels] += weight
        pooledMeant[0] += 1
      }
    }
    pooledSeen[0] = Float(labels.count * articles.count) - pooledSeen.reduce(0, +)
    return labels.indices.map { label in
      let row = label * levels
      seen[row] = all - (1..<levels).reduce(0) { $0 + seen[row + $1] }
      return (0..<levels).map { level in
        let pooled = (pooledMeant[level] + 1) / (pooledSeen[level] + Self.priors[level])
        let strength: Float = level % LiteralLevel.plainCount == 0 ? 1 : 2
        return (meant[row + level] + strength * pooled) / (max(seen[row + level], 0) + strength)
      }
    }
  }
}

/// A title as it is compared with labels.
enum TitleText {
  /// The text with small letters, without spaces and signs that spellings differ in.
  static func compared(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.allSatisfy(isPlain) ? text.unicodeScalars : folded(text) {
      let scalar = narrow(scalar)
      switch scalar {
      case " ", "-", "_", ".", "/", "・", "'", "\u{3000}": continue
      case "A"..."Z": scalars.append(Unicode.Scalar(UInt8(scalar.value | 0x20)))
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  private static func folded(_ text: String) -> String.UnicodeScalarView {
    text.lowercased().precomposedStringWithCompatibilityMapping.unicodeScalars
  }

  /// The half-width letter or sign that a full-width one stands for; titles are full of ： and （.
  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value - 0xFEE0))
  }

  /// Whether compatibility composition leaves a scalar as it is, next to others of these, or makes it narrow.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0x3000...0x3020, 0x3041...0x3096, 0x30A1...0x30FE, 0x4E00...0x9FFF, 0xFF01...0xFF5E: true
    default: false
    }
  }
}
