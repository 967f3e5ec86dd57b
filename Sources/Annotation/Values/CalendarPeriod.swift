/// A stretch of the calendar while it is read: a year, a month or a day, or from one to another.
struct CalendarPeriod: Hashable {
  /// A year, a month or a day; 0 stands for a part that is not given.
  struct Point: Hashable {
    var year: Int
    var month = 0
    var day = 0

    /// As ISO 8601 writes it; `nil` where no calendar has it.
    var iso8601: String? {
      guard CalendarDay.years ~= year, 0...12 ~= month else { return nil }
      let text = Self.padded(year, 4)
      guard month > 0 else { return text }
      guard day > 0 else { return text + "-" + Self.padded(month, 2) }
      guard CalendarDay(year: year, month: month, day: day) != nil else { return nil }
      return text + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2)
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number.magnitude)
      return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
  }

  var start: Point
  var end: Point?
  /// The quarter of the year, 1 to 4; 0 where it is none.
  var quarter = 0
  /// The week of the year by ISO 8601; 0 where it is none.
  var week = 0
  var isFiscal = false

  /// As ISO 8601 writes it; `nil` where no calendar has it.
  var value: DateValue? {
    guard let first = start.iso8601 else { return nil }
    if quarter > 0 { return DateValue(iso8601: "\(first)-Q\(quarter)", isFiscal: isFiscal) }
    if week > 0 { return DateValue(iso8601: "\(first)-W\(week < 10 ? "0" : "")\(week)") }
    guard let end else { return DateValue(iso8601: first, isFiscal: isFiscal) }
    guard let last = end.iso8601, (start.year, start.month, start.day) < (end.year, end.month, end.day) else {
      return nil
    }
    return DateValue(iso8601: first + "/" + last, isFiscal: isFiscal)
  }
}

extension CalendarPeriod {
  /// Years from one to another.
  static func years(_ first: Int, _ last: Int) -> CalendarPeriod {
    CalendarPeriod(start: .init(year: first), end: .init(year: last))
  }

  /// Months of a year, from one to another; a last month below the first is one of the next year.
  static func months(_ first: Int, _ last: Int, of year: Int, isFiscal: Bool = false) -> CalendarPeriod {
    CalendarPeriod(
      start: .init(year: year, month: first), end: .init(year: last < first ? year + 1 : year, month: last),
      isFiscal: isFiscal)
  }

  /// Days of a month, from one to another; `last` 0 for the last day of the month.
  static func days(_ first: Int, _ last: Int, of month: Int, _ year: Int) -> CalendarPeriod? {
    guard 1...12 ~= month, CalendarDay.years ~= year else { return nil }
    let end = last == 0 ? CalendarDay.dayCount(month: month, year: year) : last
    return CalendarPeriod(
      start: .init(year: year, month: month, day: first), end: .init(year: year, month: month, day: end))
  }

  /// A quarter of a year.
  static func quarter(_ quarter: Int, of year: Int, isFiscal: Bool) -> CalendarPeriod {
    CalendarPeriod(start: .init(year: year), quarter: quarter, isFiscal: isFiscal)
  }

  /// A season of a year, 1 for spring to 4 for winter: three months each, from March.
  static func season(_ season: Int, of year: Int) -> CalendarPeriod {
    .months(season * 3, season == 4 ? 2 : season * 3 + 2, of: year)
  }
}
