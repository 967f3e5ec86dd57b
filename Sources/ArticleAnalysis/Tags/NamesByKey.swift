import Annotation
import TextCore

/// The names of an article by the keys of all their spellings, so that グーグル leads to Google.
struct NamesByKey {
  /// What a spelling names.
  struct Name {
    /// What it is.
    let entity: NamedEntity
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
      names[key] = Name(entity: findings.entities[mention.entity], mentions: mentions[mention.entity])
    }
    for (entity, count) in zip(findings.entities, mentions) {
      let key = TermKey(entity.name)
      if names[key] == nil { names[key] = Name(entity: entity, mentions: count) }
    }
  }

  /// The name with the spelling of that key.
  subscript(key: TermKey) -> Name? { names[key] }
}
