/// Brings together what an article tells of one deal in several places.
enum RelationMerging {
  /// What is the same in two mentions of one deal.
  private struct Key: Hashable {
    let type: RelationType
    let from: Int
    let to: Int?
    let isDenied: Bool
  }

  /// The mentions, one for each deal and amount: one without an amount only where no other has one.
  ///
  /// Partnerships are the same in both directions. Money that is spent on nothing named is the investment of the same
  /// amount that the article tells of elsewhere.
  /// - Complexity: O(*n* + *p*²), where *p* mentions tell of one pair with distinct amounts.
  static func merged(_ found: [RelationMention], mentions: [EntityMention]) -> [RelationMention] {
    guard found.count > 1 else { return found }
    var kept: [RelationMention] = []
    var places: [Key: [Int]] = [:]
    for relation in found {
      let key = key(of: relation)
      var isTold = false
      for place in places[key, default: []] {
        if relation.amount == nil || amount(relation, mentions) == amount(kept[place], mentions) {
          isTold = true
        } else if kept[place].amount == nil {
          kept[place].amount = relation.amount
          isTold = true
        }
        if isTold {
          if relation.certainty == .stated { kept[place].certainty = .stated }
          break
        }
      }
      guard !isTold else { continue }
      guard places[key, default: []].count < amountLimit else { continue }
      places[key, default: []].append(kept.count)
      kept.append(relation)
    }
    return withoutUnnamed(kept, mentions)
  }

  /// The most amounts of one deal that are kept.
  private static let amountLimit = 8

  private static func key(of relation: RelationMention) -> Key {
    var (from, to) = (relation.from, relation.to)
    if relation.type == .partnership, let other = to, other < from { (from, to) = (other, from) }
    return Key(type: relation.type, from: from, to: to, isDenied: relation.certainty == .denied)
  }

  /// What tells whether two amounts are the same: the entity, or the mention where it has none.
  private static func amount(_ relation: RelationMention, _ mentions: [EntityMention]) -> Int? {
    relation.amount.map { mentions[$0].entity >= 0 ? mentions[$0].entity : -1 - $0 }
  }

  /// Leaves out deals with nobody whose amount another deal of the same party has.
  private static func withoutUnnamed(_ kept: [RelationMention], _ mentions: [EntityMention]) -> [RelationMention] {
    struct Payment: Hashable {
      let from: Int
      let amount: Int
    }
    var named: Set<Payment> = []
    for relation in kept where relation.to != nil {
      if let amount = amount(relation, mentions) {
        named.insert(Payment(from: relation.from, amount: amount))
        if relation.type == .funding, let to = relation.to { named.insert(Payment(from: to, amount: amount)) }
      }
    }
    return kept.filter { relation in
      guard relation.to == nil, let amount = amount(relation, mentions) else { return true }
      return !named.contains(Payment(from: relation.from, amount: amount))
    }
  }
}
