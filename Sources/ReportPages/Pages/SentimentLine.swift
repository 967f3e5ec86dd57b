/// The line of the mean score over time, with its table.
struct SentimentLine {
  let axis: PeriodAxis
  let periods: [PeriodSentiment]
  let title: Phrase

  /// The periods that have articles.
  var knownCount: Int { periods.count { $0.score != nil } }

  /// Writes the figure; nothing where no period has an article.
  func write(
    to html: inout HTMLWriter, _ context: PageContext, wide: (Double, Double), narrow: (Double, Double)
  ) {
    let known = periods.indices.filter { periods[$0].score != nil }
    guard let high = known.max(by: { score($0) < score($1) }), let low = known.min(by: { score($0) < score($1) }) else {
      return
    }
    let figure = ChartFigure(
      id: "sentiment-line", title: context.text(title),
      description: context.text(
        .sentimentDescription, axis.name(high), FigureText.score(score(high)), axis.name(low),
        FigureText.score(score(low))),
      table: DataTable(
        columns: [context.text(.period), context.text(.meanScore), context.text(.articles)],
        rows: periods.enumerated().map { place, period in
          [
            .text(axis.name(place)), .number(period.score.map(FigureText.score) ?? "–"),
            .number(FigureText.integer(period.articles)),
          ]
        }))
    figure.write(to: &html, context: context, wide: wide, narrow: narrow) { html, canvas in
      LineChart(
        axis: axis, series: [.init(name: context.text(.meanScore), values: periods.map(\.score))], range: 0...0.4,
        tick: FigureText.score
      ).draw(&html, canvas)
    }
  }

  private func score(_ place: Int) -> Double { periods[place].score ?? 0 }
}
