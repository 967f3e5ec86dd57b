internal import Foundation

/// How close excerpts come to what people wrote about the same articles.
package struct ExcerptEvaluation: Sendable {
  /// The articles compared.
  package private(set) var count = 0
  /// The articles without an excerpt.
  package private(set) var missing = 0
  private var sum = 0.0

  /// Begins with nothing compared.
  package init() {}

  /// The mean F1 of character bigrams, 0 to 1.
  package var meanF1: Double { count > 0 ? sum / Double(count) : 0 }

  /// Compares an excerpt with a description.
  package mutating func add(excerpt: String?, description: String) {
    count += 1
    if excerpt == nil { missing += 1 }
    sum += Self.f1(excerpt ?? "", description)
  }

  /// The F1 of the character bigrams that two texts share; punctuation, brackets and white space do not count.
  package static func f1(_ left: String, _ right: String) -> Double {
    let (left, right) = (bigrams(left), bigrams(right))
    let all = left.values.reduce(0, +) + right.values.reduce(0, +)
    let both = left.reduce(0) { $0 + min($1.value, right[$1.key] ?? 0) }
    return all > 0 ? 2 * Double(both) / Double(all) : 0
  }

  private static let ignored: Set<Character> = [
    "、", "。", "，", "．", "「", "」", "『", "』", "（", "）", "(", ")", "・",
  ]

  private static func bigrams(_ text: String) -> [String: Int] {
    let characters = text.lowercased().filter { !$0.isWhitespace && !ignored.contains($0) }
    var counts: [String: Int] = [:]
    for (first, second) in zip(characters, characters.dropFirst()) { counts["\(first)\(second)", default: 0] += 1 }
    return counts
  }
}
