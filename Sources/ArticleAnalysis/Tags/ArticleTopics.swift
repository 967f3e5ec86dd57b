package import Annotation

/// What an article is about: the topics of its text and of its title.
package struct ArticleTopics: Equatable, Sendable {
  /// The mentions that a topic needs to become a tag that its archive does not have, unless the title has it.
  package static let newTagCount = 3

  /// The topics and traces by key, ascending. Where an archive gives the tags, those that can become no new one have an
  /// empty term.
  package let topics: [Topic]

  /// The title, where there is one.
  package let title: String?

  /// The topics of a text, with those of its title.
  /// - Parameters:
  ///   - text: Topics and traces by key, ascending.
  ///   - titleTopics: Topics whose counts are those in the title, by key, ascending.
  package init(text: [Topic], title name: String?, titleTopics title: [Topic]) {
    self.title = name
    var topics: [Topic] = []
    topics.reserveCapacity(text.count + title.count)
    var (inText, inTitle) = (0, 0)
    while inText < text.count || inTitle < title.count {
      if inTitle == title.count || inText < text.count && text[inText].key < title[inTitle].key {
        topics.append(text[inText])
        inText += 1
      } else if inText == text.count || title[inTitle].key < text[inText].key {
        var topic = title[inTitle]
        topic.count = 0
        topic.ownCount = 0
        topic.score = 0
        topic.zones = topic.zones.intersection(.part).union(.title)
        topics.append(topic)
        inTitle += 1
      } else {
        var topic = text[inText]
        let isPart = topic.zones.contains(.part) && title[inTitle].zones.contains(.part)
        topic.zones = topic.zones.subtracting(.part).union(isPart ? [.title, .part] : .title)
        if !title[inTitle].zones.contains(.part) { topic.term = title[inTitle].term }
        topics.append(topic)
        inText += 1
        inTitle += 1
      }
    }
    self.topics = topics
  }

  /// How often the text has the noun that a compound ends with: データセンター of AIデータセンター.
  /// - Complexity: O(*c* log *t*) in the compound's characters and in topics.
  func headCount(of compound: Topic) -> Int {
    guard compound.kind == .compound else { return 0 }
    var head = compound.term.dropFirst()
    while head.count >= 2 {
      if let topic = topic(of: TermKey(String(head))), topic.ownCount > 0 { return topic.ownCount }
      head = head.dropFirst()
    }
    return 0
  }

  /// The topic of a key.
  /// - Complexity: O(log *n*).
  func topic(of key: TermKey) -> Topic? {
    var (low, high) = (0, topics.count)
    while low < high {
      let middle = (low + high) / 2
      if topics[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low < topics.count && topics[low].key == key ? topics[low] : nil
  }
}
