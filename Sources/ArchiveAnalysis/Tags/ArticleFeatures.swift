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
    /// Its weight as a term, 0 to 255.
    package let weight: UInt8
    /// How often it stands in the text, up to 255.
    package let count: UInt8
    /// Where it stands.
    package let zones: Topic.Zones
  }

  private static let form = "kiji.features"
  private static let version = 1
  /// The most candidates that are kept.
  private static let candidateLimit = 24

  /// The topics by key, ascending.
  package let features: [Feature]
  /// Topics that may become new tags, the most likely first.
  package let candidates: [Candidate]

  /// Takes features as they are, by key, ascending.
  package init(features: [Feature], candidates: [Candidate]) {
    self.features = features
    self.candidates = candidates
  }

  /// The features of an article; empty where its analysis was not asked for tags or categories.
  package init(_ analysis: ArticleAnalysis) { self.init(analysis.topics?.topics ?? []) }

  /// The features of topics that are ordered by key.
  package init(_ topics: [Topic]) {
    features = topics.map {
      Feature(key: $0.key, count: UInt8(clamping: $0.count), zones: $0.zones)
    }
    let ranked = topics.filter { !$0.zones.contains(.part) && ($0.score > 0 || $0.zones.contains(.title)) }
      .sorted { left, right in
        let (first, second) = (Self.rank(left), Self.rank(right))
        return first != second ? first > second : left.key < right.key
      }
    candidates = ranked.prefix(Self.candidateLimit).map {
      Candidate(
        term: $0.term, weight: UInt8(clamping: Int(($0.score * 255).rounded())), count: UInt8(clamping: $0.count),
        zones: $0.zones)
    }
  }

  private static func rank(_ topic: Topic) -> Double { topic.score + (topic.zones.contains(.title) ? 1 : 0) }

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
    writer.list(candidates) { writer, candidate in
      writer.string(candidate.term)
      writer.byte(candidate.weight)
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
    candidates = try reader.list { (reader: inout BinaryReader) throws(BinaryFormError) in
      Candidate(
        term: try reader.string(), weight: try reader.byte(), count: try reader.byte(),
        zones: Topic.Zones(rawValue: try reader.byte()))
    }
  }
}
