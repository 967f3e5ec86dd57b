/// Amounts: a number, or two, with a unit.
extension ValueReader {
  /// An amount while it is read.
  struct AmountParts {
    var start: Int
    var end: Int
    var value: DecimalNumber?
    var upper: DecimalNumber?
    var isVague = false
    var isMore = false
  }

  /// The amount whose number begins at `place`; the mention begins at `start`, with a sign.
  func amount(_ numeral: Numeral, from start: Int, at place: Int, isNegative: Bool) -> Reading? {
    if let reading = fraction(numeral, start) { return reading }
    var numeral = numeral
    var value = numeral.value
    if let tenths = decimalWithDot(numeral) { (value, numeral.end) = tenths }
    var parts = AmountParts(start: start, end: numeral.end, value: value, isVague: numeral.isVague)
    var last = numeral
    if !isNegative, let next = rangeEnd(numeral) {
      last = next
      parts.upper = next.value
      parts.end = next.end
      if numeral.exponent == 0, next.exponent > 0, let scaled = value?.shifted(by: next.exponent),
        let upper = next.value,
        scaled <= upper
      {
        parts.value = scaled
      }
      if let lower = parts.value, let upper = parts.upper, upper <= lower { return nil }
    }
    if isNegative || sentence.has("マイナス", before: start) || sentence.has("▲", before: start) {
      parts.value = parts.value?.negated
    }
    if sentence.has("余", at: parts.end) {
      parts.isMore = true
      parts.end += 3
    }
    return unit(parts, last)
  }

  /// 44・1%: newspapers set a dot where the point of a fraction stands.
  private func decimalWithDot(_ numeral: Numeral) -> (DecimalNumber?, Int)? {
    guard numeral.digits > 0, sentence.has("・", at: numeral.end), let fraction = sentence.numeral(at: numeral.end + 3),
      1...3 ~= fraction.digits, sentence[fraction.end] == UInt8(ascii: "%") || sentence.has("倍", at: fraction.end),
      let whole = numeral.value,
      let sum = whole.adding(DecimalNumber(mantissa: Int64(fraction.integer), scale: fraction.digits))
    else { return nil }
    return (sum, fraction.end)
  }

  /// The number behind 〜, or behind the comma of 2、3人, that shares its unit with `numeral`.
  func rangeEnd(_ numeral: Numeral) -> Numeral? {
    if let sign = sentence.endOfRangeSign(at: numeral.end), let last = sentence.numeral(at: sign), !last.isVersion {
      return last
    }
    guard 1...9 ~= numeral.integer, numeral.exponent == 0,
      let sign = sentence[numeral.end] == 0x2C ? numeral.end + 1 : sentence.end(ofAny: ["、", "・"], at: numeral.end),
      let last = sentence.numeral(at: sign), let value = last.value, numeral.isKanji == last.isKanji
    else { return nil }
    let unit = value.shifted(by: -last.exponent)
    return unit == DecimalNumber(numeral.integer + 1) ? last : nil
  }

  /// 3分の1, a third.
  private func fraction(_ numeral: Numeral, _ start: Int) -> Reading? {
    guard 2...1000 ~= numeral.integer, sentence.has("分の", at: numeral.end),
      let part = sentence.numeral(at: numeral.end + 6), part.integer > 0
    else { return nil }
    let amount = Amount(Self.percent(part.integer, of: numeral.integer), bound: bound(start, part.end))
    return Reading(start: start, end: part.end, kind: .percent, value: .percent(amount, unit: "%"))
  }

  /// A share in hundredths, rounded half up to four decimals.
  private static func percent(_ part: Int, of whole: Int) -> DecimalNumber? {
    guard part <= 1_000_000 else { return nil }
    return DecimalNumber(mantissa: Int64((part * 2_000_000 + whole) / (2 * whole)), scale: 4)
  }

  // MARK: - Units

