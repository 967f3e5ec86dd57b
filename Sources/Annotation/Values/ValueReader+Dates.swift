/// Dates that begin with a number.
extension ValueReader {
  /// The date that begins with `numeral` at `start`.
  mutating func date(_ numeral: Numeral, at start: Int) -> Reading? {
    guard numeral.value != nil || numeral.isVague else { return nil }
    let end = numeral.end
    if let last = rangeEnd(numeral), let reading = distance(last, start) {
      return Reading(start: start, end: reading.end)
    }
    if let list = listedDate(numeral, start) { return list }
    if sentence.has("年代", at: end) { return decade(numeral, start, end + 6, base: 0) }
    if sentence.has("世紀", at: end) { return century(numeral, start, end + 6, isBefore: false) }
    if sentence.has("年", at: end) { return yearDate(numeral, start) }
    if sentence.has("月", at: end) { return monthDate(numeral, start) }
    if sentence.has("日", at: end) { return dayDate(numeral, start) }
    if let reading = distance(numeral, start) { return reading }
    if sentence[end] == UInt8(ascii: "Q"), !sentence.isLetterOrDigit(end + 1) { return quarterNumber(numeral, start) }
    return nil
  }

  // MARK: - Years

  private mutating func yearDate(_ numeral: Numeral, _ start: Int) -> Reading? {
    let end = numeral.end + 3
    if let reading = distance(numeral, start) { return reading }
    // 1971年生産 and 1971年生まれ are of no school.
    let isSchoolYear = numeral.integer < 100 && isSchoolYear(start, end)
    guard !isSchoolYear, numeral.exponent < 4, isCalendarYear(numeral, start, end) else { return nil }
    let year = numeral.integer
    guard year >= 0 else { return nil }
    let isShort = numeral.digits > 0 ? numeral.digits <= 2 : year < 100
    return yearTail(start, end, year: isShort ? dates.fullYear(year) : year)
  }

  /// Reads on behind a year; `end` is behind 年.
  mutating func yearTail(_ start: Int, _ end: Int, year: Int?) -> Reading {
    var date = DateParts(start: start, end: end, year: year)
    if sentence.has("度", at: end), !sentence.has("度目", at: end) {
      date.end += 3
      date.isFiscal = true
    }
    readAfterYear(&date)
    return reading(date)
  }

  /// Whether 年 behind a number counts years of school: 中学3年, 2年生, 3年次.
  func isSchoolYear(_ start: Int, _ end: Int) -> Bool {
    if sentence.end(ofAny: ["生", "組", "次", "時に", "時の", "時は", "制"], at: end) != nil { return true }
    for school in Self.schools where sentence.has(school, before: start) { return true }
    return false
  }

  private static let schools: [StaticString] = ["中学", "小学", "高校", "大学", "学校", "等部", "学部", "大学院", "学院"]

  /// Whether a number before 年 is a year of the calendar rather than a count of years.
  private func isCalendarYear(_ numeral: Numeral, _ start: Int, _ end: Int) -> Bool {
    guard numeral.integer >= 0 else { return false }
    if sentence.has("度", at: end), numeral.digits > 1 || numeral.integer > 999 { return true }
    if 1800...2100 ~= numeral.integer, numeral.digits != 3 { return !sentence.has("間", at: end) }
    if isDurationCue(after: end) || isDurationCue(before: start) { return false }
    if numeral.digits == 4 || numeral.isKanji && numeral.integer > 999 {
      return 1000..<2200 ~= numeral.integer || !numeral.integer.isMultiple(of: 100) && numeral.integer < 3000
    }
    guard numeral.digits > 0, numeral.digits < 4 else { return false }
    if numeral.hasLeadingZero && numeral.digits == 2 { return true }
    if let next = sentence.numeral(at: end), next.integer > 0, sentence.has("月", at: next.end), next.integer <= 12 {
      return numeral.digits > 1
    }
    if numeral.digits == 3 {
      return !numeral.integer.isMultiple(of: 10) || sentence.end(ofAny: ["に", "頃", "ごろ", "から"], at: end) != nil
    }
    guard numeral.digits == 2 else { return false }
    return isYearCue(after: end)
  }

