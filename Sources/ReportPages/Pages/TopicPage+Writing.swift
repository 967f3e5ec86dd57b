internal import Annotation
internal import ArchiveAnalysis
internal import Foundation

extension TopicPage {
  package func render(_ context: PageContext) -> [UInt8] {
    let layout = PageLayout(target: target, title: name, context: context)
    return layout.render { html in
      writeHead(&html, layout)
      html.element("div", .class("topic")) { html in
        writeCourse(&html, layout)
        html.element("div", .class("pair")) { html in
          writeTypical(&html, layout, typical)
          writeCompanions(&html, layout, companions)
        }
        writeQuotations(&html, layout)
        if !deals.isEmpty { layout.section(&html, id: "deals", .dealsTitle) { layout.deals(&$0, deals) } }
        layout.section(&html, id: "articles", .articles) { layout.list(&$0, articles) }
      }
    }
  }

  private func writeHead(_ html: inout HTMLWriter, _ layout: PageLayout) {
    let context = layout.context
    html.element("div", .class("hero")) { html in
      html.element("p", .class("eyebrow")) { html in
        html.element("span", text: context.text(kind.phrase))
        if let type { html.element("span", text: context.text(type.phrase)) }
      }
      html.element("h1", text: name)
      let share = Double(articles.count) / Double(max(archiveArticles, 1))
      var figures: [(name: Phrase, value: String, note: String?)] = [
        (
          .articles, FigureText.integer(articles.count), context.text(.shareOfArticles, FigureText.percent(share))
        )
      ]
      if let count { figures.append((.mentionCount, FigureText.integer(count), nil)) }
      if let day = course?.firstDay { figures.append((.firstSeen, day, nil)) }
      if let score = judgments.score {
        let counts = judgments.articles.map(FigureText.integer)
        figures.append(
          (.score, FigureText.score(score), context.text(.judgedAs, counts[0], counts[1], counts[3])))
      }
      layout.figures(&html, figures)
      if let weight { html.element("p", .class("verdict"), text: Self.text(weight, context)) }
      if !spellings.isEmpty {
        html.element(
          "p", .class("note"),
          text: context.text(.otherSpellings, spellings.joined(separator: context.text(.and))))
      }
    }
  }

  /// What a tag says about articles.
  private static func text(_ weight: TagWeight, _ context: PageContext) -> String {
    let (share, points) = (FigureText.percent(weight.share), FigureText.decimal(weight.difference * 100, 0))
    return switch weight.pasted {
    case .uninformative: context.text(.tagPastedNote, share, points)
    case .mentioned: context.text(.tagMentionedNote, share)
    case nil: context.text(.tagTellsNote, points)
    }
  }

  private func writeCourse(_ html: inout HTMLWriter, _ layout: PageLayout) {
    let context = layout.context
    // One article has no course.
    guard let course, articles.count > 1, axis.starts.count > 1 else { return }
    layout.section(&html, id: "course", .courseSection) { html in
      html.element("div", .class("pair")) { html in
        let times = course.bursts.map(CourseTable.text).joined(separator: context.text(.and))
        let most = course.articles.indices.max { course.articles[$0] < course.articles[$1] } ?? 0
        let least = course.articles.indices.min { course.articles[$0] < course.articles[$1] } ?? 0
        let figure = ChartFigure(
          id: "course-chart", title: context.text(.topicCourse),
          description: context.text(
            .courseDescription, axis.name(most), String(course.articles[most]), axis.name(least),
            String(course.articles[least])),
          note: times.isEmpty ? nil : "\(context.text(.bursts)): \(times)",
          table: DataTable(
            columns: [context.text(.period), context.text(.articles), context.text(.share)],
            rows: course.articles.enumerated().map { place, count in
              let all = articlesByPeriod[place]
              return [
                .text(axis.name(place)), .number(FigureText.integer(count)),
                .number(all == 0 ? "–" : FigureText.percent(Double(count) / Double(all))),
              ]
            }))
        figure.write(to: &html, context: context, wide: (490, 240), narrow: (360, 220)) { html, canvas in
          ColumnChart(
            columns: course.articles.map { [Double($0)] }, series: [0],
            title: { place, _ in "\(axis.name(place)): \(course.articles[place])" },
            tick: { FigureText.decimal($0, 0) }, below: .periods(axis)
          ).draw(&html, canvas)
        }
        writeSentiment(&html, context)
      }
    }
  }

