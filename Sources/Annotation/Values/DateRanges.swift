/// Dates that name two ends with one unit: 10〜12日, 4〜6月期, 1969〜70年.
extension ValueReader {
  /// The last month of 4〜6月 or 4〜6月期, where `numeral` is the first.
  func rangeOfMonths(_ numeral: Numeral) -> (month: Int, end: Int)? {
    guard let sign = sentence.endOfRangeSign(at: numeral.end) ?? sentence.end(ofAny: ["・"], at: numeral.end),
      let last = sentence.numeral(at: sign), 1...12 ~= last.integer, last.integer != numeral.integer,
      sentence.has("月", at: last.end), sentence.end(ofAny: ["間"], at: last.end + 3) == nil
    else { return nil }
    return (last.integer, sentence.end(ofAny: ["期"], at: last.end + 3) ?? last.end + 3)
  }

  /// The last day of 10〜12日, where `numeral` is the first.
  func rangeOfDays(_ numeral: Numeral) -> (day: Int, end: Int)? {
    guard let sign = sentence.endOfRangeSign(at: numeral.end) ?? sentence.end(ofAny: ["・"], at: numeral.end),
      let last = sentence.numeral(at: sign), numeral.integer < last.integer, last.integer <= 31,
      sentence.has("日", at: last.end), sentence.end(ofAny: ["間", "前", "後", "目", "分"], at: last.end + 3) == nil
    else { return nil }
    return (last.integer, last.end + 3)
  }

  /// Makes months of a date; three that begin a quarter are it.
  mutating func take(months first: Int, _ last: Int, _ end: Int, _ date: inout DateParts) {
    date.end = end
    date.month = first
    guard let year = date.year else { return }
    let isQuarter = first % 3 == 1 && last == first + 2
    date.period =
      isQuarter ? .quarter(first / 3 + 1, of: year, isFiscal: false) : .months(first, last, of: year)
  }

  /// Makes days of one month of a date.
  mutating func take(days first: Int, _ last: Int, _ end: Int, _ date: inout DateParts) {
    date.end = end
    date.day = first
    guard let year = date.year, date.month > 0 else { return }
    date.period = .days(first, last, of: date.month, year)
  }

  /// A list or range of years, months or days that begins with `numeral`: 1969〜70年, 9・10月, 8、9年前.
  mutating func listedDate(_ numeral: Numeral, _ start: Int) -> Reading? {
    guard numeral.integer >= 0, numeral.exponent == 0 || numeral.isKanji else { return nil }
    if let sign = sentence.endOfRangeSign(at: numeral.end), let last = sentence.numeral(at: sign),
      let reading = rangeOfYears(numeral, last, start)
    {
      return reading
    }
    guard numeral.digits <= 2 else { return nil }
    if 1...12 ~= numeral.integer, let last = rangeOfMonths(numeral) {
      var date = DateParts(start: start, end: last.end, year: dates.year(ofMonth: numeral.integer))
      take(months: numeral.integer, last.month, last.end, &date)
      return reading(date)
    }
    if 1...31 ~= numeral.integer, let last = rangeOfDays(numeral) {
      let month = dates.month(ofDay: numeral.integer)
      var date = DateParts(start: start, end: last.end, year: month?.year, month: month?.month ?? 0)
      take(days: numeral.integer, last.day, last.end, &date)
      readAfterDay(&date)
      return reading(date)
    }
    return nil
  }

  /// 1969〜70年, 1990〜1991年, 2004-05シーズン.
  private mutating func rangeOfYears(_ first: Numeral, _ last: Numeral, _ start: Int) -> Reading? {
    guard first.digits == 4 || first.digits == 2, last.digits == 4 || last.digits == 2, last.digits <= first.digits
    else {
      return nil
    }
    let year = first.digits == 4 ? first.integer : dates.fullYear(first.integer)
    guard 1000...2199 ~= year else { return nil }
    var lastYear = last.digits == 4 ? last.integer : year / 100 * 100 + last.integer
    if lastYear < year { lastYear += 100 }
    guard 1...60 ~= lastYear - year else { return nil }
    let isSeason = sentence.has("シーズン", at: last.end) && lastYear == year + 1
    guard isSeason || sentence.has("年", at: last.end), !sentence.has("年間", at: last.end) else { return nil }
    guard first.digits == 4 || isSeason || last.integer > 31 || first.hasLeadingZero else { return nil }
    var date = DateParts(start: start, end: isSeason ? last.end : last.end + 3, year: year)
    if sentence.has("度", at: date.end), !isSeason {
      date.end += 3
      date.isFiscal = true
    }
    date.period = .years(year, lastYear)
    date.period?.isFiscal = date.isFiscal
    return reading(date)
  }
}
