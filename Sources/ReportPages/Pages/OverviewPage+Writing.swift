internal import Annotation
internal import ArchiveAnalysis

extension OverviewPage {
  package func render(_ context: PageContext) -> [UInt8] {
    let layout = PageLayout(target: target, title: context.text(.overview), context: context)
    return layout.render { html in
      writeHead(&html, layout)
      html.element("div", .class("overview")) { html in
        writeCourse(&html, layout)
        writeTopics(&html, layout)
        writeSentiment(&html, layout)
        writeNetwork(&html, layout)
        writeTags(&html, layout)
        writeReading(&html, layout)
        writeFindings(&html, layout)
        writeLists(&html, layout)
      }
    }
  }

  /// The sections, in order: what leads to each.
  private var sections: [(id: String, title: Phrase)] {
    [
      ("course", .courseSection), ("topics", .topicsSection), ("sentiment", .sentimentSection),
      ("network", .networkSection), ("tags", .tagSection), ("reading", .readingSection),
      ("findings", .findingSection), ("lists", .listsSection),
    ]
  }

  private func writeHead(_ html: inout HTMLWriter, _ layout: PageLayout) {
    let context = layout.context
    html.element("div", .class("hero")) { html in
      html.element("p", .class("eyebrow"), text: context.text(.overview))
      html.element("h1", text: context.site.name)
      let count = FigureText.integer(articles)
      let lead =
        if let firstDay, let lastDay {
          context.text(.overviewLead, context.day(firstDay), context.day(lastDay), count)
        } else { context.text(.overviewLeadUndated, count) }
      html.element("p", .class("lead"), text: lead)
      layout.figures(
        &html,
        [
          (.articles, count, nil), (.characters, FigureText.integer(characters), nil),
          (.medianTime, context.minutes(medianSeconds), nil), (.distinctNames, FigureText.integer(names), nil),
          (.distinctTerms, FigureText.integer(terms), nil), (.meanScore, FigureText.score(score), nil),
        ])
      html.element("nav", .class("toc"), .label(context.text(.onThisPage))) { html in
        for section in sections {
          html.element("a", HTMLAttribute("href", "#" + section.id), text: context.text(section.title))
        }
      }
    }
    html.newline()
  }

  // MARK: Course and sentiment

  private func writeCourse(_ html: inout HTMLWriter, _ layout: PageLayout) {
    let context = layout.context
    guard !axis.starts.isEmpty else { return }
    layout.section(&html, id: "course", .courseSection) { html in
      let places = articlesByPeriod.indices
      let most = places.max { articlesByPeriod[$0] < articlesByPeriod[$1] } ?? 0
      let least = places.min { articlesByPeriod[$0] < articlesByPeriod[$1] } ?? 0
      let figure = ChartFigure(
        id: "course-chart", title: context.text(.courseOfArticles),
        description: context.text(
          .courseDescription, axis.name(most), FigureText.integer(articlesByPeriod[most]), axis.name(least),
          FigureText.integer(articlesByPeriod[least])),
        table: DataTable(
          columns: [context.text(.period), context.text(.articles)],
          rows: places.map { [.text(axis.name($0)), .number(FigureText.integer(articlesByPeriod[$0]))] }))
      figure.write(to: &html, context: context, wide: (1000, 260), narrow: (360, 220)) { html, canvas in
        ColumnChart(
          columns: articlesByPeriod.map { [Double($0)] }, series: [0],
          title: { place, _ in "\(axis.name(place)): \(articlesByPeriod[place])" },
          tick: { FigureText.decimal($0, 0) }, below: .periods(axis)
        ).draw(&html, canvas)
      }
      layout.chips(
        &html, months.map { (.month($0), context.month($0), nil) })
    }
  }

  private func writeSentiment(_ html: inout HTMLWriter, _ layout: PageLayout) {
    let context = layout.context
    let line = SentimentLine(axis: axis, periods: sentiment, title: .sentimentLine)
    guard line.knownCount > 0 else { return }
    layout.section(&html, id: "sentiment", .sentimentSection, note: .sentimentNote) { html in
      html.element("div", .class("pair")) { html in
        line.write(to: &html, context, wide: (490, 280), narrow: (360, 230))
        writeShares(&html, context)
      }
    }
  }

  private func writeShares(_ html: inout HTMLWriter, _ context: PageContext) {
    func share(_ period: PeriodSentiment, _ polarity: Polarity) -> Double {
      let all = period.sentences.reduce(0, +)
      let place = Polarity.allCases.firstIndex(of: polarity) ?? 0
      return all == 0 ? 0 : Double(period.sentences[place]) / Double(all)
    }
    let all = PeriodSentiment(
      articles: articles, score: nil,
      sentences: (0..<4).map { place in sentiment.reduce(0) { $0 + $1.sentences[place] } })
    var figure = ChartFigure(
      id: "sentiment-shares", title: context.text(.sentimentShares),
      description: context.text(
        .sharesDescription, FigureText.percent(share(all, .positive)), FigureText.percent(share(all, .negative)),
        FigureText.percent(share(all, .mixed)), FigureText.percent(share(all, .neutral))),
      table: DataTable(
        columns: [context.text(.period)] + Polarity.stacked.map { context.text($0.phrase) },
        rows: sentiment.enumerated().map { place, period in
          [.text(axis.name(place))] + Polarity.stacked.map { .number(FigureText.percent(share(period, $0))) }
        }))
    figure.legend = Polarity.stacked.map { .init(label: context.text($0.phrase), series: $0.series) }
    figure.write(to: &html, context: context, wide: (490, 280), narrow: (360, 230)) { html, canvas in
      ColumnChart(
        columns: sentiment.map { period in Polarity.stacked.map { share(period, $0) } },
        series: Polarity.stacked.map(\.series),
        title: { place, part in
          let polarity = Polarity.stacked[part]
          return
            "\(axis.name(place)) \(context.text(polarity.phrase)): \(FigureText.percent(share(sentiment[place], polarity)))"
        }, tick: FigureText.percent, below: .periods(axis), high: 1
      ).draw(&html, canvas)
    }
  }
}
