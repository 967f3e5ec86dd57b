/// What is made of a text before it is analyzed.
public enum NormalizationForm: String, CaseIterable, Sendable {
  /// The text as it is.
  case none
  /// Unicode's canonical composition (UAX #15).
  case nfc
  /// Unicode's compatibility composition (UAX #15).
  case nfkc
  /// NFKC and the rewrites of neologdn and mecab-ipadic-NEologd: one hyphen, one long vowel mark, no repeated long
  /// vowels, no spaces beside Japanese characters, one kind of quotation mark, tildes by `TildeHandling`.
  ///
  /// The rules: <https://github.com/neologd/mecab-ipadic-neologd/wiki/Regexp.ja>, and neologdn 0.5.6. Other than
  /// neologdn, `¥` stays what it is, a space between two letters that are not ASCII stays (`café crème`), and marks
  /// that NFKC would spread into a space and a combining mark (`゛ ´ ¨`) stay whole.
  case japanese
}

/// What the form `japanese` makes of tildes and wave dashes: `~ ∼ ∾ 〜 〰 ～`.
public enum TildeHandling: String, CaseIterable, Sendable {
  /// Drops what draws out a vowel, right after kana (`ウェ〜イ`), and makes all others 〜 (U+301C), for they stand
  /// for a range (`10〜20億円`, `東京〜大阪`, `10ドル〜20ドル`: a digit follows) or set a subtitle apart.
  case keepRanges = "keep-ranges"
  /// Drops all, as neologdn does when not told otherwise.
  case remove
  /// Leaves what NFKC leaves.
  case ignore
  /// Makes all of them `~` (U+007E).
  case normalize
  /// Makes all of them `〜` (U+301C).
  case normalizeZenkaku = "normalize-zenkaku"
}
