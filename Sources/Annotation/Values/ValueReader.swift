import TextCore

/// Reads the values of one sentence after the other: what begins at a place, and what it stands for.
struct ValueReader: ~Copyable {
  /// A value that was read, or how far to go on without one.
  struct Reading {
    var start: Int
    var end: Int
    var kind = ValueMention.Kind.date
    var value: EntityValue?
    var isDeictic = false
    /// Whether there is a mention; otherwise nothing begins before `end`.
    var isMention = true

    /// Nothing to mention before `end`.
    static func nothing(before end: Int) -> Reading { Reading(start: end, end: end, isMention: false) }
  }

  let lexicon: ValueLexicon
  var sentence = SentenceText()
  /// What dates are counted from. Whoever asks makes the reading of the sentence one that holds here alone.
  var dates: DateContext {
    get {
      isContextAsked.pointee = true
      return context
    }
    set {
      isContextAsked.pointee = true
      context = newValue
    }
  }
  private var context = DateContext()
  private let isContextAsked = UnsafeMutablePointer<Bool>.allocate(capacity: 1)
  /// Where the mention before ends: nothing may reach back across it.
  var floor = 0

  init(lexicon: ValueLexicon) {
    self.lexicon = lexicon
    isContextAsked.initialize(to: false)
  }

  deinit { isContextAsked.deallocate() }

  /// Begins an article.
  mutating func beginArticle(anchor: CalendarDay?) { context = DateContext(anchor: anchor) }

  /// Begins a sentence.
  mutating func beginSentence() {
    context.beginSentence()
    isContextAsked.pointee = false
  }

  /// Whether what was read since the sentence began hangs on nothing but the sentence.
  var standsAlone: Bool { !isContextAsked.pointee }

  /// Reads what begins with the number at `place`.
  mutating func readNumber(at place: Int) -> Reading {
    guard let numeral = sentence.numeral(at: place) else { return .nothing(before: place + 1) }
    // 〇 alone stands in the place of something that is not said.
    if numeral.isKanji, numeral.integer == 0 { return .nothing(before: numeral.end) }
    let prefix = prefix(of: numeral, at: place)
    switch prefix {
    case .refused: return .nothing(before: numeral.end)
    case .money(let currency, let start): return prefixedMoney(numeral, start, currency)
    case .ordinal(let start):
      return quarter(numeral, start) ?? .nothing(before: numeral.end)
    case .fiscal(let start): return fiscalYear(numeral, start) ?? .nothing(before: numeral.end)
    case .shortEra(let start, let base):
      return shortEraDate(numeral, place, start, base) ?? .nothing(before: numeral.end)
    case .sign(let start):
      if let reading = date(numeral, at: place) { return reading }
      return amount(numeral, from: start, at: place, isNegative: true) ?? .nothing(before: numeral.end)
    case .none: break
    }
    if let reading = dottedDate(numeral, at: place) { return reading }
    guard !numeral.isVersion else { return .nothing(before: numeral.end) }
    return date(numeral, at: place) ?? clock(numeral, from: place)
      ?? amount(numeral, from: place, at: place, isNegative: false) ?? .nothing(before: numeral.end)
  }
}

// MARK: - What stands before a number

extension ValueReader {
  enum Prefix {
    case none, refused
    case money(String, start: Int)
    case ordinal(start: Int)
    case fiscal(start: Int)
    case shortEra(start: Int, base: Int)
    case sign(start: Int)
  }

