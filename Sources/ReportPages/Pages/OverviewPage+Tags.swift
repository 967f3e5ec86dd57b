internal import Annotation
internal import ArchiveAnalysis

extension OverviewPage {
  func writeTags(_ html: inout HTMLWriter, _ layout: PageLayout) {
    let context = layout.context
    guard !tagWeights.isEmpty || !categories.isEmpty else { return }
    layout.section(&html, id: "tags", .tagSection) { html in
      if tagWeights.count > 2 { writeMap(&html, context) }
      if !tagSpellings.isEmpty {
        html.element("h3", text: context.text(.spellingsTitle))
        html.element("ul", .class("plain")) { html in
          for spelling in tagSpellings {
            html.element("li") { html in
              for (place, tag) in spelling.tags.enumerated() {
                if place > 0 { html.text(" / ") }
                layout.link(to: .topic(.tag, tag), tag, in: &html)
                html.element("span", .class("n"), text: FigureText.integer(spelling.counts[place]))
              }
            }
          }
        }
      }
      guard !categories.isEmpty else { return }
      html.element("h3", text: context.text(.categoryShares))
      layout.bars(
        &html,
        categories.map { category in
          let share = Double(category.articles) / Double(max(articles, 1))
          return (
            .topic(.category, category.name), category.name, share,
            "\(FigureText.percent(share))  \(context.text(.articleCount, FigureText.integer(category.articles)))"
          )
        })
    }
  }

  private func writeMap(_ html: inout HTMLWriter, _ context: PageContext) {
    let pasted = tagWeights.filter { $0.pasted == .uninformative }.map(\.tag)
    var figure = ChartFigure(
      id: "tag-map", title: context.text(.tagMap),
      description: context.text(
        .tagMapDescription, String(tagWeights.count),
        pasted.isEmpty ? context.text(.none) : pasted.joined(separator: context.text(.and))),
      note: context.text(.tagMapNote),
      table: DataTable(
        columns: [
          context.text(.tag), context.text(.articles), context.text(.share), context.text(.tagTells),
          context.text(.tagState),
        ],
        rows: tagWeights.map { tag in
          [
            .text(tag.tag), .number(FigureText.integer(tag.articles)), .number(FigureText.percent(tag.share)),
            .number(FigureText.decimal(tag.difference * 100, 0)),
            .text(tag.pasted.map { context.text($0.phrase) } ?? ""),
          ]
        }))
    figure.legend = [.init(label: context.text(.tag), series: 0)]
    for kind in TagFindings.Pasted.Kind.allCases where tagWeights.contains(where: { $0.pasted == kind }) {
      figure.legend.append(.init(label: context.text(kind.phrase), series: TagMapChart.series(kind)))
    }
    figure.write(to: &html, context: context, wide: (1000, 460), narrow: (360, 420)) { html, canvas in
      TagMapChart(
        tags: tagWeights, common: context.text(.tagCommon), telling: context.text(.tagTelling)
      ).draw(&html, canvas)
    }
  }

  func writeReading(_ html: inout HTMLWriter, _ layout: PageLayout) {
    let context = layout.context
    guard articles > 1 else { return }
    layout.section(&html, id: "reading", .readingSection) { html in
      html.element("div", .class("trio")) { html in
        write(readingMinutes, id: "reading-minutes", .readingHistogram, decimals: 0, &html, context)
        write(sentenceLengths, id: "sentence-lengths", .sentenceHistogram, decimals: 0, &html, context)
        write(hanShares, id: "han-shares", .hanHistogram, decimals: 0, &html, context)
      }
    }
  }

  private func write(
    _ histogram: Histogram, id: String, _ title: Phrase, decimals: Int, _ html: inout HTMLWriter, _ context: PageContext
  ) {
    let bounds = histogram.bounds.map { FigureText.decimal($0, decimals) }
    let median = FigureText.decimal(histogram.median, 1)
    let figure = ChartFigure(
      id: id, title: context.text(title),
      description: context.text(.histogramDescription, FigureText.integer(histogram.counts.reduce(0, +)), median),
      table: DataTable(
        columns: [context.text(.range), context.text(.articles)],
        rows: histogram.counts.enumerated().map { place, count in
          [.text("\(bounds[place])〜\(bounds[place + 1])"), .number(FigureText.integer(count))]
        }))
    figure.write(to: &html, context: context, wide: (330, 220), narrow: nil) { html, canvas in
      let width = histogram.bounds.count > 1 ? histogram.bounds[1] - histogram.bounds[0] : 1
      ColumnChart(
        columns: histogram.counts.map { [Double($0)] }, series: [0],
        title: { place, _ in "\(bounds[place])〜\(bounds[place + 1]): \(histogram.counts[place])" },
        tick: { FigureText.decimal($0, 0) },
        below: .bounds(
          bounds,
          mark: ((histogram.median - histogram.bounds[0]) / width, context.text(.median, median)))
      ).draw(&html, canvas)
    }
  }
}
