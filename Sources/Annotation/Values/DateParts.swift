/// A date while it is read from left to right.
struct DateParts {
  var start: Int
  var end: Int
  /// The year; `nil` where nothing tells it.
  var year: Int?
  /// The month, or 0.
  var month = 0
  /// The day, or 0.
  var day = 0
  var isFiscal = false
  var isDeictic = false
  /// What the date is, where year, month and day alone do not say it.
  var period: CalendarPeriod?
  /// Whether a word makes a date of it whose value is not known.
  var isOpen = false
}

extension ValueReader {
  /// The mention of a date; remembers what it names.
  mutating func reading(_ date: DateParts) -> Reading {
    var reading = Reading(start: date.start, end: date.end, isDeictic: date.isDeictic)
    guard !date.isOpen, let year = date.year else { return reading }
    let period =
      date.period
      ?? CalendarPeriod(start: .init(year: year, month: date.month, day: date.day), isFiscal: date.isFiscal)
    guard date.month > 0 || date.day == 0, let value = period.value else { return reading }
    dates.remember(period)
    reading.value = .date(value)
    return reading
  }

  /// Reads what may follow a year: a month, a season, a quarter, an end.
  mutating func readAfterYear(_ date: inout DateParts) {
    let place = date.end
    if readQuarter(&date) || readPartOfYear(&date) { return }
    guard !date.isFiscal, let numeral = sentence.numeral(at: place), 1...12 ~= numeral.integer else { return }
    if sentence.has("月", at: numeral.end), sentence.end(ofAny: ["間", "額"], at: numeral.end + 3) == nil {
      date.month = numeral.integer
      date.end = numeral.end + 3
      date.isDeictic = false
      readAfterMonth(&date)
    } else if let last = rangeOfMonths(numeral) {
      date.isDeictic = false
      take(months: numeral.integer, last.month, last.end, &date)
    }
  }

  /// 第2四半期, 2Q, Q2, 上半期 and 下半期, behind a year or a business year.
  private func readQuarter(_ date: inout DateParts) -> Bool {
    var place = date.end
    if sentence.has("の第", at: place) { place += 3 }
    if sentence[place] == 0x20 { place += 1 }
    if let quarter = quarterEnd(at: place) {
      date.period = date.year.map { .quarter(quarter.number, of: $0, isFiscal: date.isFiscal) }
      date.end = quarter.end
      date.isDeictic = false
      return true
    }
    let first = sentence.end(ofAny: ["上半期", "上期"], at: date.end)
    guard let end = first ?? sentence.end(ofAny: ["下半期", "下期"], at: date.end) else { return false }
    let isFiscal = date.isFiscal
    date.period = date.year.map { year in
      switch (isFiscal, first != nil) {
      case (true, true): .months(4, 9, of: year, isFiscal: true)
      case (true, false): .months(10, 3, of: year, isFiscal: true)
      case (false, true): .months(1, 6, of: year)
      case (false, false): .months(7, 12, of: year)
      }
    }
    date.end = end
    date.isDeictic = false
    return true
  }

  /// The quarter that is named at `place`: 第2四半期, 2Q, Q2.
  func quarterEnd(at place: Int) -> (number: Int, end: Int)? {
    if sentence.has("第", at: place), let numeral = sentence.numeral(at: place + 3), 1...4 ~= numeral.integer,
      sentence.has("四半期", at: numeral.end)
    {
      return (numeral.integer, numeral.end + 9)
    }
    let (digit, letter) = sentence.isDigit(place) ? (place, place + 1) : (place + 1, place)
    guard sentence[letter] == UInt8(ascii: "Q"), 0x31...0x34 ~= sentence[digit], !sentence.isLetterOrDigit(place + 2)
    else { return nil }
    return (Int(sentence[digit] - 0x30), place + 2)
  }

  /// A season, a beginning, a half or an end of a year or of a business year.
  private func readPartOfYear(_ date: inout DateParts) -> Bool {
    let place = date.end
    for (index, name) in Self.seasons.enumerated() where sentence.has(name, at: place) && sentence.isBorder(place + 3) {
      guard !date.isFiscal else { return false }
      date.period = date.year.map { .season(index + 1, of: $0) }
      date.end += 3
      return true
    }
    let parts: [(StaticString, Int, Int)] = [("末日", 12, 12), ("末", 12, 12), ("前半", 1, 6), ("後半", 7, 12), ("初め", 0, 0)]
    for (name, first, last) in parts where sentence.has(name, at: place) {
      let isFiscal = date.isFiscal
      date.period = date.year.map { year in
        guard first > 0 else { return CalendarPeriod(start: .init(year: year), isFiscal: isFiscal) }
        if first == last {
          return CalendarPeriod(start: .init(year: isFiscal ? year + 1 : year, month: isFiscal ? 3 : 12))
        }
        return isFiscal
          ? .months(first == 1 ? 4 : 10, first == 1 ? 9 : 3, of: year, isFiscal: true)
          : .months(first, last, of: year)
      }
      date.end += name.utf8CodeUnitCount
      return true
    }
    return false
  }

