extension ArticleDate {
  /// Reads a date in one of the forms that blogs write; `nil` where `text` is none, or is a day that does not exist.
  ///
  /// - `2025-11-02`, `2025/11/2`, `2025.11.2`, `20251102`, `2025年11月2日（日）`;
  /// - `12 Feb 2014`, `Wed, 12 Feb 2014` (RFC 5322), `Feb 12, 2014`, `Wednesday, February 12th, 2014`;
  /// - each of them with a time behind it, `14:10`, `T14:10:04.123`, `2:10 PM`, `午後2時10分`, `14時10分4秒`;
  /// - and a zone behind the time, `Z`, `+0900`, `+09:00`, `GMT+9`, `JST`.
  ///
  /// A day alone, a month alone and years of two digits are no dates: there is more than one way to read them.
  public init?(parsing text: String) {
    var words = DateWords(text)
    words.skipWeekday()
    guard let (year, month, day) = words.takeDay() else { return nil }
    words.skipWeekday()
    var time: Time?
    var utcOffset: Int?
    if !words.isAtEnd {
      guard let clock = words.takeTime() else { return nil }
      time = clock
      guard words.takeZone(&utcOffset) else { return nil }
    }
    guard let year = year ?? words.takeNumber(digits: 4...4) else { return nil }
    words.skipRemark()
    guard words.isAtEnd else { return nil }
    self.init(year: year, month: month, day: day, time: time, utcOffset: utcOffset)
  }
}
