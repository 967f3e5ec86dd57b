/// What kind of thing a name or an expression stands for.
///
/// The raw values are those of the JSON object's `type`.
public enum EntityType: String, CaseIterable, Sendable {
  /// A human being, a deity, a character of a work.
  case person
  /// A company, an organ of a state, or any other body; see `OrganizationKind`.
  case organization
  /// A country, a region, a city, a mountain, a sea.
  case location
  /// A building or another thing built: a station, a school's premises, a bridge, a road, a railway line.
  case facility
  /// A product, a service, a model, a named technology, a work.
  case product
  /// An event with a name: a war, a game, a conference, a festival.
  case event
  /// A law, a treaty, a licence, a named standard.
  case law
  /// A day, a month, a year, an era or a stretch between two of them.
  case date
  /// A time of day.
  case time
  /// An amount of money.
  case money
  /// A share of a whole.
  case percent
  /// A count with its unit: numbers of things, durations, sizes, multiples.
  case quantity

  /// Whether it is something with a name, not a time, an amount or a count.
  package var isName: Bool {
    switch self {
    case .date, .time, .money, .percent, .quantity: false
    default: true
    }
  }
}

/// What kind of body an organization is; the raw values are those of the JSON object's `subtype`.
public enum OrganizationKind: String, CaseIterable, Sendable {
  /// A firm.
  case company
  /// An organ of a state or of states: ministries, courts, parliaments, parties, armies, the United Nations.
  case government
  /// Any other body: universities, schools, associations, teams, groups.
  case other
}
