/// What the tagger tells names apart by: the types of entities that are names, with organizations by kind and works
/// apart from products.
///
/// Works are products in the results; apart they have contexts of their own (連載, 主演), which the model learns better.
package enum NameClass: UInt8, CaseIterable, Sendable {
  case person, company, government, organization, location, facility, product, work, event, law

  /// The type of the entity.
  package var type: EntityType {
    switch self {
    case .person: .person
    case .company, .government, .organization: .organization
    case .location: .location
    case .facility: .facility
    case .product, .work: .product
    case .event: .event
    case .law: .law
    }
  }

  /// The kind of the organization, or `nil`.
  package var kind: OrganizationKind? {
    switch self {
    case .company: .company
    case .government: .government
    case .organization: .other
    default: nil
    }
  }

  /// The class of a gazetteer's or of an annotated text's type word.
  package init?(word: some StringProtocol) {
    switch word {
    case "person", "per": self = .person
    case "company", "com": self = .company
    case "government", "gov": self = .government
    case "organization", "org": self = .organization
    case "location", "loc": self = .location
    case "facility", "fac": self = .facility
    case "product", "pro": self = .product
    case "work": self = .work
    case "event", "evt": self = .event
    case "law": self = .law
    default: return nil
    }
  }
}

/// The labels of morphemes: outside of names, or at a place in a name of a class.
///
/// One morpheme's name, or its first, an inner or its last morpheme (Ratinov and Roth 2009, "Design challenges and
/// misconceptions in named entity recognition": better than inside and outside alone). The numbers lie so that the
/// labels which a name can begin with, or be done with, stand side by side.
package enum NameLabel {
  /// The number of classes.
  package static let classes = NameClass.allCases.count
  /// The label of a morpheme outside of all names.
  package static let outside = 0
  /// The number of labels: 41.
  package static let count = 1 + 4 * classes
  /// The labels that can follow a name that is done: outside, first and only. The labels below this number.
  package static let starters = 1 + 2 * classes

  /// The label of the first morpheme of several.
  package static func first(_ name: NameClass) -> Int { 1 + Int(name.rawValue) }
  /// The label of a name's only morpheme.
  package static func only(_ name: NameClass) -> Int { 1 + classes + Int(name.rawValue) }
  /// The label of a morpheme between the first and the last.
  package static func inner(_ name: NameClass) -> Int { 1 + 2 * classes + Int(name.rawValue) }
  /// The label of the last morpheme of several.
  package static func last(_ name: NameClass) -> Int { 1 + 3 * classes + Int(name.rawValue) }

  /// Whether a name goes on after the label.
  package static func isOpen(_ label: Int) -> Bool {
    (1...classes).contains(label) || (starters..<starters + classes).contains(label)
  }

  /// Whether the label goes on with a name.
  package static func isContinuing(_ label: Int) -> Bool { label >= starters }

  /// The class of a label other than `outside`.
  package static func name(of label: Int) -> Int { (label - 1) % classes }

  /// Whether `next` can follow `label`.
  package static func canFollow(_ label: Int, _ next: Int) -> Bool {
    isOpen(label) ? isContinuing(next) && name(of: label) == name(of: next) : !isContinuing(next)
  }
}