  private func unit(_ parts: AmountParts, _ numeral: Numeral) -> Reading? {
    var place = parts.end
    if sentence[place] == 0x20, sentence.isLetter(place + 1) || sentence[place + 1] >= 0xC2 { place += 1 }
    guard let found = unitPhrase(at: place) else { return scaledCount(parts) }
    let unit = lexicon.units[found.value]
    guard isCounted(unit, numeral, parts, found.end) else { return nil }
    var parts = parts
    parts.end = found.end
    if unit.exponent != 0 {
      parts.value = parts.value?.shifted(by: unit.exponent)
      parts.upper = parts.upper?.shifted(by: unit.exponent)
    }
    switch unit.kind {
    case .money:
      // 一元的, 二元論.
      if unit.name == "CNY", numeral.isKanji, 1...3 ~= numeral.integer { return nil }
      return money(parts, unit.name)
    case .percent: return share(parts, unit)
    case .duration: return duration(parts, unit)
    case .counter, .measure:
      return Reading(
        start: parts.start, end: parts.end, kind: .quantity, value: .quantity(amount(parts), unit: unit.name))
    }
  }

  /// The longest unit at `place` that ends where a word ends.
  private func unitPhrase(at place: Int) -> (value: Int, end: Int)? {
    lexicon.unitPhrases.longest(in: sentence.bytes, at: place) { endsWell(lexicon.units[$0], $1) }
  }

  /// Whether a unit ends where a word ends: no `2n` of `2nd`, no 本 of 日本.
  private func endsWell(_ unit: ValueLexicon.Unit, _ end: Int) -> Bool {
    if unit.isLatin { return !sentence.isLetterOrDigit(end) }
    switch unit.kind {
    case .money, .percent, .measure: return true
    case .counter, .duration:
      return sentence.isBorder(end) || sentence[end] < 0x80 && !sentence.isLetter(end)
    }
  }

  /// Whether a number with a unit is an amount, rather than a place in an order, a name or an idiom.
  private func isCounted(_ unit: ValueLexicon.Unit, _ numeral: Numeral, _ parts: AmountParts, _ end: Int) -> Bool {
    guard unit.kind == .counter || unit.kind == .duration else { return true }
    if sentence.end(ofAny: ["目", "生", "世", "位", "号", "次"], at: end) != nil { return false }
    let isSingle = numeral.integer == 1 && parts.upper == nil
    if unit.name == "年", isSchoolYear(parts.start, end) { return false }
    // 数字 and 十字 are words, and a part of a work or a league is no copy.
    if unit.name == "文字", numeral.isKanji || numeral.isVague { return false }
    if unit.name == "部", numeral.exponent == 0, numeral.integer < 50 { return false }
    if unit.name == "つ" {
      // まず1つは, 理由の一つ: as often as not no count.
      return 2...9 ~= numeral.integer
    }
    if numeral.isKanji {
      if unit.name == "度", sentence.end(ofAny: ["と", "見", "手間"], at: end) != nil { return false }
      if unit.name == "分", numeral.integer == 10 || numeral.integer == 5 { return false }
      if isSingle { return Self.countsFromOne.contains(unit.name) }
    }
    if unit.name == "日", unit.kind == .duration, isSingle, numeral.isKanji { return false }
    return !numeral.hasLeadingZero || numeral.digits < 2
  }

  /// Units that 一 counts; 一人, 一度, 一部, 一本, 一種 and the like are idioms more often than counts.
  private static let countsFromOne: Set<String> = [
    "社", "件", "名", "台", "年", "か月", "週間", "時間", "秒", "店", "戸", "校", "隻", "票", "冊", "か国", "か所", "世帯", "歳", "箱", "杯", "泊",
    "周年",
  ]

  /// 70Bパラメータ, 7Bモデル: a count with a letter for its power of ten.
  private func scaledCount(_ parts: AmountParts) -> Reading? {
    let power: Int
    switch sentence[parts.end] {
    case UInt8(ascii: "K"), UInt8(ascii: "k"): power = 3
    case UInt8(ascii: "M"): power = 6
    case UInt8(ascii: "B"): power = 9
    case UInt8(ascii: "T"): power = 12
    default: return nil
    }
    var place = parts.end + 1
    if sentence[place] == 0x20 { place += 1 }
    var parts = parts
    parts.value = parts.value?.shifted(by: power)
    parts.upper = parts.upper?.shifted(by: power)
    if power >= 6, sentence.end(ofAny: ["モデル", "LLM", "級", "規模"], at: place) != nil {
      parts.end += 1
      return Reading(
        start: parts.start, end: parts.end, kind: .quantity, value: .quantity(amount(parts), unit: "パラメータ"))
    }
    guard let found = unitPhrase(at: place), lexicon.units[found.value].kind == .counter else { return nil }
    parts.end = found.end
    return Reading(
      start: parts.start, end: parts.end, kind: .quantity,
      value: .quantity(amount(parts), unit: lexicon.units[found.value].name))
  }

