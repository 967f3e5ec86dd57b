/// Decades, centuries, quarters, distances, and dates in figures alone.
extension ValueReader {
  /// 1990年代, 90年代, 昭和40年代 with the year before the era's first as `base`.
  mutating func decade(_ numeral: Numeral, _ start: Int, _ end: Int, base: Int) -> Reading? {
    guard numeral.integer >= 0, numeral.exponent < 4, numeral.integer % 10 == 0 else { return nil }
    let number = numeral.integer
    guard base > 0 || number >= 1000 || number < 100 else { return nil }
    let first = base > 0 ? base + number : number < 100 ? dates.fullYear(number) : number
    let span = number % 100 == 0 && number >= 1000 && number < 2000 ? 100 : 10
    var date = DateParts(start: start, end: end, year: first)
    date.period = .years(first, first + span - 1)
    if sentence.has("前半", at: end) {
      date.period = .years(first, first + span / 2 - 1)
      date.end += 6
    } else if sentence.has("後半", at: end) {
      date.period = .years(first + span / 2, first + span - 1)
      date.end += 6
    } else if sentence.has("末", at: end), sentence.isBorder(end + 3) {
      date.period = CalendarPeriod(start: .init(year: first + span - 1))
      date.end += 3
    }
    return reading(date)
  }

  /// 19世紀, 紀元前3世紀.
  mutating func century(_ numeral: Numeral, _ start: Int, _ end: Int, isBefore: Bool) -> Reading? {
    guard 1...40 ~= numeral.integer else { return nil }
    // The first century begins with the year 1; the first before it ends with 1 BC, the year 0.
    let first = isBefore ? -numeral.integer * 100 + 1 : numeral.integer * 100 - 99
    var date = DateParts(start: start, end: end, year: first)
    date.period = .years(first, first + 99)
    if sentence.has("前半", at: end) {
      date.period = .years(first, first + 49)
      date.end += 6
    } else if sentence.has("後半", at: end) {
      date.period = .years(first + 50, first + 99)
      date.end += 6
    } else if sentence.has("末", at: end), sentence.isBorder(end + 3) {
      date.period = .years(first + 90, first + 99)
      date.end += 3
    }
    return reading(date)
  }

  // MARK: - Quarters and business years

  /// 第2四半期, which belongs to the business year named last.
  mutating func quarter(_ numeral: Numeral, _ start: Int) -> Reading? {
    guard let quarter = quarterEnd(at: start) else { return nil }
    return quarterReading(quarter.number, start, quarter.end)
  }

  /// 2Q.
  mutating func quarterNumber(_ numeral: Numeral, _ start: Int) -> Reading? {
    guard let quarter = quarterEnd(at: start) else { return nil }
    return quarterReading(quarter.number, start, quarter.end)
  }

  private mutating func quarterReading(_ number: Int, _ start: Int, _ end: Int) -> Reading {
    var date = DateParts(start: start, end: end, year: dates.fiscalYear)
    date.period = dates.fiscalYear.map { .quarter(number, of: $0, isFiscal: true) }
    return reading(date)
  }

  /// FY2025, FY25 Q2.
  mutating func fiscalYear(_ numeral: Numeral, _ start: Int) -> Reading? {
    guard numeral.digits == 4 || numeral.digits == 2,
      !sentence.isLetter(numeral.end) || quarterEnd(at: numeral.end) != nil
    else { return nil }
    let year = numeral.digits == 4 ? numeral.integer : dates.fullYear(numeral.integer)
    var date = DateParts(start: start, end: numeral.end, year: year, isFiscal: true)
    readAfterYear(&date)
    return reading(date)
  }

  // MARK: - Distances

  enum DistanceUnit {
    case years, months, weeks, days
  }

  /// Where a unit of months ends that stands at `place`: カ月, か月.
  private func endOfMonthUnit(_ place: Int) -> Int? {
    sentence.end(ofAny: ["カ月", "か月", "ヶ月", "ヵ月", "ケ月", "箇月"], at: place)
  }

  /// 20年前, 3日後, 3年目, 2カ月前, 3週間後.
  func distance(_ numeral: Numeral, _ start: Int) -> Reading? {
    let end = numeral.end
    if sentence.has("年", at: end) { return distance(numeral, start, end + 3, .years) }
    if sentence.has("日", at: end) { return distance(numeral, start, end + 3, .days) }
    if sentence.has("週間", at: end) { return distance(numeral, start, end + 6, .weeks) }
    return endOfMonthUnit(end).flatMap { distance(numeral, start, $0, .months) }
  }

  /// What lies as far away as `numeral` says; `end` is behind the unit.
  private func distance(_ numeral: Numeral, _ start: Int, _ end: Int, _ unit: DistanceUnit) -> Reading? {
    var end = end
    if sentence.has("余", at: end) { end += 3 }
    if unit == .weeks || unit == .months || numeral.isVague || numeral.exponent > 0 {
      // What is counted so is no date of the calendar.
    } else if sentence.has("目", at: end), unit == .years || unit == .days, sentence.isBorder(end + 3) {
      return Reading(start: start, end: end + 3)
    }
    let isBefore = sentence.has("前", at: end)
    guard isBefore || sentence.has("後", at: end), sentence.isBorder(end + 3),
      sentence.end(ofAny: ["倒", "半", "払", "提", "者", "後", "期", "年度"], at: end + 3) == nil
    else { return nil }
    var reading = Reading(start: start, end: end + 3)
    guard isBefore || sentence.has("今から", before: start), numeral.integer > 0, let anchor = dates.anchor else {
      return reading
    }
    reading.value = Self.day(anchor, numeral.integer * (isBefore ? -1 : 1), unit).flatMap(\.value).map { .date($0) }
    return reading
  }

