extension EntityValue: CustomStringConvertible {
  /// The value on one line, for logs and tests: `2025-11`, `JPY 100000000000 atMost`, `3 人`, `10..20 %`.
  public var description: String {
    switch self {
    case .date(let date): date.iso8601 + (date.isFiscal ? " fiscal" : "")
    case .time(let time): time.iso8601
    case .money(let amount, let currency): "\(currency) \(amount)"
    case .percent(let amount, let unit), .quantity(let amount, let unit): "\(amount.numbers) \(unit)\(amount.suffix)"
    }
  }
}

extension Amount: CustomStringConvertible {
  /// The amount on one line: `3`, `10..20`, `? about`.
  public var description: String { numbers + suffix }

  /// The number or the range; a question mark where it is not told.
  fileprivate var numbers: String {
    let lower = value.map { "\($0)" } ?? "?"
    return upper.map { "\(lower)..\($0)" } ?? lower
  }

  /// The bound, with a space before it.
  fileprivate var suffix: String { bound.map { " \($0.rawValue)" } ?? "" }
}