  private func writeSentiment(_ html: inout HTMLWriter, _ context: PageContext) {
    let line = SentimentLine(axis: axis, periods: sentiment, title: .sentimentOfTopic)
    guard line.knownCount > 1 else { return }
    line.write(to: &html, context, wide: (490, 240), narrow: (360, 220))
  }

  private func writeQuotations(_ html: inout HTMLWriter, _ layout: PageLayout) {
    guard !sentences.isEmpty else { return }
    layout.section(&html, id: "quotations", .quotations) { html in
      html.element("ul", .class("passages")) { html in
        for sentence in sentences {
          html.element("li") { html in
            html.element("blockquote") { html in
              // The words are looked for as they stand; a sentence that has them twice shows the first.
              guard let range = sentence.text.range(of: sentence.words) else { return html.text(sentence.text) }
              html.text(String(sentence.text[..<range.lowerBound]))
              html.element("mark", text: String(sentence.text[range]))
              html.text(String(sentence.text[range.upperBound...]))
            }
            html.element("p", .class("note")) { html in
              if let day = sentence.article.day { html.text(day + " ") }
              layout.link(to: .article(sentence.article.path), sentence.article.title, in: &html)
            }
          }
        }
      }
    }
  }
}

/// Terms that are typical of some articles.
func writeTypical(_ html: inout HTMLWriter, _ layout: PageLayout, _ typical: [TypicalTerm]) {
  guard !typical.isEmpty else { return }
  let context = layout.context
  layout.section(&html, id: "typical", .typicalTerms, note: .typicalNote) { html in
    layout.bars(
      &html,
      typical.prefix(16).map {
        (.topic(.term, $0.term), $0.term, $0.logLikelihood, context.text(.times, FigureText.integer($0.count)))
      })
  }
}

/// Names that stand beside something.
func writeCompanions(_ html: inout HTMLWriter, _ layout: PageLayout, _ companions: [Companion]) {
  guard !companions.isEmpty else { return }
  let context = layout.context
  layout.section(&html, id: "companions", .companions, note: .companionsNote) { html in
    layout.bars(
      &html,
      companions.prefix(16).map {
        (
          .topic(.entity, $0.name), $0.name, $0.logLikelihood,
          context.text(.articleCount, FigureText.integer($0.articles))
        )
      }, series: 2)
  }
}

extension MonthPage {
  package func render(_ context: PageContext) -> [UInt8] {
    let layout = PageLayout(target: target, title: context.month(month), context: context)
    return layout.render { html in
      writeHead(&html, layout)
      html.element("div", .class("topic")) { html in
        html.element("div", .class("pair")) { html in
          writeTypical(&html, layout, typical)
          writeCompanions(&html, layout, companions)
        }
        if !tags.isEmpty {
          layout.section(&html, id: "tags", .tagsOfMonth) { html in
            layout.chips(&html, tags.map { (.topic(.tag, $0.name), $0.name, FigureText.integer($0.articles)) })
          }
        }
        if !deals.isEmpty { layout.section(&html, id: "deals", .dealsTitle) { layout.deals(&$0, deals) } }
        layout.section(&html, id: "articles", .articles) { layout.list(&$0, articles, showsExcerpts: true) }
        writeNeighbours(&html, layout)
      }
    }
  }

  private func writeHead(_ html: inout HTMLWriter, _ layout: PageLayout) {
    let context = layout.context
    html.element("div", .class("hero")) { html in
      html.element("p", .class("eyebrow"), text: context.text(.month))
      let isLong = readingSeconds >= 7200
      html.element("h1", text: context.month(month))
      html.element(
        "p", .class("lead"),
        text: context.text(
          isLong ? .monthLead : .monthLeadMinutes, FigureText.integer(articles.count), FigureText.integer(characters),
          isLong
            ? FigureText.decimal(Double(readingSeconds) / 3600, 1) : FigureText.integer((readingSeconds + 59) / 60)))
      layout.figures(
        &html,
        [
          (.articles, FigureText.integer(articles.count), nil),
          (.meanScore, FigureText.score(score), context.text(.comparedToAll, FigureText.score(archiveScore))),
        ])
    }
  }

  private func writeNeighbours(_ html: inout HTMLWriter, _ layout: PageLayout) {
    html.element("nav", .class("neighbours"), .label(layout.context.text(.month))) { html in
      for (month, phrase, kind) in [(previous, Phrase.previousMonth, "back"), (next, .nextMonth, "on")] {
        guard let month else { continue }
        html.element("p", .class(kind)) { html in
          html.element("span", .class("note"), text: layout.context.text(phrase))
          layout.link(to: .month(month), layout.context.month(month), in: &html)
        }
      }
    }
  }
}
