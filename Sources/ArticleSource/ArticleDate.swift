/// A date as an article's front matter gives it: a day of the Gregorian calendar, with a time where one is written.
///
/// The parts are kept as written; nothing is converted to another time zone.
public struct ArticleDate: Hashable, Sendable {
  /// A time of day.
  public struct Time: Hashable, Sendable {
    /// The hour, 0 to 23.
    public let hour: Int
    /// The minute, 0 to 59.
    public let minute: Int
    /// The second, 0 to 60; 0 where none is written.
    public let second: Int

    /// Creates a time; `nil` where no clock shows it.
    public init?(hour: Int, minute: Int, second: Int = 0) {
      guard 0...23 ~= hour, 0...59 ~= minute, 0...60 ~= second else { return nil }
      (self.hour, self.minute, self.second) = (hour, minute, second)
    }
  }

  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month.
  public let day: Int
  /// The time of day, where one is written.
  public let time: Time?
  /// The minutes that the time is ahead of UTC, where a zone is written; always `nil` without a time.
  public let utcOffset: Int?

  /// Creates a date; `nil` where no calendar has it.
  public init?(year: Int, month: Int, day: Int, time: Time? = nil, utcOffset: Int? = nil) {
    guard 1...9999 ~= year, 1...12 ~= month, 1...Self.dayCount(month: month, year: year) ~= day else { return nil }
    guard abs(utcOffset ?? 0) < 24 * 60 else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
    self.time = time
    self.utcOffset = time == nil ? nil : utcOffset
  }

  /// The number of days of a month from 1 to 12.
  private static func dayCount(month: Int, year: Int) -> Int {
    switch month {
    case 2: year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The date by ISO 8601: `2025-11-02`, `2025-11-02T12:54:50Z`, `2014-02-12T14:10:04+09:00`, or without zone.
  public var iso8601: String {
    let date = "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
    guard let time else { return date }
    let clock = "\(Self.padded(time.hour, 2)):\(Self.padded(time.minute, 2)):\(Self.padded(time.second, 2))"
    guard let utcOffset else { return "\(date)T\(clock)" }
    guard utcOffset != 0 else { return "\(date)T\(clock)Z" }
    let (hours, minutes) = abs(utcOffset).quotientAndRemainder(dividingBy: 60)
    return "\(date)T\(clock)\(utcOffset < 0 ? "-" : "+")\(Self.padded(hours, 2)):\(Self.padded(minutes, 2))"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension ArticleDate: CustomStringConvertible {
  /// The date by ISO 8601.
  public var description: String { iso8601 }
}
