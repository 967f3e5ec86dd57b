/// What an expression for a number or a time stands for.
public enum EntityValue: Hashable, Sendable {
  /// A day, a longer time of the calendar, or a range of these.
  case date(DateValue)
  /// A time of day, or a range of them.
  case time(TimeValue)
  /// An amount of money; `currency` is a code of ISO 4217.
  case money(Amount, currency: String)
  /// A share in hundredths (`unit` is `%`), or a difference of two shares (`point`).
  case percent(Amount, unit: String)
  /// A count, a duration, a size or a multiple. The unit is the symbol of the SI or of its trade where there is one
  /// (`km`, `GB`, `kWh`), else the Japanese counter in one spelling (`人`, `か月`, `倍`).
  case quantity(Amount, unit: String)
}

/// A number as a text gives it: exact, as a range, or bounded.
public struct Amount: Hashable, Sendable {
  /// What a text says of how a number is meant.
  public enum Bound: String, Sendable, CaseIterable {
    /// 最大, 以下, 以内, 上限.
    case atMost
    /// 最低, 少なくとも, 以上.
    case atLeast
    /// 超, 強, 余, を超える.
    case moreThan
    /// 弱, 未満, 近く, 足らず.
    case lessThan
    /// 約, およそ, ほど, 程度, 前後; also with 数, which leaves the digits open.
    case about
  }

  /// The number, or the lower end of the range; `nil` where the text leaves digits open (数千) or gives more than 18.
  public let value: DecimalNumber?
  /// The upper end of a range.
  public let upper: DecimalNumber?
  /// How the number is meant.
  public let bound: Bound?

  /// Creates an amount.
  public init(_ value: DecimalNumber?, upper: DecimalNumber? = nil, bound: Bound? = nil) {
    self.value = value
    self.upper = upper
    self.bound = bound
  }
}

/// A time of the calendar as ISO 8601 writes it.
///
/// Days, months and years are `2025-11-02`, `2025-11` and `2025`; quarters `2025-Q3`; weeks `2025-W44`. What has no such
/// form is an interval of them, both ends included: `2025-11-10/2025-11-12`, `2020/2029` for 2020年代, `1801/1900` for
/// 19世紀, `2025-03/2025-05` for 2025年春. Years before 1 AD follow ISO 8601: 紀元前203年 is `-0202`.
public struct DateValue: Hashable, Sendable {
  /// The date or interval.
  public let iso8601: String
  /// Whether it counts in business years, which in Japan begin in April unless the text says otherwise: `2025` is then
  /// 2025年度, `2025-Q2` its second quarter. A business year named by its last month (2026年3月期) is that month.
  public let isFiscal: Bool

  /// Creates a date from its text.
  public init(iso8601: String, isFiscal: Bool = false) {
    self.iso8601 = iso8601
    self.isFiscal = isFiscal
  }
}

/// A time of day as ISO 8601 writes it: `15:30`, `15:30:05`, or a range `10:00/18:00`.
public struct TimeValue: Hashable, Sendable {
  /// The time or range.
  public let iso8601: String

  /// Creates a time from its text.
  public init(iso8601: String) { self.iso8601 = iso8601 }
}
