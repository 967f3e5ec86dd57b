import ArticleAnalysis
import Morphology
import TextCore

extension ArticleReport {
  /// Exceptions of style, and particles, that are shown.
  private static let placeLimit = 5

  /// How the article reads: figures first, then their places.
  func readabilityLines(_ readability: ArticleReadability) -> [String] {
    var lines = [style.apply(.cyan, "読みやすさ")]
    var figures: [String] = []
    if let length = readability.length {
      figures.append("1文の長さ 平均\(Self.tenths(length.mean))字、中央値\(Self.tenths(length.median))字、最長\(length.longest)字")
    }
    figures.append("漢字\(Self.percent(readability.kanjiShare))")
    lines.append("  " + figures.joined(separator: " · "))
    if let origins = readability.origins {
      let shares = WordOrigin.allCases.map { "\($0.label)\(Self.percent(origins.share(of: $0)))" }
      lines.append("  語種 " + shares.joined(separator: "、"))
    }
    let counts = readability.style
    lines.append(
      "  文末 ですます\(counts.polite)文、である・だ\(counts.plain)文、体言止め\(counts.nominal)文\(counts.body.map { "（\($0.label)）" } ?? "")"
    )
    lines += places("長い文", readability.longest.map { ($0.place, "\($0.characters)字") })
    lines += places("ほかと異なる文末", counts.exceptions.map { ($0, nil) })
    lines += places("助詞の繰り返し", readability.repeatedParticles.map { ($0.place, "\($0.particle)\($0.count)回") })
    return lines
  }

  /// The first places of a figure, each on one line: where, how much, and the words.
  private func places(_ name: String, _ places: [(place: ReadabilityPlace, amount: String?)]) -> [String] {
    guard !places.isEmpty else { return [] }
    let rest = places.count - Self.placeLimit
    let heading = "  \(name)\(rest > 0 ? "（\(places.count)か所のうち\(Self.placeLimit)か所）" : "")"
    return [heading]
      + places.prefix(Self.placeLimit).map { place, amount in
        let position = "\(place.position.line):\(place.position.column)"
        let start = "    " + [style.apply(.dim, position), amount].compactMap { $0 }.joined(separator: " ") + " "
        let room = Self.columns - 6 - position.count - DisplayWidth.of(amount ?? "")
        return start + DisplayWidth.clip(PlainLine.of(place.text), to: room)
      }
  }

  private static func percent(_ share: Double) -> String { tenths(share * 100) + "%" }

  /// A number of at least 0 with one decimal, without it where that is 0.
  private static func tenths(_ value: Double) -> String {
    let scaled = Int((value * 10).rounded())
    return scaled % 10 == 0 ? String(scaled / 10) : "\(scaled / 10).\(scaled % 10)"
  }
}

extension SentenceStyle.Body {
  /// Its name in Japanese.
  package var label: String {
    switch self {
    case .polite: "ですます体"
    case .plain: "である・だ体"
    case .mixed: "混在"
    }
  }
}

extension WordOrigin {
  /// Its name in Japanese.
  package var label: String {
    switch self {
    case .japanese: "和語"
    case .sinoJapanese: "漢語"
    case .foreign: "外来語"
    case .hybrid: "混種語"
    }
  }
}
