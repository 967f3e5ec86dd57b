/// What the words before and behind an amount say of how it is meant.
extension ValueReader {
  /// The bound that the words around `start..<end` give.
  func bound(_ start: Int, _ end: Int) -> Amount.Bound? {
    let behind = behind(end)
    // A word that bounds says more than one that only makes vague: 最大で約100億円.
    if let behind, behind != .about { return behind }
    return before(start) ?? behind
  }

  private func before(_ start: Int) -> Amount.Bound? {
    guard sentence.before(start) >= 0x80 else { return nil }
    for (phrase, bound) in Self.leads where sentence.has(phrase, before: start) {
      guard bound == .about else { return bound }
      let place = start - phrase.utf8CodeUnitCount
      for (phrase, bound) in Self.leads where bound != .about && sentence.has(phrase, before: place) { return bound }
      return .about
    }
    return nil
  }

  private func behind(_ end: Int) -> Amount.Bound? {
    guard sentence[end] >= 0x80 else { return nil }
    for (phrase, bound) in Self.tails where sentence.has(phrase, at: end) { return bound }
    for (phrase, bound) in Self.letters where sentence.has(phrase, at: end) && sentence.isBorder(end + 3) {
      return bound
    }
    return nil
  }

  private static let leads: [(StaticString, Amount.Bound)] = [
    ("約", .about), ("およそ", .about), ("ほぼ", .about), ("おおよそ", .about), ("推定", .about), ("概算", .about),
    ("最大", .atMost), ("最大で", .atMost), ("最高", .atMost), ("最高で", .atMost), ("最長", .atMost), ("最長で", .atMost),
    ("上限", .atMost), ("上限は", .atMost), ("多くて", .atMost), ("多くても", .atMost),
    ("最低", .atLeast), ("最低で", .atLeast), ("最低でも", .atLeast), ("少なくとも", .atLeast), ("最短", .atLeast),
    ("最短で", .atLeast), ("下限", .atLeast), ("下限は", .atLeast), ("最小", .atLeast), ("最小で", .atLeast),
  ]

  private static let tails: [(StaticString, Amount.Bound)] = [
    ("以上", .atLeast), ("以下", .atMost), ("以内", .atMost), ("未満", .lessThan), ("を超え", .moreThan), ("を越え", .moreThan),
    ("を上回", .moreThan), ("超え", .moreThan), ("余り", .moreThan), ("あまり", .moreThan), ("を下回", .lessThan), ("近く", .lessThan),
    ("足らず", .lessThan), ("に満たな", .lessThan), ("に満たず", .lessThan), ("前後", .about), ("程度", .about),
    ("ほど", .about), ("くらい", .about), ("ぐらい", .about), ("内外", .about), ("見当", .about),
  ]

  /// Single letters, which are part of another word where no morpheme ends behind them.
  private static let letters: [(StaticString, Amount.Bound)] = [
    ("超", .moreThan), ("強", .moreThan), ("余", .moreThan), ("弱", .lessThan),
  ]
}
