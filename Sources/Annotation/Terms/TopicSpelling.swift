/// Which topics are spelled: most are only counted, and their strings would take longer to make than all else.
package struct TopicSpelling {
  /// Every topic.
  package static var all: TopicSpelling { TopicSpelling(count: 0, others: []) }

  private let count: Int
  private let others: [Topic]
  /// The first of `others` whose key may still come.
  private var next = 0

  private init(count: Int, others: [Topic]) {
    self.count = count
    self.others = others
  }

  /// Those that stand in the text `count` times or more, and those that share a key with one of `others`.
  /// - Parameter others: Topics by key, ascending.
  package static func frequent(_ count: Int, orAmong others: [Topic]) -> TopicSpelling {
    TopicSpelling(count: count, others: others)
  }

  /// Whether a topic is spelled; to be asked by key, ascending.
  mutating func spells(_ key: TermKey, count: Int) -> Bool {
    while next < others.count, others[next].key < key { next += 1 }
    return count >= self.count || next < others.count && others[next].key == key
  }
}
