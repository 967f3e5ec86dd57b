internal import Annotation
internal import ArchiveAnalysis

extension OverviewPage {
  func writeFindings(_ html: inout HTMLWriter, _ layout: PageLayout) {
    layout.section(&html, id: "findings", .findingSection) { html in
      writeMatter(&html, layout)
      writeVariants(&html, layout)
      writeDuplicates(&html, layout)
    }
  }

  private func writeMatter(_ html: inout HTMLWriter, _ layout: PageLayout) {
    let context = layout.context
    html.element("h3", text: context.text(.matterTitle))
    guard let findings else {
      html.element("p", .class("note"), text: context.text(.matterNotRead))
      return
    }
    var note = context.text(.matterNote, FigureText.integer(findings.checked))
    if findings.unchecked > 0 { note += context.text(.matterUnchecked, FigureText.integer(findings.unchecked)) }
    html.element("p", .class("note"), text: note)
    guard !findings.codes.isEmpty else {
      html.element("p", text: context.text(.none))
      return
    }
    let most = Double(findings.codes.map(\.articles).max() ?? 1)
    html.element("ul", .class("findings")) { html in
      for code in findings.codes {
        html.element("li") { html in
          html.element("details") { html in
            html.element("summary") { html in
              html.element("span", .class("bar-name"), text: FindingLabels.text(code.code, context))
              ShareBar.write(to: &html, share: Double(code.articles) / most, kind: "s3")
              html.element(
                "span", .class("n"), text: context.text(.articleCount, FigureText.integer(code.articles)))
            }
            html.element("p", .class("note")) { $0.element("code", text: code.code) }
            html.element("ul", .class("plain")) { html in
              for example in code.examples {
                html.element("li") { html in
                  layout.link(to: .article(example.article.path), example.article.title, in: &html)
                  html.element("p", .class("note"), text: example.message)
                }
              }
              if code.articles > code.examples.count {
                html.element(
                  "li", .class("note"),
                  text: context.text(.moreOf, FigureText.integer(code.articles - code.examples.count)))
              }
            }
          }
        }
      }
    }
  }

  private func writeVariants(_ html: inout HTMLWriter, _ layout: PageLayout) {
    let context = layout.context
    guard let variants else { return }
    html.element("h3", text: context.text(.variantsTitle))
    guard !variants.isEmpty else {
      html.element("p", text: context.text(.none))
      return
    }
    html.element("ul", .class("variants")) { html in
      for group in variants {
        html.element("li") { html in
          html.element("span", .class("kind"), text: context.text(group.kind.phrase))
          html.element("span", .class("forms")) { html in
            for (place, form) in group.forms.enumerated() {
              html.element(place == 0 ? "strong" : "span", .class("form")) { html in
                html.element("bdi", text: form.text)
                html.element("span", .class("n"), text: FigureText.integer(form.count))
              }
            }
          }
          let all = Double(max(group.count, 1))
          ShareBar.write(
            to: &html,
            parts: group.forms.enumerated().map { place, form in
              (Double(form.count) / all, place == 0 ? "s0" : place == 1 ? "s1" : "s5")
            },
            label: group.forms.map { "\($0.text) \(FigureText.percent(Double($0.count) / all))" }
              .joined(separator: context.text(.and)))
        }
      }
    }
  }

  private func writeDuplicates(_ html: inout HTMLWriter, _ layout: PageLayout) {
    let context = layout.context
    html.element("h3", text: context.text(.duplicatesTitle))
    if duplicates.isEmpty {
      html.element("p", text: context.text(.noDuplicates))
    } else {
      let table = DataTable(
        columns: [context.text(.similarity), context.text(.articles), ""],
        rows: duplicates.map { pair in
          [
            .number(FigureText.percent(pair.similarity)), .link(.article(pair.first.path), pair.first.title),
            .link(.article(pair.second.path), pair.second.title),
          ]
        })
      layout.table(&html, table, caption: context.text(.duplicatesTitle))
    }
    guard !passages.isEmpty else { return }
    html.element("h3", text: context.text(.passagesTitle))
    html.element("ul", .class("passages")) { html in
      for passage in passages {
        html.element("li") { html in
          html.element("blockquote", text: TextWidth.clip(passage.text, to: 120))
          html.element("p", .class("note")) { html in
            html.text(context.text(.articleCount, FigureText.integer(passage.articles)) + " – ")
            layout.link(to: .article(passage.first.path), passage.first.title, in: &html)
          }
        }
      }
    }
  }

  func writeLists(_ html: inout HTMLWriter, _ layout: PageLayout) {
    let context = layout.context
    layout.section(&html, id: "lists", .listsSection) { html in
      html.element("div", .class("pair")) { html in
        html.element("div") { html in
          html.element("h3", text: context.text(.heaviestTerms))
          layout.chips(
            &html, heaviestTerms.map { (.topic(.term, $0.name), $0.name, FigureText.integer($0.articles)) })
        }
        html.element("div") { html in
          html.element("h3", text: context.text(.heaviestNames))
          layout.chips(
            &html, heaviestNames.map { (.topic(.entity, $0.name), $0.name, FigureText.integer($0.articles)) })
        }
      }
      guard !deals.isEmpty else { return }
      html.element("h3", text: context.text(.dealsTitle))
      html.element("p", .class("note"), text: context.text(.dealsNote))
      let table = DataTable(
        columns: [
          context.text(.kind), context.text(.deal), context.text(.amount), context.text(.articles),
          context.text(.newest),
        ],
        rows: deals.map { deal in
          [
            .text(context.text(deal.type.phrase)), .text(layout.deal(deal.type, deal.from, deal.to)),
            .text(deal.amount ?? "–"), .number(FigureText.integer(deal.articles)),
            .link(.article(deal.newest.path), deal.newest.title),
          ]
        })
      layout.table(&html, table, caption: context.text(.dealsTitle))
    }
  }
}
