import Annotation
import TextCore

/// The names of an article by the keys of all their spellings, so that グーグル leads to Google.
struct NamesByKey {
  /// What a spelling names.
  struct Name {
    /// Its place among the entities.
    let order: Int
    /// What it is.
    let type: EntityType
    /// How often the article mentions it, in whatever spelling.
    let mentions: Int
  }

  private var names: [TermKey: Name] = [:]

  /// The names of `findings`, whose mentions lie in `text`.
  init(_ findings: EntityFindings, text: Span<UInt8>) {
    var mentions = [Int](repeating: 0, count: findings.entities.count)
    for mention in findings.mentions where mentions.indices.contains(mention.entity) { mentions[mention.entity] += 1 }
    for mention in findings.mentions where mentions.indices.contains(mention.entity) {
      let key = TermKey(text.string(mention.range.offsets))
      guard names[key] == nil else { continue }
      names[key] = Name(
        order: mention.entity, type: findings.entities[mention.entity].type, mentions: mentions[mention.entity])
    }
    for (order, entity) in findings.entities.enumerated() {
      let key = TermKey(entity.name)
      if names[key] == nil { names[key] = Name(order: order, type: entity.type, mentions: mentions[order]) }
    }
  }

  /// The name with the spelling of that key.
  subscript(key: TermKey) -> Name? { names[key] }
}
