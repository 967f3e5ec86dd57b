package import ArticleSource
package import Normalization
internal import TextCore

/// Reviews front matters, one post after the other. Each worker has its own: it keeps scratch memory.
package struct FrontMatterReviewer: ~Copyable {
  private let settings: FrontMatterReviewSettings
  /// The day on which the review is made.
  private let today: ArticleDate?
  private let frequentTags: [String]
  private var normalizer: Normalizer
  private let cues = CuePhrases()

  /// Creates a reviewer.
  /// - Parameters:
  ///   - settings: What is looked for.
  ///   - today: The day; dates after it are in the future. Without it none is.
  ///   - frequentTags: Tags that many posts of the archive have; each post is asked whether its text holds them.
  package init(
    settings: FrontMatterReviewSettings, today: ArticleDate?, frequentTags: [String] = []
  ) throws(NormalizationError) {
    let normalizer = try Normalizer(form: .nfkc)
    self.settings = settings
    self.today = today
    self.frequentTags = frequentTags
    self.normalizer = normalizer
  }

  /// Reviews a post.
  /// - Parameters:
  ///   - document: The file, of which only the front matter need be read.
  ///   - analysis: Its analysis, with statistics and diagnostics.
  /// - Complexity: O(*n*) in bytes, and the length of titles and excerpts squared.
  package mutating func review(_ document: ArticleDocument, _ analysis: ArticleAnalysis, path: String) -> ReviewedPost {
    let source = document.source.bytes
    let lines = LineIndex(source.span)
    let matter = document.frontMatter
    let title = analysis.title
    func position(_ range: ByteRange<FileSpace>?) -> TextPosition {
      lines.position(ofByte: range?.lowerBound ?? 0, in: source.span)
    }
    var positions: [FrontMatterEditableField: TextPosition] = [:]
    var places: [FrontMatterEditableField: ByteRange<FileSpace>] = [:]
    for field in FrontMatterEditableField.allCases {
      places[field] = matter?.valuePlace(of: field, in: source.span)
      positions[field] = position(places[field])
    }
    let bodyStart = matter?.range.upperBound ?? 0
    let titleText = read(title ?? "")
    let body = ReviewedBody(read(String(decoding: source[bodyStart...], as: UTF8.self) + "\n" + (title ?? "")))
    let tags = (matter?.tags ?? []).map { name in
      let place = places[.tags].map { matter?.labelPlace(name, in: $0, source.span) ?? $0 }
      return ReviewedPost.Tag(name: name, plain: plain(name), position: position(place), support: support(name, body))
    }
    let titlePlace = matter?.valuePlace(["title"], in: source.span)
    var review = Findings(settings: settings)
    review.add(source: analysis.diagnostics, settings)
    if matter != nil {
      addTitle(title, titleText, body, position(titlePlace), &review)
      addDate(matter?.date, position(matter?.datePlace(in: source.span)), &review)
      addReadingTime(matter?.readingTime, analysis.statistics?.readingTime, positions[.readingTime], &review)
    }
    var frames: [FrontMatterEditableField: SummaryFrame] = [:]
    for (field, written) in [(FrontMatterEditableField.excerpt, matter?.excerpt), (.description, matter?.description)] {
      guard let written, let place = positions[field] else { continue }
      let text = read(written)
      frames[field] = Self.frame(text, title: titleText)
      let check = SummaryCheck(
        written: written, text: text, title: titleText, body: body, opening: opening(of: written))
      for problem in check.problems { review.add(problem, field, place) }
      let limit = field == .excerpt ? settings.excerptLimit : settings.descriptionLimit
      let length = GraphemeCount.count(Array(written.utf8).span)
      if length > limit { review.addTooLong(field, length, limit, place) }
    }
    return ReviewedPost(
      path: path, matter: matter, title: title, titleLetters: titleText.letters, tags: tags,
      frequentTags: frequentTags.map { isNamed($0, body) }, words: body.signature, frames: frames,
      estimate: analysis.statistics?.readingTime,
      hasDate: matter?.date != nil || Self.hasDateInName(path) || review.hasUnreadableDate,
      positions: positions, titlePosition: position(titlePlace), findings: review.all.inOrder)
  }

  // MARK: Texts

  private mutating func read(_ text: String) -> ReviewedText {
    ReviewedText(normalizer.normalize(Array(text.utf8).span).bytes.span)
  }

  private mutating func plain(_ tag: String) -> String {
    String(decoding: normalizer.normalize(Array(tag.utf8).span).bytes, as: UTF8.self)
  }

  /// The greeting or aside that a text begins with, as far as the first sign.
  private mutating func opening(of written: String) -> String? {
    let start = String(written.prefix { !"。！？!?".contains($0) })
    let bytes = normalizer.normalize(Array(start.utf8).span).bytes
    let found = cues.cues(of: bytes.span)
    guard found.contains(.greeting) || found.contains(.filler) else { return nil }
    return String(start.prefix { $0 != "、" }.prefix(12))
  }

  private mutating func support(_ tag: String, _ body: borrowing ReviewedBody) -> ReviewedPost.TagSupport {
    let text = read(tag)
    guard !text.words.isEmpty else {
      return text.letters.isEmpty || !body.text.places(of: text.letters[...]).isEmpty ? .whole : .none
    }
    let isLatin = text.words.allSatisfy { $0.kind == .latin || $0.kind == .number }
    if !isLatin, !body.text.places(of: text.letters[...]).isEmpty { return .whole }
    if isLatin, text.letters.count >= 5, !body.text.places(of: text.letters[...]).isEmpty { return .whole }
    let held = text.words.count { body.holds($0, of: text) }
    return held == text.words.count ? .whole : held > 0 ? .part : .none
  }

  /// Whether the text has the tag itself, not only its words.
  private mutating func isNamed(_ tag: String, _ body: borrowing ReviewedBody) -> Bool {
    let text = read(tag)
    guard text.words.contains(where: { $0.kind != .latin && $0.kind != .number }) else {
      return support(tag, body) == .whole
    }
    return !body.text.places(of: text.letters[...]).isEmpty
  }

  private static func frame(_ text: ReviewedText, title: ReviewedText) -> SummaryFrame {
    let mask = TitleMask(text, title: title)
    let runs = mask.rest.map { String(String.UnicodeScalarView($0.compactMap { Unicode.Scalar($0) })) }
    return SummaryFrame(
      text: (mask.covered > 0 ? "■" : "") + runs.joined(separator: "■"),
      letterCount: mask.rest.reduce(0) { $0 + $1.count },
      coveredCount: mask.covered)
  }

  // MARK: Fields

  private func addTitle(
    _ title: String?, _ text: ReviewedText, _ body: ReviewedBody, _ place: TextPosition, _ review: inout Findings
  ) {
    guard let title, !title.isEmpty else {
      return review.add(.titleMissing, "題名（title）がありません。記事の題名を書いてください。", place)
    }
    let length = GraphemeCount.count(Array(title.utf8).span)
    if length > settings.titleLimit {
      review.add(.titleTooLong, "題名が\(length)字あり、上限の\(settings.titleLimit)字を超えています。短くしてください。", place)
    }
    if let cut = TitleCheck(title: title, text: text, body: body.text).cut {
      review.add(.titleCut, "題名が途中で切れているようです（\(cut)）。最後まで書いてください。", place)
    }
  }

  private func addDate(_ date: ArticleDate?, _ place: TextPosition, _ review: inout Findings) {
    guard let date, let today, (date.year, date.month, date.day) > (today.year, today.month, today.day) else { return }
    review.add(.dateFuture, "日付（\(date.iso8601)）が今日より先です。予約投稿でなければ直してください。", place)
  }

  private func addReadingTime(
    _ given: Double?, _ estimate: ReadingTime?, _ place: TextPosition?, _ review: inout Findings
  ) {
    guard let given, let estimate, let place, estimate.isOff(given, tolerance: settings.readingTimeTolerance) else {
      return
    }
    let written = given.rounded() == given && given < 1e9 ? String(Int(given)) : "\(given)"
    review.add(
      .readingTimeOff, "読了時間が\(written)分となっていますが、本文からの見積もりは約\(estimate.minutes)分です。", place, field: .readingTime)
  }

  /// Whether the file's name holds a date, as Jekyll's posts do: `2025-11-02-title.md`.
  private static func hasDateInName(_ path: String) -> Bool {
    let name = Array((path.split(separator: "/").last ?? "").utf8)
    guard name.count >= 10 else { return false }
    return (0...name.count - 10).contains { start in
      (0..<10).allSatisfy { index in
        let byte = name[start + index]
        return index == 4 || index == 7 ? byte == UInt8(ascii: "-") : 0x30...0x39 ~= byte
      }
    }
  }
}

