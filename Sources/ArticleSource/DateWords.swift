/// The words of a date: numbers, names and signs, taken one after the other.
struct DateWords {
  enum Word: Equatable {
    case number(Int, digits: Int)
    case name(String)
    case sign(UInt32)
  }

  /// Longer texts are no dates.
  private static let longest = 64

  private var words: ArraySlice<Word>

  var isAtEnd: Bool { words.isEmpty }

  /// Cuts `text`; full-width digits and letters are taken for plain ones, white space only parts words.
  init(_ text: String) {
    var cut: [Word] = []
    if text.utf8.count <= Self.longest {
      var isJoined = false
      for scalar in text.unicodeScalars {
        let value = 0xFF01...0xFF5E ~= scalar.value ? scalar.value - 0xFEE0 : scalar.value
        switch (value, cut.last) {
        case (0x30...0x39, .number(let number, let digits)?) where isJoined && digits < 9:
          cut[cut.count - 1] = .number(number * 10 + Int(value - 0x30), digits: digits + 1)
        case (0x30...0x39, _): cut.append(.number(Int(value - 0x30), digits: 1))
        case (0x41...0x5A, _), (0x61...0x7A, _):
          let letter = String(Unicode.Scalar(UInt8(value | 0x20)))
          if isJoined, case .name(let name)? = cut.last {
            cut[cut.count - 1] = .name(name + letter)
          } else {
            cut.append(.name(letter))
          }
        case (0x20, _), (0x09, _), (0x3000, _), (0xA0, _), (0x0A, _), (0x0D, _):
          isJoined = false
          continue
        default: cut.append(.sign(value))
        }
        isJoined = true
      }
    }
    words = cut[...]
  }

  // MARK: Single words

  mutating func take(_ word: Word) -> Bool {
    guard words.first == word else { return false }
    words.removeFirst()
    return true
  }

  mutating func take(sign: Unicode.Scalar) -> Bool { take(.sign(sign.value)) }

  mutating func takeNumber(digits allowed: ClosedRange<Int>) -> Int? {
    guard case .number(let number, let digits)? = words.first, allowed.contains(digits) else { return nil }
    words.removeFirst()
    return number
  }

  mutating func takeName<Value>(_ value: (String) -> Value?) -> Value? {
    guard case .name(let name)? = words.first, let value = value(name) else { return nil }
    words.removeFirst()
    return value
  }

  /// Passes `Wed,`, `Wednesday`, `(水)` or `水曜日`.
  mutating func skipWeekday() {
    let kanji = Set("月火水木金土日祝".unicodeScalars.map(\.value))
    let before = words
    let isBracketed = take(sign: "(")
    let isEnglish = takeName { Self.weekdays.contains(String($0.prefix(3))) ? true : nil } ?? false
    var isJapanese = false
    while !isEnglish, case .sign(let sign)? = words.first, kanji.contains(sign) || sign == 0x30FB {
      words.removeFirst()
      isJapanese = true
    }
    if isJapanese, take(sign: "曜") { _ = take(sign: "日") }
    guard isEnglish || isJapanese, !isBracketed || take(sign: ")") else {
      words = before
      return
    }
    _ = take(sign: ",") || take(sign: ".")
  }

  /// Passes a last remark in brackets, as in `GMT+0900 (JST)`.
  mutating func skipRemark() {
    if words.first == .sign(0x28) && words.last == .sign(0x29) { words.removeAll() }
  }

  // MARK: Days

  /// The day; without year where the year may follow the time, as in `Wed Feb 12 14:10:04 2014`.
  mutating func takeDay() -> (year: Int?, month: Int, day: Int)? {
    if let compact = takeNumber(digits: 8...8) { return (compact / 10000, compact / 100 % 100, compact % 100) }
    if let year = takeNumber(digits: 4...4) { return takeMonthAndDay(of: year) }
    if let day = takeNumber(digits: 1...2) {
      skipOrdinal()
      _ = take(sign: "-")
      guard let month = takeName(Self.month) else { return nil }
      _ = take(sign: ".") || take(sign: "-") || take(sign: ",")
      return takeNumber(digits: 4...4).map { ($0, month, day) }
    }
    guard let month = takeName(Self.month) else { return nil }
    _ = take(sign: ".")
    guard let day = takeNumber(digits: 1...2) else { return nil }
    skipOrdinal()
    _ = take(sign: ",")
    return (takeNumber(digits: 4...4), month, day)
  }

  private mutating func takeMonthAndDay(of year: Int) -> (year: Int?, month: Int, day: Int)? {
    if take(sign: "年") {
      guard let month = takeNumber(digits: 1...2), take(sign: "月"), let day = takeNumber(digits: 1...2),
        take(sign: "日")
      else { return nil }
      return (year, month, day)
    }
    guard case .sign(let sign)? = words.first, Self.separators.contains(sign) else { return nil }
    words.removeFirst()
    guard let month = takeNumber(digits: 1...2) ?? takeName(Self.month), take(.sign(sign)),
      let day = takeNumber(digits: 1...2)
    else { return nil }
    return (year, month, day)
  }

  private mutating func skipOrdinal() {
    _ = takeName { ["st", "nd", "rd", "th"].contains($0) ? true : nil }
  }

  // MARK: Names

  private static let separators: Set<UInt32> = [0x2D, 0x2F, 0x2E]
  private static let weekdays: Set<String> = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
  /// The month by its English name or by three letters or more of it.
  private static func month(_ name: String) -> Int? {
    guard name.utf8.count >= 3 else { return nil }
    return months.firstIndex { $0.hasPrefix(name == "sept" ? "sep" : name) }.map { $0 + 1 }
  }
}
