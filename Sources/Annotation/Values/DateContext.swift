/// What relative dates are counted from: the article's own date, and the date that was named last.
struct DateContext {
  /// The date of the article, where it is known.
  var anchor: CalendarDay?
  /// The year that was named last, and the month and the day where they were named with it; 0 where not.
  private(set) var year: Int?
  private(set) var month = 0
  private(set) var day = 0
  /// How many sentences ago that was.
  private(set) var age = 0
  /// The sentences for which a date that was named holds, where the article's own is known: 昨年3月に店を閉じた tells
  /// nothing of 11月3日 in the next paragraph.
  private static let reach = 2
  /// The business year that was named last.
  private(set) var fiscalYear: Int?

  /// Tells that a sentence begins.
  mutating func beginSentence() { age += 1 }

  /// Whether what was named last still holds.
  private var isNear: Bool { anchor == nil || age <= Self.reach }

  /// Remembers what was named.
  mutating func remember(_ period: CalendarPeriod) {
    age = 0
    if period.isFiscal {
      fiscalYear = period.start.year
    } else {
      year = period.start.year
      month = period.start.month
      day = period.start.day
    }
  }

  /// The year of a month that stands without one: that of the date named last, else the year that brings it nearest
  /// to the article's date.
  func year(ofMonth month: Int) -> Int? {
    if let year, isNear { return year }
    guard let anchor else { return nil }
    let distance = month - anchor.month
    return distance > 6 ? anchor.year - 1 : distance < -6 ? anchor.year + 1 : anchor.year
  }

  /// The month of a day that stands without one: that of the date named last, if it had a day too, else the month that
  /// brings it nearest to the article's date: 2023年7月の豪雨で傾いた橋が19日、開通した.
  func month(ofDay day: Int) -> (year: Int, month: Int)? {
    if let year, month > 0, anchor == nil || isNear && self.day > 0 { return (year, month) }
    guard let anchor else { return nil }
    let distance = day - anchor.day
    return Self.month(anchor.year, anchor.month, adding: distance > 15 ? -1 : distance < -15 ? 1 : 0)
  }

  /// The month that many months later.
  static func month(_ year: Int, _ month: Int, adding months: Int) -> (year: Int, month: Int) {
    let count = year * 12 + month - 1 + months
    let remainder = (count % 12 + 12) % 12
    return ((count - remainder) / 12, remainder + 1)
  }

  /// The last two digits of a year as a whole one: the year at most ten after the article's that ends so.
  func fullYear(_ digits: Int) -> Int {
    let latest = (anchor?.year ?? 2030) + 10
    return latest - ((latest - digits) % 100 + 100) % 100
  }

  /// The business year that the article's date lies in, by the year in which it began in April.
  var anchorFiscalYear: Int? { anchor.map { $0.month < 4 ? $0.year - 1 : $0.year } }
}
