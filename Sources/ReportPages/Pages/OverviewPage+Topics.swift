internal import Annotation
internal import ArchiveAnalysis

extension OverviewPage {
  private static let lineCount = 6
  private static let rankDepth = 10
  private static let colouredRanks = 6

  func writeTopics(_ html: inout HTMLWriter, _ layout: PageLayout) {
    guard axis.starts.count > 1 else { return }
    layout.section(&html, id: "topics", .topicsSection) { html in
      writeLines(&html, layout.context)
      writeRanks(&html, layout.context)
      guard bursts.contains(where: { !$0.courses.isEmpty }) else { return }
      html.element("h3", text: layout.context.text(.burstTable))
      html.element("p", .class("note"), text: layout.context.text(.burstNote))
      for (kind, courses) in bursts where !courses.isEmpty {
        CourseTable(courses: courses, months: months).write(to: &html, layout, kind: kind)
      }
    }
  }

  private func writeLines(_ html: inout HTMLWriter, _ context: PageContext) {
    let courses = (bursts.first { $0.kind == .term }?.courses ?? []).prefix(Self.lineCount)
    guard !courses.isEmpty else { return }
    func shares(_ course: NamedCourse) -> [Double?] {
      zip(course.articles, articlesByPeriod).map { $1 == 0 ? nil : Double($0) / Double($1) }
    }
    let parts = courses.map { course in
      let values = shares(course).compactMap { $0 }
      return context.text(
        .fromTo, course.name, FigureText.percent(values.first ?? 0), FigureText.percent(values.last ?? 0))
    }
    var figure = ChartFigure(
      id: "term-lines", title: context.text(.termLines),
      description: context.text(
        .linesDescription, courses.map(\.name).joined(separator: context.text(.and)),
        parts.joined(separator: context.text(.and))),
      note: context.text(.termLinesNote),
      table: DataTable(
        columns: [context.text(.period)] + courses.map(\.name),
        rows: axis.starts.indices.map { place in
          [.text(axis.name(place))]
            + courses.map { .number(shares($0)[place].map(FigureText.percent) ?? "–") }
        }))
    figure.legend = courses.enumerated().map { .init(label: $1.name, series: $0, isOnlyNarrow: true) }
    figure.write(to: &html, context: context, wide: (1000, 340), narrow: (360, 260)) { html, canvas in
      LineChart(
        axis: axis, series: courses.map { .init(name: $0.name, values: shares($0)) }, range: 0...0.2,
        tick: FigureText.percent
      ).draw(&html, canvas)
    }
  }

  private func writeRanks(_ html: inout HTMLWriter, _ context: PageContext) {
    let rows = rankRows
    guard axis.starts.count > 1, !rows.isEmpty else { return }
    let last = rows.filter { $0.ranks.last.flatMap { $0 } != nil }
      .sorted { ($0.ranks.last.flatMap { $0 } ?? 0) < ($1.ranks.last.flatMap { $0 } ?? 0) }.prefix(5).map(\.name)
    var figure = ChartFigure(
      id: "name-ranks", title: context.text(.nameRanks),
      description: context.text(.ranksDescription, last.joined(separator: context.text(.and))),
      note: context.text(.nameRanksNote),
      table: DataTable(
        columns: [context.text(.entity)] + axis.starts.indices.map(axis.name),
        rows: rows.map { row in [.text(row.name)] + row.ranks.map { .number($0.map(String.init) ?? "–") } }))
    figure.legend = rows.compactMap { row in
      row.series.map { .init(label: row.name, series: $0, isOnlyNarrow: true) }
    }
    figure.write(to: &html, context: context, wide: (1000, 420), narrow: (360, 380)) { html, canvas in
      BumpChart(axis: axis, rows: rows, depth: Self.rankDepth).draw(&html, canvas)
    }
  }

  /// The names that are among the first in some period, with their ranks; those in most articles are in colour.
  private var rankRows: [BumpChart.Row] {
    var ranks = [[Int?]](repeating: Array(repeating: nil, count: axis.starts.count), count: nameCourses.count)
    for place in axis.starts.indices {
      // Names of equal standing keep the order of all their articles.
      let order = nameCourses.indices.filter { nameCourses[$0].articles[place] > 0 }.sorted { left, right in
        let counts = (nameCourses[left].articles[place], nameCourses[right].articles[place])
        return counts.0 != counts.1 ? counts.0 > counts.1 : left < right
      }
      for (rank, name) in order.prefix(Self.rankDepth).enumerated() { ranks[name][place] = rank + 1 }
    }
    var coloured = 0
    return nameCourses.indices.filter { ranks[$0].contains { $0 != nil } }.map { name in
      // Grey for whatever shows up only once.
      let isColoured = coloured < Self.colouredRanks && ranks[name].count { $0 != nil } > 1
      defer { if isColoured { coloured += 1 } }
      return BumpChart.Row(name: nameCourses[name].name, ranks: ranks[name], series: isColoured ? coloured : nil)
    }
  }

