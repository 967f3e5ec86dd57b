import TextCore

/// The words that say how an amount is meant, beside it: 最大, 約, 以上.
///
/// They are no part of the mention, but of what a deal is said to be about.
enum AmountBounds {
  private static let leading = ["最大", "最高", "最低", "少なくとも", "約", "およそ", "推定", "総額", "合計", "計"]
  private static let trailing = ["以上", "以下", "以内", "未満", "超", "強", "弱", "余り", "程度", "前後", "規模", "近く"]

  /// The range of a mention with the words beside it.
  static func widened(_ range: ByteRange<NormalizedSpace>, in text: Span<UInt8>) -> ByteRange<NormalizedSpace> {
    var start = range.lowerBound
    var end = range.upperBound
    // Twice, for 総額約100億円.
    for _ in 0..<2 {
      let before = text.string(UTF8Scan.boundary(atOrBefore: max(0, start - 15), in: text)..<start)
      if let word = leading.first(where: before.hasSuffix) { start -= word.utf8.count }
    }
    let behind = text.string(end..<UTF8Scan.boundary(atOrBefore: min(text.count, end + 9), in: text))
    if let word = trailing.first(where: behind.hasPrefix) { end += word.utf8.count }
    return ByteRange(start, end)
  }
}
