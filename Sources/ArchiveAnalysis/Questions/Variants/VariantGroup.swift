/// A word that the archive writes in several ways.
package struct VariantGroup: Equatable, Sendable {
  /// In what the ways differ.
  package enum Kind: String, CaseIterable, Sendable {
    /// サーバ and サーバー, バイオリン and ヴァイオリン.
    case katakana
    /// ユーザー・インターフェース and ユーザーインターフェース.
    case middleDot
    /// ＡＩ and AI.
    case width
    /// Github and GitHub.
    case letterCase
    /// 問合せ and 問い合わせ.
    case okurigana
    /// 出来る and できる.
    case kanji
  }

  /// A way to write the word.
  package struct Form: Equatable, Sendable {
    /// The word; for words that inflect the base form.
    package let text: String
    /// How often it is written so.
    package let count: Int
    /// In how many articles.
    package let articles: Int

    /// Creates a form.
    package init(text: String, count: Int, articles: Int) {
      self.text = text
      self.count = count
      self.articles = articles
    }
  }

  /// In what the ways differ.
  package let kind: Kind
  /// The ways, the usual one first.
  package let forms: [Form]
  /// Whether a reader of the configuration has said which one is right.
  package let isPreferred: Bool

  /// Orders the ways: the preferred one first, then by count and text.
  package init(kind: Kind, forms: [Form], preferred: Set<String> = []) {
    self.kind = kind
    self.forms = forms.sorted { left, right in
      let wishes = (preferred.contains(left.text), preferred.contains(right.text))
      if wishes.0 != wishes.1 { return wishes.0 }
      return left.count != right.count ? left.count > right.count : left.text < right.text
    }
    isPreferred = forms.contains { preferred.contains($0.text) }
  }

  /// Whether only places count where no Latin word stands beside the word.
  package var countsAloneOnly: Bool { kind == .letterCase && forms.allSatisfy { LatinForms.isPlain($0.text) } }
  /// How often the word is written in all.
  package var count: Int { forms.reduce(0) { $0 + $1.count } }
  /// How often it is not written in the usual way.
  package var minorityCount: Int { count - (forms.first?.count ?? 0) }
  /// The share of the usual way.
  package var ratio: Double { count == 0 ? 0 : Double(forms.first?.count ?? 0) / Double(count) }
}
