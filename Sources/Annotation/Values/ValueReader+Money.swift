/// Amounts of money.
extension ValueReader {
  /// An amount with the currency behind it: 1兆4000億円, 75円32銭, 10〜20億円.
  func money(_ parts: AmountParts, _ currency: String) -> Reading? {
    var parts = parts
    if parts.upper == nil, let numeral = sentence.numeral(at: parts.end), 1...99 ~= numeral.integer,
      numeral.digits <= 2,
      let found = lexicon.unitPhrases.longest(in: sentence.bytes, at: numeral.end)
    {
      // 75円32銭, 3ドル50セント.
      let unit = lexicon.units[found.value]
      if unit.kind == .money, unit.exponent < 0, unit.name == currency || unit.name == "USD" && currency != "JPY",
        let part = numeral.value?.shifted(by: unit.exponent)
      {
        parts.value = parts.value?.adding(part)
        parts.end = found.end
      }
    }
    return Reading(
      start: parts.start, end: parts.end, kind: .money, value: .money(amount(parts), currency: currency))
  }

  /// An amount with the currency before it: $1.2B, ¥3,000, USD 100.
  func prefixedMoney(_ numeral: Numeral, _ start: Int, _ currency: String) -> Reading {
    var parts = AmountParts(start: start, end: numeral.end, value: numeral.value, isVague: numeral.isVague)
    guard !numeral.isVersion else { return .nothing(before: numeral.end) }
    // PHP 8 and PHP 7.2 are more often the language than a price in pesos.
    if currency == "PHP", numeral.exponent == 0, scale(at: numeral.end) == nil,
      let value = numeral.value, value < DecimalNumber(10)
    {
      return .nothing(before: numeral.end)
    }
    if let scale = scale(at: numeral.end) {
      parts.value = parts.value?.shifted(by: scale.power)
      parts.end = scale.end
    }
    if let sign = sentence.endOfRangeSign(at: parts.end), let last = upperEnd(sign) {
      parts.upper = last.value
      parts.end = last.end
      if let lower = parts.value, let upper = parts.upper, upper <= lower { parts.upper = nil }
    }
    if sentence.isLetterOrDigit(parts.end) { return .nothing(before: numeral.end) }
    return Reading(start: start, end: parts.end, kind: .money, value: .money(amount(parts), currency: currency))
  }

  private func upperEnd(_ place: Int) -> (value: DecimalNumber?, end: Int)? {
    let place = sentence[place] == UInt8(ascii: "$") ? place + 1 : place
    guard sentence.isDigit(place), let numeral = sentence.numeral(at: place), !numeral.isVersion else { return nil }
    guard let scale = scale(at: numeral.end) else { return (numeral.value, numeral.end) }
    return (numeral.value?.shifted(by: scale.power), scale.end)
  }

  /// The power of ten in Latin letters at `place`: K, M, B, million.
  private func scale(at place: Int) -> (power: Int, end: Int)? {
    let start = sentence[place] == 0x20 ? place + 1 : place
    for (name, power) in Self.scales where sentence.has(name, at: start) {
      let end = start + name.utf8CodeUnitCount
      if !sentence.isLetterOrDigit(end), start == place || name.utf8CodeUnitCount > 2 { return (power, end) }
    }
    return nil
  }

  private static let scales: [(StaticString, Int)] = [
    ("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12), ("K", 3), ("k", 3), ("M", 6), ("mn", 6),
    ("B", 9),
    ("bn", 9), ("T", 12), ("tn", 12),
  ]
}
