/// Values that begin with a word: 昨年10月, 令和7年, 午後3時, 半年.
extension ValueReader {
  /// Reads what begins with the word for a time at `place`.
  mutating func readWord(at place: Int) -> Reading {
    guard let found = lexicon.timePhrases.longest(in: sentence.bytes, at: place) else {
      return .nothing(before: place + 1)
    }
    let word = lexicon.timeWords[found.value]
    let reading: Reading?
    switch word.kind {
    case .year, .contextYear, .fiscal, .contextFiscal, .season: reading = yearWord(word, place, found.end)
    case .month, .contextMonth: reading = monthWord(word, place, found.end)
    case .week: reading = weekWord(word, place, found.end)
    case .day, .contextDay: reading = dayWord(word, place, found.end)
    case .next, .every: reading = prefixedDate(word, place, found.end)
    case .weekday: reading = weekday(word, place, found.end)
    case .era: reading = eraDate(word, place, found.end)
    case .calendar: reading = countedYear(word, place, found.end)
    case .age: reading = age(word, place, found.end)
    case .feast: reading = feast(word, place, found.end)
    case .third: reading = third(word, place, found.end)
    case .clock: reading = prefixedClock(word, place, found.end)
    case .noon: reading = Reading(start: place, end: found.end, kind: .time, value: .time(TimeValue(iso8601: "12:00")))
    case .halfPercent, .halfYear, .halfMonth, .halfDay, .halfCentury: reading = half(word, place, found.end)
    }
    guard let reading, sentence.isBorder(reading.end) || !reading.isMention || reading.end > found.end else {
      return .nothing(before: place + 1)
    }
    return reading
  }

  // MARK: - Relative times

  private mutating func yearWord(_ word: ValueLexicon.TimeWord, _ start: Int, _ end: Int) -> Reading? {
    var date = DateParts(start: start, end: end, isDeictic: true)
    switch word.kind {
    case .year:
      date.year = dates.anchor.map { $0.year + word.number }
      if sentence.has("度", at: end) {
        date.year = dates.anchorFiscalYear.map { $0 + word.number }
        date.end += 3
        date.isFiscal = true
      }
    case .contextYear:
      // 前年比 and 前年同期比 compare, with a year that the article may not have named.
      if sentence.end(ofAny: ["比", "同"], at: end) != nil { return nil }
      date.year = dates.year.map { $0 + word.number }
    case .season:
      let season = (word.number % 100 + 100) % 100
      date.year = dates.anchor.map { $0.year + (word.number - season) / 100 }
      date.period = date.year.map { .season(season, of: $0) }
      return reading(date)
    default:
      if sentence.has("比", at: end) { return nil }
      let base = word.kind == .fiscal ? dates.anchorFiscalYear : dates.fiscalYear
      date.year = base.map { $0 + word.number }
      date.isFiscal = true
    }
    readAfterYear(&date)
    return reading(date)
  }

  private mutating func monthWord(_ word: ValueLexicon.TimeWord, _ start: Int, _ end: Int) -> Reading? {
    if word.kind == .contextMonth, sentence.end(ofAny: ["比", "同"], at: end) != nil { return nil }
    var date = DateParts(start: start, end: end, isDeictic: true)
    let base: (Int, Int)? =
      word.kind == .month
      ? dates.anchor.map { ($0.year, $0.month) } : dates.month > 0 ? dates.year.map { ($0, dates.month) } : nil
    if let base {
      let month = DateContext.month(base.0, base.1, adding: word.number)
      date.year = month.year
      date.month = month.month
    }
    readAfterMonth(&date)
    return reading(date)
  }

  private mutating func weekWord(_ word: ValueLexicon.TimeWord, _ start: Int, _ end: Int) -> Reading? {
    if let next = lexicon.timePhrases.longest(in: sentence.bytes, at: end), sentence.isBorder(next.end),
      lexicon.timeWords[next.value].kind == .weekday
    {
      var date = DateParts(start: start, end: next.end)
      let monday = dates.anchor.flatMap { $0.adding(days: word.number * 7 + 1 - $0.weekday) }
      let day = monday.flatMap { $0.adding(days: lexicon.timeWords[next.value].number - 1) }
      set(&date, to: day)
      readAfterDay(&date)
      return reading(date)
    }
    let end = sentence.has("末", at: end) && sentence.isBorder(end + 3) ? end + 3 : end
    var date = DateParts(start: start, end: end, year: dates.anchor?.year, isDeictic: true)
    date.period = dates.anchor.flatMap { Self.day($0, word.number, .weeks) }
    // The last days of a week are not the week.
    if end > start + 6, sentence.has("末", before: end) { date.isOpen = true }
    return reading(date)
  }

