import ArticleSource
import ReportPages

/// The page to paste an article into, or to write one.
struct ComposePage {
  /// What was sent; `nil` at first.
  let draft: Draft?
  /// The analysis of it; `nil` where there is nothing to analyze.
  let article: ArticlePage?

  /// The whole page.
  func render(_ context: PageContext) -> [UInt8] {
    let layout = Self.layout(context)
    return layout.render { html in
      html.element("div", .class("compose")) { html in
        html.element("div", .class("writing")) { writeForm(&$0, context) }
        html.element("div", .id("result"), .class("result")) { writeResult(&$0, layout) }
      }
    }
  }

  /// What stands beside the draft.
  func renderResult(_ context: PageContext) -> [UInt8] {
    var html = HTMLWriter()
    writeResult(&html, Self.layout(context))
    return html.bytes
  }

  private static func layout(_ context: PageContext) -> PageLayout {
    PageLayout(target: .own(SiteAddress.compose), title: context.text(.compose), context: context)
  }

  private func writeForm(_ html: inout HTMLWriter, _ context: PageContext) {
    html.element(
      "form", .id("compose"), HTMLAttribute("action", SiteAddress.compose), HTMLAttribute("method", "post"),
      HTMLAttribute("data-result", SiteAddress.composeResult), HTMLAttribute("data-working", context.text(.working)),
      HTMLAttribute("data-failed", context.text(.failedStatus)),
      HTMLAttribute("data-large", context.text(.tooLargeStatus)),
      HTMLAttribute("data-wrong-file", context.text(.wrongFile))
    ) { html in
      html.element("label", .class("draft-label"), HTMLAttribute("for", "draft"), text: context.text(.draftLabel))
      html.element(
        "textarea", .id("draft"), HTMLAttribute("name", "text"), HTMLAttribute("rows", "16"),
        HTMLAttribute("placeholder", context.text(.draftHint)), HTMLAttribute("spellcheck", "false"),
        HTMLAttribute("aria-describedby", "draft-note")
      ) { html in
        // HTML drops one line end that begins a text area.
        html.newline()
        html.text(draft?.text ?? "")
      }
      html.element("div", .class("writing-row")) { html in
        html.element("label", HTMLAttribute("for", "format"), text: context.text(.formatLabel))
        html.element("select", .id("format"), HTMLAttribute("name", "format")) { html in
          for (value, label) in [
            ("auto", context.text(.formatAuto)), (InputFormat.markdown.rawValue, "Markdown"),
            (InputFormat.html.rawValue, "HTML"), (InputFormat.plain.rawValue, context.text(.formatPlain)),
          ] {
            let isChosen = (draft?.format?.rawValue ?? "auto") == value
            html.open("option", [HTMLAttribute("value", value)] + (isChosen ? [HTMLAttribute("selected")] : []))
            html.text(label)
            html.close("option")
          }
        }
        html.element("label", .class("file"), .id("file-label"), HTMLAttribute("hidden")) { html in
          html.element("span", text: context.text(.fileLabel))
          html.void(
            "input", .id("file"), HTMLAttribute("type", "file"),
            HTMLAttribute("accept", ".md,.markdown,.mdx,.html,.htm,.txt,text/*"))
        }
        html.element("button", HTMLAttribute("type", "submit"), text: context.text(.analyze))
      }
      html.element("p", .id("status"), .class("status"), HTMLAttribute("role", "status"), text: status(context))
      html.element("p", .id("draft-note"), .class("note"), text: context.text(.composeNote))
    }
  }

  private func writeResult(_ html: inout HTMLWriter, _ layout: PageLayout) {
    let context = layout.context
    html.element("div", .class("result-body"), HTMLAttribute("data-status", status(context))) { html in
      if let article { return article.writeBody(&html, layout) }
      html.element("div", .class("hero")) { html in
        html.element("p", .class("eyebrow")) { $0.element("span", text: context.text(.compose)) }
        html.element("h1", text: context.text(.composeTitle))
        html.element("p", .class("lead"), text: context.text(.composeLead))
      }
    }
  }

  private func status(_ context: PageContext) -> String {
    guard let figures = article?.figures else { return "" }
    return context.text(
      .analyzedStatus, FigureText.integer(figures.characters), FigureText.integer(figures.sentences),
      context.minutes(figures.readingSeconds))
  }
}
