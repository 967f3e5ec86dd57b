internal import Annotation
internal import ArticleAnalysis

extension ArticlePage {
  private static let termLimit = 16
  private static let nameLimit = 14
  private static let placeLimit = 5

  func writeAside(_ html: inout HTMLWriter, _ layout: PageLayout) {
    let context = layout.context
    writeTags(&html, layout)
    if !terms.isEmpty {
      card(&html, .terms, context) { html in
        layout.bars(
          &html,
          terms.prefix(Self.termLimit).map {
            (.topic(.term, $0.term), $0.term, $0.score, context.text(.times, FigureText.integer($0.count)))
          })
      }
    }
    writeNames(&html, layout)
    if !deals.isEmpty { card(&html, .dealsTitle, context) { layout.deals(&$0, deals) } }
    writeJudged(&html, layout)
    writeRelated(&html, layout)
    writeReadability(&html, layout)
    writeFindings(&html, context, .findingsTitle, findings)
    writeFindings(&html, context, .problemsTitle, problems)
  }

  private func card(
    _ html: inout HTMLWriter, _ title: Phrase, _ context: PageContext, _ content: (inout HTMLWriter) -> Void
  ) {
    html.element("section", .class("card")) { html in
      html.element("h2", text: context.text(title))
      content(&html)
    }
    html.newline()
  }

  private func writeTags(_ html: inout HTMLWriter, _ layout: PageLayout) {
    let context = layout.context
    let suggested = Set(suggestedTags.map(\.tag))
    let present = Set(tags)
    card(&html, .tagComparison, context) { html in
      html.element("h3", text: context.text(.presentTags))
      if tags.isEmpty {
        html.element("p", .class("note"), text: context.text(.noTags))
      } else {
        layout.chips(
          &html, tags.map { (.topic(.tag, $0), $0, suggested.contains($0) ? context.text(.agreed) : nil) })
      }
      let others = suggestedTags.filter { !present.contains($0.tag) }
      if !others.isEmpty {
        html.element("h3", text: context.text(.suggestedTags))
        html.element("ul", .class("suggested")) { html in
          for tag in others {
            html.element("li") { html in
              layout.link(to: .topic(.tag, tag.tag), tag.tag, in: &html)
              if tag.kind == .new { html.element("span", .class("state"), text: context.text(.newTag)) }
              html.element("span", .class("n"), text: FigureText.decimal(tag.score, 2))
              html.element("p", .class("note"), text: TagReasonLabels.text(tag, context))
            }
          }
        }
      }
      guard !suggestedCategories.isEmpty else { return }
      html.element("h3", text: context.text(.suggestedCategories))
      layout.bars(
        &html,
        suggestedCategories.map {
          (.topic(.category, $0.category), $0.category, $0.score, FigureText.percent($0.score))
        })
    }
  }

  private func writeNames(_ html: inout HTMLWriter, _ layout: PageLayout) {
    guard !names.isEmpty else { return }
    let context = layout.context
    card(&html, .entities, context) { html in
      for type in EntityType.shownNames {
        let own = names.filter { $0.type == type }.sorted { $0.count > $1.count }
        guard !own.isEmpty else { continue }
        html.element("h3", .class("type e-\(type.rawValue)"), text: context.text(type.phrase))
        layout.chips(
          &html,
          own.prefix(Self.nameLimit).map { (.topic(.entity, $0.name), $0.name, FigureText.integer($0.count)) })
        if own.count > Self.nameLimit {
          html.element(
            "p", .class("note"), text: context.text(.moreOf, FigureText.integer(own.count - Self.nameLimit)))
        }
      }
    }
  }

  private func writeJudged(_ html: inout HTMLWriter, _ layout: PageLayout) {
    guard !judged.isEmpty else { return }
    let context = layout.context
    card(&html, .judgedNames, context) { html in
      html.element("ul", .class("judged")) { html in
        for judgment in judged.prefix(Self.nameLimit) {
          html.element("li") { html in
            layout.link(to: .topic(.entity, judgment.name), judgment.name, in: &html)
            html.element(
              "span", .class("polarity p-\(judgment.polarity.rawValue)"),
              text: context.text(judgment.polarity.phrase))
            html.element("span", .class("n"), text: FigureText.score(judgment.score))
          }
        }
      }
    }
  }

