import Kiji
import ReportPages

/// The page to search the archive with.
struct SearchPage {
  /// What came of a query.
  enum Outcome {
    /// There was none.
    case nothingAsked
    /// It cannot be understood.
    case failed(Phrase)
    case found(hits: [Hit], total: Int, limit: Int)
  }

  /// An article with the places that were looked for.
  struct Hit {
    let entry: ArticleEntry
    let lines: [ContextLine]
  }

  let query: String
  let outcome: Outcome
  let topics: TopicSuggestions

  private static let chipLimit = 14
  private static let step = 20
  private static let queryLimit = "2000"

  /// The whole page.
  func render(_ context: PageContext) -> [UInt8] {
    let layout = Self.layout(context)
    return layout.render { html in
      html.element("div", .class("hero search-head")) { html in
        html.element("p", .class("eyebrow")) { $0.element("span", text: context.text(.search)) }
        html.element("h1", text: context.text(.searchTitle))
        writeForm(&html, context)
      }
      html.element("section", .id("results"), .class("results"), HTMLAttribute("aria-labelledby", "results-h")) {
        writeResults(&$0, layout)
      }
    }
  }

  /// What stands in the section of the results.
  func renderResults(_ context: PageContext) -> [UInt8] {
    var html = HTMLWriter()
    writeResults(&html, Self.layout(context))
    return html.bytes
  }

  private static func layout(_ context: PageContext) -> PageLayout {
    PageLayout(target: .own(SiteAddress.search), title: context.text(.search), context: context)
  }

  private func writeForm(_ html: inout HTMLWriter, _ context: PageContext) {
    html.element(
      "form", .id("search"), .class("search"), HTMLAttribute("role", "search"),
      HTMLAttribute("action", SiteAddress.search), HTMLAttribute("method", "get"),
      HTMLAttribute("data-suggestions", "api/suggestions"), HTMLAttribute("data-results", SiteAddress.searchResults),
      HTMLAttribute("data-count", context.text(.suggestionCount))
    ) { html in
      html.element("label", HTMLAttribute("for", "q"), text: context.text(.query))
      html.element("div", .class("search-row")) { html in
        html.element("div", .class("combo")) { html in
          html.void(
            "input", .id("q"), HTMLAttribute("name", "q"), HTMLAttribute("type", "search"),
            HTMLAttribute("value", query), HTMLAttribute("placeholder", context.text(.queryHint)),
            HTMLAttribute("autocomplete", "off"), HTMLAttribute("autocapitalize", "off"),
            HTMLAttribute("spellcheck", "false"), HTMLAttribute("maxlength", Self.queryLimit),
            HTMLAttribute("enterkeyhint", "search"))
          html.element(
            "ul", .id("q-list"), .class("options"), HTMLAttribute("role", "listbox"),
            .label(context.text(.suggestionList)), HTMLAttribute("hidden"), text: "")
        }
        html.element("button", HTMLAttribute("type", "submit"), text: context.text(.searchButton))
      }
      html.element("p", .id("status"), .class("status"), HTMLAttribute("role", "status"), text: status(context))
      html.element("p", .id("suggestion-status"), .class("hidden"), HTMLAttribute("aria-live", "polite"), text: "")
      writeSyntax(&html, context)
    }
  }

  private func writeSyntax(_ html: inout HTMLWriter, _ context: PageContext) {
    html.element("details", .class("syntax")) { html in
      html.element("summary", text: context.text(.syntax))
      html.element("dl") { html in
        for (example, phrase) in [
          ("生成AI 投資", Phrase.syntaxWords), ("\"強化学習 モデル\"", .syntaxPhrase), ("GPU OR 半導体", .syntaxOr),
          ("投資 -買収", .syntaxNot), ("tag:OpenAI", .syntaxTag), ("date:2025-10..2026-01", .syntaxDate),
        ] {
          html.element("div") { html in
            html.element("dt") { html in
              html.element("a", Self.link(to: example)) { $0.element("code", text: example) }
            }
            html.element("dd", text: context.text(phrase))
          }
        }
      }
    }
  }

  // MARK: Results

  private func writeResults(_ html: inout HTMLWriter, _ layout: PageLayout) {
    let context = layout.context
    html.element(
      "h2", .id("results-h"), .class("hidden"), HTMLAttribute("data-status", status(context)),
      text: context.text(.results))
    switch outcome {
    case .nothingAsked: writeBeginnings(&html, layout)
    case .failed(let message): html.element("p", .class("verdict"), text: context.text(message))
    case .found(let hits, let total, let limit):
      guard !hits.isEmpty else { return }
      html.element("ol", .class("hits")) { html in
        for hit in hits { write(hit, to: &html, layout) }
      }
      if total > limit, limit < Visit.hitLimit {
        let next = min(Visit.hitLimit, limit + Self.step)
        html.element("p", .class("more")) { html in
          html.element("a", Self.link(to: query, limit: next), text: context.text(.more))
        }
      }
    }
  }

  private func status(_ context: PageContext) -> String {
    guard case .found(let hits, let total, _) = outcome else { return "" }
    if total == 0 { return context.text(.nothingFound) }
    let count = FigureText.integer(total)
    return hits.count < total
      ? context.text(.foundFirst, count, FigureText.integer(hits.count)) : context.text(.found, count)
  }

  private func write(_ hit: Hit, to html: inout HTMLWriter, _ layout: PageLayout) {
    html.element("li") { html in
      html.element("p", .class("hit-title")) { html in
        layout.link(to: .article(hit.entry.path), hit.entry.title, in: &html)
        if let day = hit.entry.day { html.element("time", HTMLAttribute("datetime", day), text: day) }
      }
      guard !hit.lines.isEmpty else {
        if let excerpt = hit.entry.excerpt { html.element("p", .class("hit-excerpt"), text: excerpt) }
        return
      }
      html.element("ul", .class("kwic")) { html in
        for line in hit.lines {
          html.element("li") { html in
            html.element("span", .class("before")) { $0.element("bdi", text: line.before) }
            html.element("mark", text: line.match)
            html.element("span", .class("after")) { $0.element("bdi", text: line.after) }
          }
        }
      }
    }
    html.newline()
  }

  /// Where nothing is asked: what the archive has most of.
  private func writeBeginnings(_ html: inout HTMLWriter, _ layout: PageLayout) {
    for (kind, title) in [
      (TopicKind.entity, Phrase.beginWithNames), (.tag, .beginWithTags), (.term, .beginWithTerms),
    ] {
      let most = topics.most(kind, limit: Self.chipLimit)
      guard !most.isEmpty else { continue }
      html.element("h3", text: layout.context.text(title))
      html.element("ul", .class("chips")) { html in
        for topic in most {
          html.element("li") { html in
            html.element("a", Self.link(to: topic.query)) { $0.element("bdi", text: topic.name) }
            html.element("span", .class("n"), text: FigureText.integer(topic.articles))
          }
        }
      }
    }
  }

  /// The address of a search.
  private static func link(to query: String, limit: Int? = nil) -> HTMLAttribute {
    let more = limit.map { "&limit=\($0)" } ?? ""
    return HTMLAttribute("href", "\(SiteAddress.search)?q=\(PercentText.encoded(query))\(more)")
  }
}