  /// What lies `count` units after a day, to the precision of the unit.
  static func day(_ day: CalendarDay, _ count: Int, _ unit: DistanceUnit) -> CalendarPeriod? {
    guard abs(count) < 1_000_000 else { return nil }
    switch unit {
    case .years: return CalendarPeriod(start: .init(year: day.year + count))
    case .months:
      let month = DateContext.month(day.year, day.month, adding: count)
      return CalendarPeriod(start: .init(year: month.year, month: month.month))
    case .weeks:
      guard let week = day.adding(days: count * 7)?.week else { return nil }
      return CalendarPeriod(start: .init(year: week.year), week: week.week)
    case .days:
      guard let day = day.adding(days: count) else { return nil }
      return CalendarPeriod(start: .init(year: day.year, month: day.month, day: day.day))
    }
  }

  // MARK: - Figures alone

  /// 2025/11/02, 2025-11-02, 2025.11.2, 2025/11, 11/2(日).
  mutating func dottedDate(_ numeral: Numeral, at start: Int) -> Reading? {
    guard !numeral.isKanji, let figures = figures(at: start) else { return nil }
    if sentence.isLetterOrDigit(figures.end) || sentence[figures.end] == figures.separator { return nil }
    var date = DateParts(start: start, end: figures.end)
    if figures.count == 3, figures.lengths.0 == 4 {
      date.year = figures.numbers.0
      date.month = figures.numbers.1
      date.day = figures.numbers.2
      guard CalendarDay(year: figures.numbers.0, month: date.month, day: date.day) != nil else { return nil }
    } else if figures.count == 2, figures.lengths.0 == 4, figures.separator != UInt8(ascii: "."),
      1900...2100 ~= figures.numbers.0, 1...12 ~= figures.numbers.1, figures.lengths.1 == 2
    {
      if sentence.has("シーズン", at: figures.end) || sentence.has("年", at: figures.end) { return nil }
      date.year = figures.numbers.0
      date.month = figures.numbers.1
    } else if figures.count == 2, figures.separator == UInt8(ascii: "/"), figures.lengths.0 <= 2,
      1...12 ~= figures.numbers.0, 1...31 ~= figures.numbers.1, sentence[figures.end] == UInt8(ascii: "(")
    {
      date.year = dates.year(ofMonth: figures.numbers.0)
      date.month = figures.numbers.0
      date.day = figures.numbers.1
      readAfterDay(&date)
      guard date.end > figures.end else { return nil }
      return reading(date)
    } else {
      return nil
    }
    if date.day > 0 { readAfterDay(&date) }
    return reading(date)
  }

  /// R7.4.1, with the year before the era's first as `base`.
  mutating func shortEraDate(_ numeral: Numeral, _ place: Int, _ start: Int, _ base: Int) -> Reading? {
    guard let figures = figures(at: place), figures.count == 3, figures.lengths.0 <= 2,
      !sentence.isLetterOrDigit(figures.end),
      1...64 ~= figures.numbers.0,
      CalendarDay(year: base + figures.numbers.0, month: figures.numbers.1, day: figures.numbers.2) != nil
    else { return nil }
    return reading(
      DateParts(
        start: start, end: figures.end, year: base + figures.numbers.0, month: figures.numbers.1, day: figures.numbers.2
      ))
  }

  private struct Figures {
    var numbers = (0, 0, 0)
    var lengths = (0, 0, 0)
    var count = 0
    var separator: UInt8 = 0
    var end = 0
  }

  /// Two or three short numbers with one sign between them.
  private func figures(at start: Int) -> Figures? {
    var figures = Figures()
    var place = start
    while figures.count < 3 {
      var number = 0
      let first = place
      while place - first < 5, sentence.isDigit(place) {
        number = number * 10 + Int(sentence[place] - 0x30)
        place += 1
      }
      let length = place - first
      guard length > 0, length <= (figures.count == 0 ? 4 : 2), !sentence.isDigit(place) else {
        return figures.count == 2 && length == 0 ? figures : nil
      }
      switch figures.count {
      case 0: (figures.numbers.0, figures.lengths.0) = (number, length)
      case 1: (figures.numbers.1, figures.lengths.1) = (number, length)
      default: (figures.numbers.2, figures.lengths.2) = (number, length)
      }
      figures.count += 1
      figures.end = place
      let separator = sentence[place]
      guard figures.count < 3 else { break }
      let isSeparator =
        separator == UInt8(ascii: "/") || separator == UInt8(ascii: "-") || separator == UInt8(ascii: ".")
      guard isSeparator, figures.separator == 0 || separator == figures.separator else { break }
      figures.separator = separator
      place += 1
    }
    return figures.count >= 2 ? figures : nil
  }
}