  private func prefix(of numeral: Numeral, at place: Int) -> Prefix {
    let previous = sentence.before(place)
    if previous >= 0x80 { return wideChar(before: place) }
    switch previous {
    case 0, 0x20: return codeBefore(place, gap: previous == 0x20 ? 1 : 0) ?? .none
    case UInt8(ascii: "$"): return dollar(before: place)
    case UInt8(ascii: "-"):
      // Behind another value it joins the two: 2010年12月-2011年1月.
      if floor > 0, place - 1 == floor { return .none }
      guard !numeral.isKanji, place < 2 || isOpen(place - 2) else { return .refused }
      return place - 1 >= floor ? .sign(start: place - 1) : .refused
    case UInt8(ascii: ","), UInt8(ascii: ":"):
      return !numeral.isKanji && place > 1 && sentence.isDigit(place - 2) ? .refused : .none
    case UInt8(ascii: "."):
      return !numeral.isKanji && place > 1 && sentence.isLetterOrDigit(place - 2) ? .refused : .none
    case UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "\\"),
      UInt8(ascii: "&"):
      return numeral.isKanji ? .none : .refused
    default:
      if sentence.isDigit(place - 1) { return numeral.isKanji ? .none : .refused }
      guard sentence.isLetter(place - 1) else { return .none }
      return codeBefore(place, gap: 0) ?? (numeral.isKanji ? .none : .refused)
    }
  }

  /// Whether the byte at `place` leaves it open that a minus follows it.
  private func isOpen(_ place: Int) -> Bool {
    let byte = sentence[place]
    guard byte >= 0x80 else {
      return byte == 0x20 || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":")
    }
    // Behind katakana and kanji it is a hyphen: イグラ-1.
    switch sentence.scalar(at: max(0, place - 2)) {
    case 0x3000...0x30A0: return true
    default: return false
    }
  }

  private func wideChar(before place: Int) -> Prefix {
    if sentence.has("第", before: place) { return place - 3 >= floor ? .ordinal(start: place - 3) : .refused }
    for (sign, currency) in Self.currencySigns where sentence.has(sign, before: place) {
      let start = place - sign.utf8CodeUnitCount
      return start >= floor ? .money(currency, start: start) : .none
    }
    return .none
  }

  private static let currencySigns: [(StaticString, String)] = [
    ("¥", "JPY"), ("€", "EUR"), ("£", "GBP"), ("₩", "KRW"), ("₹", "INR"),
  ]

  private func dollar(before place: Int) -> Prefix {
    for (sign, currency) in Self.dollarSigns where sentence.has(sign, before: place) {
      let start = place - sign.utf8CodeUnitCount
      guard start >= floor else { return .none }
      if start > 0, sentence.isLetterOrDigit(start - 1) { continue }
      return .money(currency, start: start)
    }
    return .refused
  }

  private static let dollarSigns: [(StaticString, String)] = [
    ("US$", "USD"), ("HK$", "HKD"), ("NT$", "TWD"), ("NZ$", "NZD"), ("A$", "AUD"), ("C$", "CAD"), ("S$", "SGD"),
    ("R$", "BRL"), ("$", "USD"),
  ]

  /// The code of letters that ends `gap` bytes before `place`: USD, FY, R.
  private func codeBefore(_ place: Int, gap: Int) -> Prefix? {
    let end = place - gap
    var start = end
    while start > 0, end - start < 4, sentence.isLetter(start - 1) { start -= 1 }
    guard start < end, start >= floor, start == 0 || !sentence.isLetterOrDigit(start - 1) else { return nil }
    if start > 0, sentence[start - 1] == UInt8(ascii: "-") { return nil }
    switch end - start {
    case 1 where gap == 0:
      switch sentence[start] {
      case UInt8(ascii: "R"): return .shortEra(start: start, base: 2018)
      case UInt8(ascii: "H"): return .shortEra(start: start, base: 1988)
      case UInt8(ascii: "S"): return .shortEra(start: start, base: 1925)
      case UInt8(ascii: "T"): return .shortEra(start: start, base: 1911)
      case UInt8(ascii: "M"): return .shortEra(start: start, base: 1867)
      default: return nil
      }
    case 2: return sentence.has("FY", at: start) ? .fiscal(start: start) : nil
    case 3:
      guard let found = lexicon.unitPhrases.longest(in: sentence.bytes, at: start), found.end == end,
        lexicon.units[found.value].kind == .money
      else { return nil }
      return .money(lexicon.units[found.value].name, start: start)
    default: return nil
    }
  }
}