  func writeNetwork(_ html: inout HTMLWriter, _ layout: PageLayout) {
    let context = layout.context
    guard network.nodes.count > 2 else { return }
    layout.section(&html, id: "network", .networkSection) { html in
      func name(_ place: Int) -> String { network.nodes[place].name }
      let pairs = network.edges.prefix(3).map { context.text(.pair, name($0.first), name($0.second)) }
      var figure = ChartFigure(
        id: "name-network", title: context.text(.networkTitle),
        description: context.text(
          .networkDescription, String(network.nodes.count), String(network.edges.count),
          pairs.joined(separator: context.text(.and))),
        note: context.text(.networkNote),
        table: DataTable(
          columns: [
            context.text(.entity), context.text(.together), context.text(.sentences), context.text(.logLikelihood),
          ],
          rows: network.edges.map { edge in
            [
              .text(name(edge.first)), .text(name(edge.second)), .number(FigureText.integer(edge.count)),
              .number(FigureText.decimal(edge.logLikelihood, 1)),
            ]
          }))
      let types = EntityType.shownNames.filter { type in network.nodes.contains { $0.type == type } }
      var isOther = false
      for type in types {
        let series = NetworkChart.series(type)
        let isRest = series == 5
        if isRest, isOther { continue }
        isOther = isOther || isRest
        figure.legend.append(.init(label: context.text(type.phrase), series: series))
      }
      figure.write(to: &html, context: context, wide: (1000, 680), narrow: (360, 460)) { html, canvas in
        NetworkChart(network: network) { context.text($0.phrase) }.draw(&html, canvas)
      }
    }
  }
}

/// Courses with their bursts, one a line.
struct CourseTable {
  let courses: [NamedCourse]
  let months: [String]

  func write(to html: inout HTMLWriter, _ layout: PageLayout, kind: TopicKind) {
    let context = layout.context
    html.element(
      "div", .class("scroll"), HTMLAttribute("tabindex", "0"), HTMLAttribute("role", "region"),
      .label("\(context.text(.burstTable)): \(context.text(kind.phrase))")
    ) { html in
      html.element("table", .class("courses")) { html in
        html.element("thead") { html in
          html.element("tr") { html in
            html.element("th", HTMLAttribute("scope", "col"), text: context.text(kind.phrase))
            html.element("th", HTMLAttribute("scope", "col"), text: context.text(.byMonth))
            html.element("th", HTMLAttribute("scope", "col"), .class("n"), text: context.text(.articles))
            html.element("th", HTMLAttribute("scope", "col"), text: context.text(.bursts))
            html.element("th", HTMLAttribute("scope", "col"), .class("first"), text: context.text(.firstSeen))
          }
        }
        html.element("tbody") { html in
          for course in courses { write(course, to: &html, layout) }
        }
      }
    }
  }

  private func write(_ course: NamedCourse, to html: inout HTMLWriter, _ layout: PageLayout) {
    let context = layout.context
    let times = course.bursts.map(Self.text)
    html.element("tr") { html in
      html.element("th", HTMLAttribute("scope", "row")) { html in
        layout.link(to: .topic(course.kind, course.name), course.name, in: &html)
      }
      html.element("td") { html in
        Sparkline.write(
          to: &html, course.months, bursts: course.bursts.map(\.months),
          title: context.text(.sparkTitle, course.name, times.joined(separator: context.text(.and))))
      }
      html.element("td", .class("n"), text: FigureText.integer(course.total))
      html.element("td", .class("when"), text: times.joined(separator: context.text(.and)))
      html.element("td", .class("first")) {
        $0.element("time", HTMLAttribute("datetime", course.firstDay), text: course.firstDay)
      }
    }
  }

  /// The months of a burst.
  static func text(_ burst: NamedCourse.Burst) -> String {
    burst.first == burst.last ? burst.first : "\(burst.first)〜\(burst.last)"
  }
}
