/// A set of roles.
struct RoleSet: Equatable, ExpressibleByArrayLiteral {
  private var bits: UInt64 = 0

  init() {}

  init(arrayLiteral roles: GrammarRole...) {
    for role in roles { insert(role) }
  }

  /// Adds a role.
  @inline(__always)
  mutating func insert(_ role: GrammarRole) { bits |= 1 &<< UInt64(role.rawValue) }

  /// Whether a role is in the set.
  @inline(__always)
  func contains(_ role: GrammarRole) -> Bool { bits & 1 &<< UInt64(role.rawValue) != 0 }

  /// Whether no role is in both sets.
  func isDisjoint(with other: RoleSet) -> Bool { bits & other.bits == 0 }
}
