internal import Annotation

/// Parts that several pages have.
extension PageLayout {
  /// A section with a title.
  package func section(
    _ html: inout HTMLWriter, id: String, _ title: Phrase, note: Phrase? = nil, _ content: (inout HTMLWriter) -> Void
  ) {
    html.element("section", .id(id), HTMLAttribute("aria-labelledby", id + "-h")) { html in
      html.element("h2", .id(id + "-h"), text: context.text(title))
      if let note { html.element("p", .class("note"), text: context.text(note)) }
      content(&html)
    }
    html.newline()
  }

  /// Key figures of a page.
  package func figures(_ html: inout HTMLWriter, _ figures: [(name: Phrase, value: String, note: String?)]) {
    html.element("dl", .class("figures")) { html in
      for figure in figures {
        html.element("div") { html in
          html.element("dt", text: context.text(figure.name))
          html.element("dd", text: figure.value)
          if let note = figure.note { html.element("dd", .class("note"), text: note) }
        }
      }
    }
  }

  /// A list of articles with their days.
  package func list(_ html: inout HTMLWriter, _ articles: [ArticleEntry], showsExcerpts: Bool = false) {
    html.element("ol", .class("articles")) { html in
      for article in articles {
        html.element("li") { html in
          if let day = article.day {
            html.element("time", HTMLAttribute("datetime", day), text: day)
          } else {
            html.element("span", .class("time"), text: context.text(.unsorted))
          }
          html.element("div") { html in
            link(to: .article(article.path), article.title, in: &html)
            if showsExcerpts, let excerpt = article.excerpt { html.element("p", text: excerpt) }
          }
        }
      }
    }
  }

  /// A list of names, each with a bar.
  package func bars(
    _ html: inout HTMLWriter, _ rows: [(target: PageTarget?, name: String, value: Double, text: String)],
    series: Int = 0
  ) {
    let most = rows.map(\.value).max() ?? 1
    html.element("ul", .class("bars")) { html in
      for row in rows {
        html.element("li") { html in
          html.element("span", .class("bar-name")) { html in
            if let target = row.target {
              link(to: target, row.name, in: &html)
            } else {
              html.element("bdi", text: row.name)
            }
          }
          ShareBar.write(to: &html, share: most > 0 ? row.value / most : 0, kind: "s\(series)")
          html.element("span", .class("n"), text: row.text)
        }
      }
    }
  }

  /// Names side by side, with their numbers.
  package func chips(_ html: inout HTMLWriter, _ names: [(target: PageTarget, name: String, number: String?)]) {
    html.element("ul", .class("chips")) { html in
      for name in names {
        html.element("li") { html in
          link(to: name.target, name.name, in: &html)
          if let number = name.number { html.element("span", .class("n"), text: number) }
        }
      }
    }
  }

  /// A table with links.
  func table(_ html: inout HTMLWriter, _ table: DataTable, caption: String) {
    html.element(
      "div", .class("scroll"), HTMLAttribute("tabindex", "0"), HTMLAttribute("role", "region"), .label(caption)
    ) {
      table.write(to: &$0, caption: caption, layout: self)
    }
  }

  /// A deal in words: NVIDIA → OpenAI.
  func deal(_ type: RelationType, _ from: String, _ to: String?) -> String {
    guard let to else { return from }
    return "\(from) \(type.arrow) \(to)"
  }

  /// Where the deals of a list stand.
  package func deals(_ html: inout HTMLWriter, _ deals: [DealRow]) {
    html.element("ul", .class("deals")) { html in
      for row in deals {
        html.element("li") { html in
          html.element("span", .class("kind"), text: context.text(row.type.phrase))
          html.element("span", .class("deal")) { html in
            link(to: .topic(.entity, row.from), row.from, in: &html)
            if let to = row.to {
              html.element("span", .class("arrow"), text: row.type.arrow)
              link(to: .topic(.entity, to), to, in: &html)
            }
          }
          if let amount = row.amount { html.element("strong", .class("amount"), text: amount) }
          if let phrase = row.certainty.phrase {
            html.element("span", .class("state"), text: context.text(phrase))
          }
          if let article = row.article {
            html.element("span", .class("source")) { link(to: .article(article.path), article.title, in: &$0) }
          }
        }
      }
    }
  }

  /// A field that narrows a list; it shows where the script runs.
  package func filter(_ html: inout HTMLWriter, list: String, hint: Phrase) {
    html.element("p", .class("filter"), HTMLAttribute("hidden"), HTMLAttribute("data-list", list)) { html in
      html.element("label", HTMLAttribute("for", list + "-filter"), text: context.text(.filter))
      html.void(
        "input", .id(list + "-filter"), HTMLAttribute("type", "search"),
        HTMLAttribute("placeholder", context.text(hint)), HTMLAttribute("autocomplete", "off"))
      html.element(
        "output", HTMLAttribute("for", list + "-filter"), HTMLAttribute("data-text", context.text(.shown)), text: "")
    }
  }
}
