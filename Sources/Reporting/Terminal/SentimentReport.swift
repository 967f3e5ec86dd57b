import Annotation
package import ArticleAnalysis

/// How an article judges, for people: its sentences with the words that judge marked.
package struct SentimentReport {
  /// How much is told.
  package enum Detail: Sendable {
    /// Sentences that judge, with their words marked.
    case marked
    /// Under each sentence, each word with its weight and the rules that changed it.
    case explained
  }

  private let style: StyleUse
  private let detail: Detail

  /// A report with or without colours.
  package init(style: StyleUse, detail: Detail) {
    self.style = style
    self.detail = detail
  }

  /// The report of `analysis`, with a line end after every line.
  package func text(_ analysis: ArticleAnalysis) -> String {
    guard let sentiment = analysis.sentiment else { return "" }
    var lines = [style.apply(.bold, PlainLine.of(analysis.title ?? analysis.source.path ?? "（無題）"))]
    lines += Self.summary(sentiment, style)
    lines.append("")
    var cue = 0
    for (index, sentence) in analysis.sentences.enumerated() {
      let first = cue
      while cue < sentiment.cues.count, sentiment.cues[cue].sentence == index { cue += 1 }
      let cues = sentiment.cues[first..<cue]
      lines.append(line(sentence, cues))
      if detail == .explained { lines += cues.map(explanation) }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The lines that sum an article up: polarity, shares, things judged, feelings.
  static func summary(_ sentiment: ArticleSentiment, _ style: StyleUse) -> [String] {
    let shares = sentiment.shares.inOrder.filter { $0.1 > 0 }
      .map { "\(Self.name(of: $0.0))\(Int(($0.1 * 100).rounded()))%" }
    var lines = [
      "\(colored(sentiment.polarity, name(of: sentiment.polarity), style)) \(signed(sentiment.score))"
        + (shares.isEmpty ? "" : " · 文の" + shares.joined(separator: "、")) + " · 主観性\(decimal(sentiment.subjectivity))"
    ]
    let aspects = sentiment.aspects.sorted { abs($0.score) > abs($1.score) }.prefix(6)
    if !aspects.isEmpty {
      lines.append(
        "対象: "
          + aspects.map { colored($0.polarity, PlainLine.of($0.entity), style) + signed($0.score) }
          .joined(separator: "、"))
    }
    if !sentiment.emotions.isEmpty {
      lines.append("感情: " + sentiment.emotions.map { "\(name(of: $0.emotion))\($0.count)" }.joined(separator: "、"))
    }
    return lines
  }

  private func line(_ sentence: AnalyzedSentence, _ cues: ArraySlice<SentimentCue>) -> String {
    var rest = Substring(sentence.text)
    var text = ""
    for cue in cues {
      // Judgements are in order, so each stands behind the one before; one that crosses markup is not found.
      guard let place = rest.firstRange(of: cue.text) else { continue }
      text += rest[..<place.lowerBound]
      text +=
        style == .styled
        ? Self.colored(cue.polarity, String(rest[place]), style) : "⟨\(Self.sign(cue.polarity))\(rest[place])⟩"
      rest = rest[place.upperBound...]
    }
    text += rest
    let mark = Self.colored(sentence.polarity, Self.sign(sentence.polarity), style)
    return "\(mark) \(DisplayWidth.pad(Self.signed(sentence.score), to: 5)) \(Self.plain(text, style))"
  }

  private func explanation(_ cue: SentimentCue) -> String {
    let rules = cue.rules.labels.map { " → \($0)" }.joined()
    let value = cue.polarity == .negative ? -cue.weight : cue.weight
    return style.apply(
      .dim, "        \(PlainLine.of(cue.text)) \(Self.signed(cue.wordWeight))\(rules) → \(Self.signed(value))")
  }

  /// A line without control characters of the article; the report's own stay.
  private static func plain(_ text: String, _ style: StyleUse) -> String {
    style == .styled ? text.filter { $0 != "\n" && $0 != "\r" && $0 != "\t" } : PlainLine.of(text)
  }

  private static func colored(_ polarity: Polarity, _ text: String, _ style: StyleUse) -> String {
    let text = PlainLine.of(text)
    switch polarity {
    case .positive: return style.apply(.green, text)
    case .negative: return style.apply(.red, text)
    case .mixed: return style.apply(.yellow, text)
    case .neutral: return style.apply(.dim, text)
    }
  }

  private static func sign(_ polarity: Polarity) -> String {
    switch polarity {
    case .positive: "+"
    case .negative: "-"
    case .mixed: "±"
    case .neutral: "·"
    }
  }

  /// The polarity in Japanese.
  static func name(of polarity: Polarity) -> String {
    switch polarity {
    case .positive: "肯定"
    case .negative: "否定"
    case .neutral: "中立"
    case .mixed: "両面"
    }
  }

  private static func name(of emotion: Emotion) -> String {
    switch emotion {
    case .joy: "喜び"
    case .trust: "信頼"
    case .fear: "恐れ"
    case .surprise: "驚き"
    case .sadness: "悲しみ"
    case .disgust: "嫌悪"
    case .anger: "怒り"
    case .anticipation: "期待"
    case .shame: "恥"
    case .calm: "安らぎ"
    }
  }

  /// A score with its sign and two decimals.
  static func signed(_ score: Double) -> String {
    let hundredths = Int((score * 100).rounded())
    return (hundredths > 0 ? "+" : hundredths < 0 ? "-" : " ") + decimal(Double(hundredths.magnitude) / 100)
  }

  private static func decimal(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
  }
}

extension CueRules {
  private static let labelTable = [
    "否定", "二重否定", "増加", "減少", "解消", "強め", "弱め", "推量", "足りないものへの願い", "必要", "条件", "問い", "勧め", "逆接の前", "引用",
    "主題の名", "期待との比較", "以前との比較", "過度", "容易", "困難", "伝聞", "述語が評価する対象",
    "これ以上はないという否定",
  ]

  /// The rules' names in Japanese.
  var labels: [String] {
    Self.labelTable.indices.filter { rawValue & 1 << UInt32($0) != 0 }.map { Self.labelTable[$0] }
  }
}

/// Judged sentences as tables.
package enum SentimentTable {
  /// A row for each sentence: line, polarity, score, words that judge, text.
  package static func rows(_ analysis: ArticleAnalysis) -> [[String]] {
    guard let sentiment = analysis.sentiment else { return [] }
    var cues: [[String]] = Array(repeating: [], count: analysis.sentences.count)
    for cue in sentiment.cues where cue.sentence < cues.count {
      cues[cue.sentence].append((cue.polarity == .negative ? "-" : "+") + cue.text)
    }
    return analysis.sentences.enumerated().map { index, sentence in
      [
        analysis.source.path ?? "", String(sentence.line), sentence.polarity.rawValue, TermReport.score(sentence.score),
        cues[index].joined(separator: ";"), sentence.text,
      ]
    }
  }

  /// The columns of `rows(_:)`.
  package static let header = ["path", "line", "polarity", "score", "cues", "sentence"]
}