  private static let seasons: [StaticString] = ["春", "夏", "秋", "冬"]

  /// Reads what may follow a month: a day, days, a part of the month, or that a business year ends with it.
  mutating func readAfterMonth(_ date: inout DateParts) {
    let place = date.end
    if let numeral = sentence.numeral(at: place), 1...31 ~= numeral.integer {
      date.isDeictic = false
      if sentence.has("日", at: numeral.end), sentence.end(ofAny: ["間", "連続", "以内", "ぶり"], at: numeral.end + 3) == nil {
        date.day = numeral.integer
        date.end = numeral.end + 3
        readAfterDay(&date)
      } else if let last = rangeOfDays(numeral) {
        take(days: numeral.integer, last.day, last.end, &date)
      }
      return
    }
    if sentence.has("期", at: place), !sentence.has("期間", at: place), !sentence.has("期待", at: place) {
      date.end += 3
      endBusinessYear(&date)
      return
    }
    if sentence.has("号", at: place) { date.end += 3 }
    for (name, first, last) in Self.partsOfMonth where sentence.has(name, at: place) {
      date.end += name.utf8CodeUnitCount
      guard first > 0, let year = date.year else { return }
      date.period = .days(first, last, of: date.month, year)
      if name.utf8CodeUnitCount == 3 || last == 0 && first == 31 {
        let day = CalendarDay.dayCount(month: date.month, year: year)
        date.period = CalendarPeriod(start: .init(year: year, month: date.month, day: day))
      }
      return
    }
  }

  private static let partsOfMonth: [(StaticString, Int, Int)] = [
    ("上旬", 1, 10), ("初旬", 1, 10), ("中旬", 11, 20), ("下旬", 21, 0), ("末日", 31, 0), ("末", 31, 0), ("前半", 1, 15),
    ("後半", 16, 0), ("初め", 0, 0),
  ]

  /// Makes the business year that ends with its month of a date, and reads a quarter of it.
  private func endBusinessYear(_ date: inout DateParts) {
    date.isFiscal = true
    guard let year = date.year else { return }
    // 2026年3月期 is 2025年度; a year that ends in December bears its own name.
    let name = date.month == 12 ? year : year - 1
    if let quarter = quarterEnd(at: sentence.has("の第", at: date.end) ? date.end + 3 : date.end) {
      date.period = .quarter(quarter.number, of: name, isFiscal: true)
      date.end = quarter.end
    } else if let end = sentence.end(ofAny: ["中間期", "上期", "上半期"], at: date.end) {
      let first = DateContext.month(year, date.month, adding: -11)
      let last = DateContext.month(year, date.month, adding: -6)
      date.period = CalendarPeriod(
        start: .init(year: first.year, month: first.month), end: .init(year: last.year, month: last.month),
        isFiscal: true)
      date.end = end
    }
  }

  /// Reads what may follow a day: its day of the week, a last day, a part of the day.
  mutating func readAfterDay(_ date: inout DateParts) {
    if let end = endOfWeekday(at: date.end) { date.end = end }
    if let sign = sentence.endOfRangeSign(at: date.end), let last = sentence.numeral(at: sign), date.day < last.integer,
      last.integer <= 31, sentence.has("日", at: last.end), sentence.end(ofAny: ["間", "目"], at: last.end + 3) == nil
    {
      take(days: date.day, last.integer, last.end + 3, &date)
      if let end = endOfWeekday(at: date.end) { date.end = end }
      return
    }
    for name in Self.partsOfDay where sentence.has(name, at: date.end) {
      let end = date.end + name.utf8CodeUnitCount
      if sentence.isBorder(end), sentence.numeral(at: end) == nil { date.end = end }
      return
    }
  }

  private static let partsOfDay: [StaticString] = ["午前", "午後", "早朝", "深夜", "未明"]

  /// Where the day of the week in brackets ends that stands at `place`: `(月)`, `(火・祝)`.
  private func endOfWeekday(at place: Int) -> Int? {
    guard sentence[place] == UInt8(ascii: "("),
      let name = sentence.end(ofAny: ["日", "月", "火", "水", "木", "金", "土"], at: place + 1)
    else { return nil }
    let end = sentence.end(ofAny: ["曜日", "曜"], at: name) ?? name
    let last = sentence.end(ofAny: ["・祝日", "・祝", "祝", "・休"], at: end) ?? end
    return sentence[last] == UInt8(ascii: ")") ? last + 1 : nil
  }
}
