internal import Annotation
internal import ArchiveAnalysis

extension ArticleListPage {
  package func render(_ context: PageContext) -> [UInt8] {
    let layout = PageLayout(target: target, title: context.text(.allArticles), context: context)
    return layout.render { html in
      html.element("div", .class("hero")) { html in
        html.element("p", .class("eyebrow"), text: context.text(.articles))
        html.element("h1", text: context.text(.allArticles))
        html.element("p", .class("lead"), text: context.text(.articleCount, FigureText.integer(articles.count)))
      }
      layout.filter(&html, list: "article-list", hint: .filterHint)
      html.element("ol", .class("articles wide-list"), .id("article-list")) { html in
        for article in articles {
          html.element("li") { html in
            if let day = article.day {
              html.element("time", HTMLAttribute("datetime", day), text: day)
            } else {
              html.element("span", .class("time"), text: context.text(.unsorted))
            }
            html.element("div") { html in
              layout.link(to: .article(article.path), article.title, in: &html)
              if let excerpt = article.excerpt { html.element("p", text: excerpt) }
            }
            html.element("span", .class("n"), text: context.minutes(article.readingSeconds))
          }
          html.newline()
        }
      }
    }
  }
}

extension TopicListPage {
  package func render(_ context: PageContext) -> [UInt8] {
    let title = kind == .tag ? Phrase.tagSection : .entities
    let layout = PageLayout(target: target, title: context.text(title), context: context)
    return layout.render { html in
      html.element("div", .class("hero")) { html in
        html.element("p", .class("eyebrow"), text: context.text(.overview))
        html.element("h1", text: context.text(title))
      }
      if !categories.isEmpty {
        html.element("h2", text: context.text(.categories))
        layout.bars(
          &html,
          categories.map {
            (
              .topic(.category, $0.name), $0.name, Double($0.articles),
              context.text(.articleCount, FigureText.integer($0.articles))
            )
          })
        html.element("h2", text: context.text(.tags))
      }
      layout.filter(&html, list: "topic-list", hint: .nameHint)
      html.element("ul", .class("bars topic-bars"), .id("topic-list")) { html in
        let most = Double(topics.map(\.articles).max() ?? 1)
        for topic in topics { write(topic, most: most, to: &html, layout) }
      }
    }
  }

  private func write(_ topic: CountedName, most: Double, to html: inout HTMLWriter, _ layout: PageLayout) {
    let context = layout.context
    let pasted = weights.first { $0.tag == topic.name }?.pasted
    html.element("li") { html in
      html.element("span", .class("bar-name")) { html in
        layout.link(to: .topic(kind, topic.name), topic.name, in: &html)
        if let type = topic.type { html.element("span", .class("state"), text: context.text(type.phrase)) }
        if let pasted { html.element("span", .class("state warn"), text: context.text(pasted.phrase)) }
      }
      ShareBar.write(to: &html, share: Double(topic.articles) / most, kind: pasted == nil ? "s0" : "s3")
      html.element("span", .class("n"), text: context.text(.articleCount, FigureText.integer(topic.articles)))
    }
    html.newline()
  }
}