  private mutating func dayWord(_ word: ValueLexicon.TimeWord, _ start: Int, _ end: Int) -> Reading? {
    if sentence.has("比", at: end) { return nil }
    var date = DateParts(start: start, end: end, isDeictic: true)
    if word.kind == .day {
      set(&date, to: dates.anchor?.adding(days: word.number))
    } else if let year = dates.year {
      set(&date, to: CalendarDay(year: year, month: dates.month, day: dates.day)?.adding(days: word.number))
    }
    return reading(date)
  }

  private func set(_ date: inout DateParts, to day: CalendarDay?) {
    date.year = day?.year
    date.month = day?.month ?? 0
    date.day = day?.day ?? 0
  }

  /// 翌20日, 翌1791年, 翌4月, 同5月, 毎年10月1日: a word that belongs to the date behind it.
  private mutating func prefixedDate(_ word: ValueLexicon.TimeWord, _ start: Int, _ end: Int) -> Reading? {
    guard let numeral = sentence.numeral(at: end), numeral.integer > 0 else { return nil }
    if word.kind == .every {
      let isMonth = sentence.has("月", at: numeral.end) && numeral.integer <= 12
      guard isMonth || word.number == 1 && sentence.has("日", at: numeral.end) else { return nil }
      let context = dates
      var reading = isMonth ? date(numeral, at: end) : dayOfEveryMonth(numeral, start)
      dates = context
      reading?.start = start
      reading?.value = nil
      return reading
    }
    let isYear = sentence.has("年", at: numeral.end)
    guard isYear || sentence.has("月", at: numeral.end) || sentence.has("日", at: numeral.end) else { return nil }
    if isYear, numeral.digits < 4 {
      // 翌3年6月22日, in the years of an era.
      guard let month = sentence.numeral(at: numeral.end + 3), sentence.has("月", at: month.end) else { return nil }
      return yearTail(start, numeral.end + 3, year: dates.year.map { $0 + word.number })
    }
    if !isYear, numeral.integer > (sentence.has("月", at: numeral.end) ? 12 : 31) { return nil }
    guard var reading = date(numeral, at: end), reading.kind == .date else { return nil }
    reading.start = start
    return reading
  }

  private func dayOfEveryMonth(_ numeral: Numeral, _ start: Int) -> Reading? {
    1...31 ~= numeral.integer ? Reading(start: start, end: numeral.end + 3) : nil
  }

  // MARK: - Names of times

  private mutating func weekday(_ word: ValueLexicon.TimeWord, _ start: Int, _ end: Int) -> Reading? {
    var end = end
    for name in ["午前", "午後", "深夜", "早朝"] as [StaticString] where sentence.has(name, at: end) {
      let next = end + name.utf8CodeUnitCount
      if sentence.numeral(at: next) == nil, sentence.isBorder(next) { end = next }
    }
    return sentence.isBorder(end) ? Reading(start: start, end: end) : nil
  }

  /// 令和7年, 令和元年, 昭和40年代, 令和7.4.1, and a name alone.
  private mutating func eraDate(_ word: ValueLexicon.TimeWord, _ start: Int, _ end: Int) -> Reading? {
    if sentence.has("元年", at: end) { return yearTail(start, end + 6, year: word.number + 1) }
    if let reading = sentence.numeral(at: end).flatMap({ shortEraDate($0, end, start, word.number) }) { return reading }
    if let numeral = sentence.numeral(at: end), 1...99 ~= numeral.integer {
      if sentence.has("年代", at: numeral.end) { return decade(numeral, start, numeral.end + 6, base: word.number) }
      if sentence.has("年", at: numeral.end) {
        return yearTail(start, numeral.end + 3, year: word.number + numeral.integer)
      }
      return nil
    }
    if let end = sentence.end(ofAny: ["年間", "初年", "末年"], at: end) {
      return sentence.isBorder(end) ? Reading(start: start, end: end) : nil
    }
    // Other names of years are words of their own (文化, 明和), and nothing without a number.
    guard word.number >= 1867, sentence.isBorder(end), isNameOfTime(end) else { return nil }
    return Reading(start: start, end: end)
  }