extension ReadingTime {
  /// Whether `minutes` is further from the time than `tolerance`, as a share of it; whole minutes next to it never are.
  package func isOff(_ minutes: Double, tolerance: Double) -> Bool {
    guard minutes != Double(self.minutes), minutes != Double(seconds / 60), seconds > 0 else { return false }
    return abs(minutes * 60 - Double(seconds)) > Double(seconds) * tolerance
  }
}

/// Collects the findings of a post.
struct Findings {
  let settings: FrontMatterReviewSettings
  private(set) var all: [FrontMatterFinding] = []
  private(set) var hasUnreadableDate = false

  init(settings: FrontMatterReviewSettings) { self.settings = settings }

  /// Adds a finding unless its rule is off.
  mutating func add(
    _ rule: FrontMatterRule, _ message: String, _ place: TextPosition, field: FrontMatterEditableField? = nil
  ) {
    if let finding = ReviewedPost.finding(rule, message, at: place, field: field, settings) { all.append(finding) }
  }

  /// Takes over what the reader found in the front matter.
  mutating func add(source diagnostics: [PlacedDiagnostic], _ settings: FrontMatterReviewSettings) {
    for placed in diagnostics where placed.diagnostic.code.name.hasPrefix("front-matter.") {
      if placed.diagnostic.code.name == "front-matter.date-unreadable" { hasUnreadableDate = true }
      all.append(
        FrontMatterFinding(
          code: placed.diagnostic.code, severity: placed.diagnostic.severity, message: placed.diagnostic.message,
          position: placed.position ?? TextPosition(line: 1, column: 1)))
    }
  }