  private func writeRelated(_ html: inout HTMLWriter, _ layout: PageLayout) {
    guard !related.isEmpty else { return }
    let context = layout.context
    card(&html, .relatedTitle, context) { html in
      html.element("ul", .class("related")) { html in
        for other in related {
          html.element("li") { html in
            layout.link(to: .article(other.article.path), other.article.title, in: &html)
            html.element(
              "p", .class("note"), text: context.text(.shared, other.shared.joined(separator: context.text(.and))))
          }
        }
      }
    }
  }

  private func writeFindings(
    _ html: inout HTMLWriter, _ context: PageContext, _ title: Phrase, _ findings: [ArticleFinding]
  ) {
    guard !findings.isEmpty else { return }
    card(&html, title, context) { html in
      html.element("ul", .class("plain")) { html in
        for finding in findings {
          html.element("li") { html in
            html.text(finding.message)
            html.element("p", .class("note")) { html in
              html.text(context.text(.line, String(finding.line)) + " ")
              html.element("code", text: finding.code)
            }
          }
        }
      }
    }
  }

  private func writeReadability(_ html: inout HTMLWriter, _ layout: PageLayout) {
    let context = layout.context
    var rows: [(Phrase, String)] = []
    if let readability {
      rows.append((.medianSentence, context.text(.characterCount, FigureText.integer(readability.medianSentence))))
      rows.append((.longestSentence, context.text(.characterCount, FigureText.integer(readability.longestSentence))))
      rows.append((.hanShare, FigureText.percent(readability.hanShare)))
      if let share = readability.chineseShare { rows.append((.chineseWords, FigureText.percent(share))) }
      if let share = readability.japaneseShare { rows.append((.japaneseWords, FigureText.percent(share))) }
      if let polite = readability.politeSentences { rows.append((.politeStyle, FigureText.integer(polite))) }
      if let plain = readability.plainSentences { rows.append((.plainStyle, FigureText.integer(plain))) }
    } else if figures.sentences > 0, figures.characters > 0 {
      rows.append(
        (
          .meanSentence,
          context.text(
            .characterCount, FigureText.decimal(Double(figures.characters) / Double(figures.sentences), 0))
        ))
      rows.append((.hanShare, FigureText.percent(Double(figures.han) / Double(figures.characters))))
    }
    rows.append((.paragraphs, FigureText.integer(figures.paragraphs)))
    if figures.codeCharacters > 0 {
      rows.append((.codeCharacters, context.text(.characterCount, FigureText.integer(figures.codeCharacters))))
    }
    if figures.images > 0 { rows.append((.images, FigureText.integer(figures.images))) }
    card(&html, .readability, context) { html in
      html.element("p", .class("note"), text: context.text(.readabilityNote))
      html.element("dl", .class("rows")) { html in
        for (name, value) in rows {
          html.element("div") { html in
            html.element("dt", text: context.text(name))
            html.element("dd", text: value)
          }
        }
      }
      if let readability {
        write(readability.longSentences, .longSentences, &html, context)
        write(readability.mixedStyle, .mixedStyle, &html, context)
        write(readability.doubleParticles, .doubleParticles, &html, context)
      }
    }
  }

  private func write(
    _ places: [ReadabilityFigures.Place], _ title: Phrase, _ html: inout HTMLWriter, _ context: PageContext
  ) {
    guard !places.isEmpty else { return }
    html.element("details") { html in
      html.element("summary", text: "\(context.text(title)) \(FigureText.integer(places.count))")
      html.element("ul", .class("plain")) { html in
        for place in places.prefix(Self.placeLimit) {
          html.element("li") { html in
            html.text(place.text)
            let line = context.text(.line, String(place.line))
            let count = place.count.map { context.text(.characterCount, FigureText.integer($0)) + " " } ?? ""
            html.element("p", .class("note"), text: count + line)
          }
        }
      }
    }
  }
}