  /// Whether the name of a time that ends at `end` stands for itself: 昭和の, but not 明治大学.
  private func isNameOfTime(_ end: Int) -> Bool {
    if end >= sentence.count { return true }
    switch sentence.scalar(at: end) {
    case 0x3041...0x3096, 0x3000...0x3002, 0x28, 0x29, 0x2C, 0x20: return true
    default:
      return sentence.end(ofAny: ["初期", "中期", "後期", "末期", "以降", "以来", "生まれ", "天皇", "レトロ"], at: end) != nil
        && !sentence.has("天皇", at: end)
    }
  }

  /// 紀元前203年, 西暦4世紀.
  private mutating func countedYear(_ word: ValueLexicon.TimeWord, _ start: Int, _ end: Int) -> Reading? {
    guard let numeral = sentence.numeral(at: end), numeral.integer > 0 else { return nil }
    let isBefore = word.number == 0
    if sentence.has("世紀", at: numeral.end) { return century(numeral, start, numeral.end + 6, isBefore: isBefore) }
    guard sentence.has("年", at: numeral.end) else { return nil }
    if sentence.has("年代", at: numeral.end) { return Reading(start: start, end: numeral.end + 6) }
    if isBefore {
      // A year before Christ is no context for a month that is named later.
      let value = CalendarPeriod(start: .init(year: 1 - numeral.integer)).value
      return Reading(start: start, end: numeral.end + 3, value: value.map { .date($0) })
    }
    return yearTail(start, numeral.end + 3, year: numeral.integer)
  }

  private func age(_ word: ValueLexicon.TimeWord, _ start: Int, _ end: Int) -> Reading? {
    guard sentence.isBorder(end), !sentence.has("前", before: start), !sentence.has("来", before: start) else {
      return nil
    }
    let isKnown = word.text.utf8.count > 1
    return Reading(start: start, end: end, value: isKnown ? .date(DateValue(iso8601: word.text)) : nil)
  }

  private func feast(_ word: ValueLexicon.TimeWord, _ start: Int, _ end: Int) -> Reading? {
    guard sentence.isBorder(end) else { return nil }
    let year = dates.year ?? dates.anchor?.year
    let day = year.map { CalendarPeriod(start: .init(year: $0, month: word.number / 100, day: word.number % 100)) }
    return Reading(start: start, end: end, value: day?.value.map { .date($0) })
  }

  /// 上旬 alone: of the month named last.
  private func third(_ word: ValueLexicon.TimeWord, _ start: Int, _ end: Int) -> Reading? {
    guard sentence.isBorder(end) else { return nil }
    let first = word.number * 10 - 9
    let period: CalendarPeriod? =
      dates.month > 0
      ? dates.year.flatMap { .days(first, word.number == 3 ? 0 : first + 9, of: dates.month, $0) } : nil
    return Reading(start: start, end: end, value: period?.value.map { .date($0) })
  }

  private func half(_ word: ValueLexicon.TimeWord, _ start: Int, _ end: Int) -> Reading? {
    let tenths = Amount(DecimalNumber(mantissa: Int64(word.number), scale: 1), bound: bound(start, end))
    switch word.kind {
    case .halfPercent:
      guard sentence.isBorder(end) else { return nil }
      let share = Amount(DecimalNumber(word.number), bound: bound(start, end))
      return Reading(start: start, end: end, kind: .percent, value: .percent(share, unit: "%"))
    default:
      if sentence.end(ofAny: ["前", "後"], at: end) != nil, sentence.isBorder(end + 3),
        sentence.end(ofAny: ["後半", "前半"], at: end) == nil
      {
        return Reading(start: start, end: end + 3)
      }
      guard sentence.isBorder(end) else { return nil }
      let unit = word.kind == .halfMonth ? "か月" : word.kind == .halfDay ? "日" : "年"
      return Reading(start: start, end: end, kind: .quantity, value: .quantity(tenths, unit: unit))
    }
  }
}
