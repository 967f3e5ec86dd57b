/// A day of the Gregorian calendar.
public struct CalendarDay: Hashable, Sendable {
  /// The year as astronomers count it: 0 is 1 BC.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month.
  public let day: Int

  /// The years for which days are counted.
  package static let years = -9999...9999

  /// Creates a day; `nil` where no calendar has it, or its year is not from -9999 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard Self.years ~= year, 1...12 ~= month, 1...Self.dayCount(month: month, year: year) ~= day else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The number of days of a month from 1 to 12.
  static func dayCount(month: Int, year: Int) -> Int {
    switch month {
    case 2: year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The days since 1970-01-01.
  ///
  /// After Howard Hinnant's `days_from_civil`, <https://howardhinnant.github.io/date_algorithms.html>.
  var number: Int {
    let year = month <= 2 ? self.year - 1 : self.year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day that many days later; `nil` where that is out of the years.
  ///
  /// After Howard Hinnant's `civil_from_days`.
  func adding(days: Int) -> CalendarDay? {
    guard abs(days) < 8_000_000 else { return nil }
    let shifted = number + days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return CalendarDay(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The day of the week, 1 for Monday to 7 for Sunday, as ISO 8601 numbers them.
  var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

  /// The year and the number of the week by ISO 8601: a week belongs to the year that its Thursday lies in.
  var week: (year: Int, week: Int)? {
    guard let thursday = adding(days: 4 - weekday),
      let first = CalendarDay(year: thursday.year, month: 1, day: 1)
    else { return nil }
    return (thursday.year, (thursday.number - first.number) / 7 + 1)
  }
}