  private func isYearCue(after end: Int) -> Bool {
    guard let cue = sentence.end(ofAny: Self.yearCues, at: end) else { return false }
    return sentence.end(ofAny: ["一度", "1度", "一回", "1回", "一人", "1人", "及", "わた", "渡"], at: cue) == nil
  }

  private static let yearCues: [StaticString] = [
    "に", "には", "春", "夏", "秋", "冬", "末", "上期", "下期", "上半", "下半", "第", "頃", "ごろ", "以降", "当時", "時点", "初め", "から", "の春",
    "の夏", "の秋", "の冬", "文", "、",
  ]

  private func isDurationCue(after end: Int) -> Bool {
    sentence.end(ofAny: Self.durationCues, at: end) != nil
  }

  private static let durationCues: [StaticString] = [
    "間", "ぶり", "連続", "半", "ほど", "程度", "以上", "以内", "未満", "余", "近く", "目", "分", "も", "かけ", "かか", "にわた", "に渡", "に及", "に一度",
    "に1度", "に1回", "に一回", "にもわた", "物", "債", "保証", "契約", "計画", "固定", "ローン", "満期", "の歴史", "の経験", "の実績", "の刑", "の長", "が経",
    "経", "続", "前後", "弱", "強", "超", "おき", "ごと", "毎", "単位", "ペース", "来", "越し", "がかり", "で",
  ]

  private func isDurationCue(before start: Int) -> Bool {
    for cue in Self.durationLeads where sentence.has(cue, before: start) { return true }
    return false
  }

  private static let durationLeads: [StaticString] = [
    "約", "およそ", "ほぼ", "過去", "今後", "わずか", "僅か", "最大", "最長", "最短", "最低", "少なくとも", "丸", "まる", "満", "築", "創業", "創立", "設立",
    "生誕",
    "勤続", "懲役", "禁錮", "向こう", "ここ", "の間", "期間", "寿命", "この", "延べ", "計", "もう", "あと",
  ]

  // MARK: - Months and days

  private mutating func monthDate(_ numeral: Numeral, _ start: Int) -> Reading? {
    guard 1...12 ~= numeral.integer, numeral.exponent == 0 || numeral.isKanji else { return nil }
    let end = numeral.end + 3
    if sentence.end(ofAny: ["間", "額"], at: end) != nil { return nil }
    var date = DateParts(start: start, end: end, year: dates.year(ofMonth: numeral.integer), month: numeral.integer)
    readAfterMonth(&date)
    return reading(date)
  }

  private mutating func dayDate(_ numeral: Numeral, _ start: Int) -> Reading? {
    let end = numeral.end + 3
    if let reading = distance(numeral, start) { return reading }
    guard 1...31 ~= numeral.integer, numeral.exponent == 0 || numeral.isKanji else { return nil }
    if isDayCount(numeral, start, end) { return nil }
    let month = dates.month(ofDay: numeral.integer)
    var date = DateParts(start: start, end: end, year: month?.year, month: month?.month ?? 0, day: numeral.integer)
    readAfterDay(&date)
    return reading(date)
  }

  /// Whether 日 behind a number counts days.
  private func isDayCount(_ numeral: Numeral, _ start: Int, _ end: Int) -> Bool {
    if sentence.end(ofAny: Self.dayCountCues, at: end) != nil || isDurationCue(before: start) { return true }
    if sentence.has("本", at: end), sentence.has("日本", at: end - 3), !sentence.isBorder(end) { return false }
    guard numeral.integer == 1 else { return false }
    return numeral.isKanji || sentence.isDigit(end) || sentence.has("1", at: end)
      || sentence.end(ofAny: ["に1", "に2", "に3", "に4", "に数", "に何", "平均", "数", "何", "一", "の大半", "の終わり", "の始まり"], at: end)
        != nil
  }

  private static let dayCountCues: [StaticString] = [
    "間", "ぶり", "連続", "ほど", "程度", "以上", "以内", "未満", "余", "近く", "分", "がかり", "半", "あたり", "当たり", "おき", "ごと", "中に", "もかか",
    "かけ",
    "かか", "足らず",
  ]
}
