extension DateWords {
  /// Takes a time of day; `nil` where none stands there.
  mutating func takeTime() -> ArticleDate.Time? {
    _ = take(.name("t")) || take(.name("at")) || take(sign: ",")
    var half = takeHalf()
    if let compact = takeNumber(digits: 6...6) {
      return ArticleDate.Time(hour: compact / 10000, minute: compact / 100 % 100, second: compact % 100)
    }
    guard var hour = takeNumber(digits: 1...2) else { return nil }
    var minute = 0
    var second = 0
    if take(sign: "時") {
      if let number = takeNumber(digits: 1...2) {
        guard take(sign: "分") else { return nil }
        minute = number
        if let number = takeNumber(digits: 1...2) {
          guard take(sign: "秒") else { return nil }
          second = number
        }
      }
    } else if take(sign: ":") {
      guard let number = takeNumber(digits: 2...2) else { return nil }
      minute = number
      if take(sign: ":") {
        guard let number = takeNumber(digits: 2...2) else { return nil }
        second = number
        if take(sign: ".") || take(sign: ",") { guard takeNumber(digits: 1...9) != nil else { return nil } }
      }
    } else {
      return nil
    }
    half = half ?? takeHalf()
    if let half {
      guard 0...12 ~= hour else { return nil }
      hour = hour % 12 + half
    }
    return ArticleDate.Time(hour: hour, minute: minute, second: second)
  }

  /// The hours that 午前 and AM (0), or 午後 and PM (12), add.
  private mutating func takeHalf() -> Int? {
    if take(sign: "午") { return take(sign: "前") ? 0 : take(sign: "後") ? 12 : nil }
    return takeName { $0 == "am" ? 0 : $0 == "pm" ? 12 : nil }
  }

  /// Takes the zone, which may be missing; false where it cannot be read.
  mutating func takeZone(_ utcOffset: inout Int?) -> Bool {
    utcOffset = takeName { Self.zones[$0] }
    let isAhead = take(sign: "+")
    guard isAhead || take(sign: "-") || take(sign: "−") else { return true }
    guard utcOffset ?? 0 == 0 else { return false }
    var hours = 0
    var minutes = 0
    if let compact = takeNumber(digits: 4...4) {
      (hours, minutes) = compact.quotientAndRemainder(dividingBy: 100)
    } else {
      guard let number = takeNumber(digits: 1...2) else { return false }
      hours = number
      if take(sign: ":") {
        guard let number = takeNumber(digits: 2...2) else { return false }
        minutes = number
      }
    }
    guard minutes < 60 else { return false }
    utcOffset = (hours * 60 + minutes) * (isAhead ? 1 : -1)
    return true
  }

  /// The zones of RFC 5322, section 4.3, and Japan's.
  private static let zones: [String: Int] = [
    "z": 0, "utc": 0, "gmt": 0, "ut": 0, "jst": 540, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420,
    "mdt": -360, "pst": -480, "pdt": -420,
  ]
}