  mutating func add(_ problem: SummaryCheck.Problem, _ field: FrontMatterEditableField, _ place: TextPosition) {
    let isExcerpt = field == .excerpt
    let name = ReviewMessage.name(field)
    switch problem {
    case .title:
      add(isExcerpt ? .excerptTitle : .descriptionTitle, "\(name)が題名の繰り返しです。本文の要点を書いてください。", place, field: field)
    case .templated:
      add(
        isExcerpt ? .excerptTemplated : .descriptionTemplated,
        "\(name)が題名に決まり文句を付けただけです。誰が何をしたか、何が分かるかを書いてください。", place, field: field)
    case .filler(let opening):
      add(
        isExcerpt ? .excerptFiller : .descriptionFiller, "\(name)が挨拶や前置き（「\(opening)」）で始まっています。要点から始めてください。", place,
        field: field)
    case .markup:
      add(
        isExcerpt ? .excerptMarkup : .descriptionMarkup, "\(name)にMarkdownやHTMLの記号が残っています。取り除いてください。", place,
        field: field)
    case .cut(let why):
      add(isExcerpt ? .excerptCut : .descriptionCut, "\(name)が途中で切れています（\(why)）。文の終わりまで書いてください。", place, field: field)
    case .unsupported(let missing):
      add(
        isExcerpt ? .excerptUnsupported : .descriptionUnsupported, "\(name)の\(missing)が本文にありません。本文と合っているか確かめてください。",
        place,
        field: field)
    }
  }

  mutating func addTooLong(_ field: FrontMatterEditableField, _ length: Int, _ limit: Int, _ place: TextPosition) {
    add(
      field == .excerpt ? .excerptTooLong : .descriptionTooLong,
      "\(ReviewMessage.name(field))が\(length)字あり、上限の\(limit)字を超えています。短くしてください。", place, field: field)
  }
}
