/// The months, quarters or years of an archive, without gaps: what stands on the axis of a course.
package struct PeriodAxis: Equatable, Sendable {
  /// How long a period is.
  package enum Length: Sendable { case month, quarter, year }

  /// How long a period is.
  package let length: Length
  /// The first months of the periods, ascending, counted from the year 0.
  package let starts: [Int]

  /// More periods than this cannot be told apart on a page, so longer ones are taken.
  private static let mostPeriods = 36

  /// The axis of the days from `first` to `last`, both `2025-11-02`; empty where one is none.
  package init(first: String?, last: String?) {
    guard let first = first.flatMap(Self.month), let last = last.flatMap(Self.month), first <= last else {
      (length, starts) = (.month, [])
      return
    }
    let length: Length =
      last - first < Self.mostPeriods ? .month : last - first < Self.mostPeriods * 3 ? .quarter : .year
    let step = Self.months(length)
    self.length = length
    starts = Array(stride(from: first - first % step, through: last, by: step))
  }

  /// The place of a day on the axis.
  package func place(of day: String?) -> Int? {
    guard let first = starts.first, let month = day.flatMap(Self.month), month >= first else { return nil }
    let place = (month - first) / Self.months(length)
    return place < starts.count ? place : nil
  }

  /// The name of a period as data has it: `2025-11`, `2025-Q4`, `2025`.
  package func name(_ place: Int) -> String {
    let (year, month) = (starts[place] / 12, starts[place] % 12 + 1)
    switch length {
    case .month: return Self.padded(year, 4) + "-" + Self.padded(month, 2)
    case .quarter: return Self.padded(year, 4) + "-Q\((month + 2) / 3)"
    case .year: return Self.padded(year, 4)
    }
  }

  /// The short name beside others on an axis, and whether a year begins there.
  package func label(_ place: Int) -> (text: String, year: String?) {
    let (year, month) = (starts[place] / 12, starts[place] % 12 + 1)
    let isNew = place == 0 || starts[place - 1] / 12 != year
    switch length {
    case .month: return (String(month), isNew ? String(year) : nil)
    case .quarter: return ("Q\((month + 2) / 3)", isNew ? String(year) : nil)
    case .year: return (String(year), nil)
    }
  }

  private static func months(_ length: Length) -> Int {
    switch length {
    case .month: 1
    case .quarter: 3
    case .year: 12
    }
  }

  /// The months from the year 0 to that of a day.
  private static func month(_ day: String) -> Int? {
    let parts = day.split(separator: "-")
    guard parts.count >= 2, let year = Int(parts[0]), let month = Int(parts[1]), (1...12).contains(month),
      (0...9999).contains(year)
    else { return nil }
    return year * 12 + month - 1
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
