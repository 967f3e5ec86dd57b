package import Annotation
package import ArticleAnalysis

/// What the tag model keeps of one article: its topics, without their spelling but for those that may become new tags.
///
/// Stored in the index, so that an article that did not change is never analyzed again for the model.
package struct ArticleFeatures: Equatable, Sendable {
  /// A topic.
  package struct Feature: Equatable, Sendable {
    /// The topic's key.
    package let key: TermKey
    /// How often it stands in the text, up to 255.
    package let count: UInt8
    /// Where it stands.
    package let zones: Topic.Zones
  }

  /// A topic that may become a new tag.
  package struct Candidate: Equatable, Sendable {
    /// The spelling.
    package let term: String
    /// The log odds that it is one, as far as the article alone tells them, in 256ths.
    package let merit: Int
    /// How often it stands in the text, up to 255.
    package let count: UInt8
    /// Where it stands.
    package let zones: Topic.Zones
  }

  private static let form = "kiji.features"
  /// Raised with each change of the bytes or of what they mean.
  private static let version = 2
  /// The most candidates that are kept.
  private static let candidateLimit = 24
  /// The parts of a unit of merit.
  static let meritScale = 256.0
  /// What is added to a merit so that no negative number is stored.
  private static let meritOffset = 1 << 14

  /// The topics by key, ascending.
  package let features: [Feature]
  /// Topics that may become new tags, the most likely first.
  package let candidates: [Candidate]

  /// The title, where there is one.
  package let title: String?

  /// Takes features as they are, by key, ascending.
  package init(features: [Feature], candidates: [Candidate] = [], title: String? = nil) {
    self.features = features
    self.candidates = candidates
    self.title = title
  }

  /// The features of an article; empty where its analysis was not asked for tags or categories.
  package init(_ analysis: ArticleAnalysis) { self.init(analysis.topics?.topics ?? [], title: analysis.topics?.title) }

  /// The features of topics that are ordered by key.
  package init(_ topics: [Topic], title: String?) {
    self.title = title
    features = topics.map {
      Feature(key: $0.key, count: UInt8(clamping: $0.count), zones: $0.zones)
    }
    let greatest = topics.reduce(0) { $1.zones.contains(.trace) ? $0 : max($0, $1.count) }
    var ranked: [(order: Int, merit: Int)] = []
    for order in topics.indices where Self.isCandidate(topics[order]) {
      let merit = NewTagMerit.own(topics[order], greatest: greatest)
      ranked.append((order, Int((merit * Self.meritScale).rounded())))
    }
    ranked.sort { $0.merit != $1.merit ? $0.merit > $1.merit : $0.order < $1.order }
    candidates = ranked.prefix(Self.candidateLimit).map { order, merit in
      Candidate(
        term: topics[order].term, merit: min(max(merit, -Self.meritOffset), Self.meritOffset),
        count: UInt8(clamping: topics[order].count), zones: topics[order].zones)
    }
  }

  private static func isCandidate(_ topic: Topic) -> Bool {
    topic.zones.isDisjoint(with: .trace) && (topic.zones.contains(.title) || topic.count >= ArticleTopics.newTagCount)
      && TagForm.isPossible(topic.term)
  }

  /// The feature of a key.
  /// - Complexity: O(log *n*).
  package func feature(of key: TermKey) -> Feature? {
    var (low, high) = (0, features.count)
    while low < high {
      let middle = (low + high) / 2
      if features[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low < features.count && features[low].key == key ? features[low] : nil
  }
}

extension ArticleFeatures {
  /// The features as bytes.
  package var bytes: [UInt8] {
    var writer = BinaryWriter(form: Self.form, version: Self.version)
    write(to: &writer)
    return writer.bytes
  }

  /// Reads features.
  /// - Throws: `BinaryFormError` where the bytes are no features or those of another version.
  package init(bytes: [UInt8]) throws(BinaryFormError) {
    var reader = try BinaryReader(bytes, form: Self.form, version: Self.version)
    try self.init(from: &reader)
    try reader.finish()
  }

  func write(to writer: inout BinaryWriter) {
    var last: UInt32 = 0
    writer.list(features) { writer, feature in
      writer.integer(Int(feature.key.value &- last))
      last = feature.key.value
      writer.byte(feature.count)
      writer.byte(feature.zones.rawValue)
    }
    writer.string(title ?? "")
    writer.list(candidates) { writer, candidate in
      writer.string(candidate.term)
      writer.integer(candidate.merit + Self.meritOffset)
      writer.byte(candidate.count)
      writer.byte(candidate.zones.rawValue)
    }
  }

  init(from reader: inout BinaryReader) throws(BinaryFormError) {
    var last: UInt32 = 0
    var isFirst = true
    features = try reader.list { (reader: inout BinaryReader) throws(BinaryFormError) in
      let step = try reader.integer(upTo: Int(UInt32.max - last))
      guard isFirst || step > 0 else { throw reader.damage }
      isFirst = false
      last += UInt32(step)
      return Feature(
        key: TermKey(value: last), count: try reader.byte(), zones: Topic.Zones(rawValue: try reader.byte()))
    }
    let title = try reader.string()
    self.title = title.isEmpty ? nil : title
    candidates = try reader.list { (reader: inout BinaryReader) throws(BinaryFormError) in
      Candidate(
        term: try reader.string(), merit: try reader.integer(upTo: 2 * Self.meritOffset) - Self.meritOffset,
        count: try reader.byte(), zones: Topic.Zones(rawValue: try reader.byte()))
    }
  }
}