  /// 3割5分2厘, 10%, 2ポイント.
  private func share(_ parts: AmountParts, _ unit: ValueLexicon.Unit) -> Reading? {
    var parts = parts
    if unit.exponent == 1 {
      for (name, exponent) in [("分", 0), ("厘", -1)] as [(StaticString, Int)] {
        guard let numeral = sentence.numeral(at: parts.end), 1...9 ~= numeral.integer,
          sentence.has(name, at: numeral.end), let part = numeral.value?.shifted(by: exponent)
        else { continue }
        parts.value = parts.value?.adding(part)
        parts.end = numeral.end + 3
      }
    }
    if unit.name == "point", !isDifference(parts, unit) {
      return Reading(
        start: parts.start, end: parts.end, kind: .quantity, value: .quantity(amount(parts), unit: "ポイント"))
    }
    return Reading(
      start: parts.start, end: parts.end, kind: .percent, value: .percent(amount(parts), unit: unit.name))
  }

  /// Whether points are a difference of shares, and not what a game or a shop gives.
  private func isDifference(_ parts: AmountParts, _ unit: ValueLexicon.Unit) -> Bool {
    if unit.exponent != 0 || sentence.has("%ポイント", before: parts.end) || sentence.has("パーセントポイント", before: parts.end) {
      return true
    }
    guard let value = parts.upper ?? parts.value, value < DecimalNumber(100) else { return false }
    return value.scale > 0 || sentence.end(ofAny: Self.changes, at: parts.end) != nil
  }

  private static let changes: [StaticString] = [
    "上昇", "低下", "増", "減", "改善", "悪化", "上回", "下回", "高", "低", "差", "の差", "の上昇", "の低下", "の改善", "の悪化", "以上の", "上が",
    "下が", "拡大", "縮小", "プラス", "マイナス", "向上", "の向上", "伸び", "ほど", "程度", "近く", "も上", "も下",
  ]

  /// 2年半, 1時間30分, 3年3カ月: the parts of a duration, added up in the smallest unit.
  private func duration(_ parts: AmountParts, _ unit: ValueLexicon.Unit) -> Reading? {
    var parts = parts
    var name = unit.name
    if sentence.has("余り", at: parts.end) == false, sentence.has("余", at: parts.end), sentence.isBorder(parts.end + 3) {
      parts.isMore = true
    }
    while parts.upper == nil, let factor = Self.smaller[name], let numeral = sentence.numeral(at: parts.end),
      numeral.integer >= 0, numeral.exponent == 0,
      let found = unitPhrase(at: numeral.end), lexicon.units[found.value].name == factor.name
    {
      parts.value = numeral.value.flatMap { parts.value?.multiplied(by: factor.count)?.adding($0) }
      parts.end = found.end
      name = factor.name
    }
    if sentence.has("半", at: parts.end), sentence.isBorder(parts.end + 3), parts.upper == nil {
      parts.value = parts.value?.adding(DecimalNumber(mantissa: 5, scale: 1))
      parts.end += 3
    }
    return Reading(start: parts.start, end: parts.end, kind: .quantity, value: .quantity(amount(parts), unit: name))
  }

  /// For each unit of a duration the one below it, and how many of that it holds.
  private static let smaller: [String: (name: String, count: Int)] = [
    "年": ("か月", 12), "週間": ("日", 7), "日": ("時間", 24), "時間": ("分", 60), "分": ("秒", 60),
  ]

  /// The value of an amount with what the words around it say.
  func amount(_ parts: AmountParts) -> Amount {
    let said = parts.isMore ? .moreThan : bound(parts.start, parts.end)
    guard !parts.isVague else { return Amount(nil, bound: said ?? .about) }
    return Amount(parts.value, upper: parts.upper, bound: said)
  }
}
