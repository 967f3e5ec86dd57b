internal import Annotation

extension ArticlePage {
  package func render(_ context: PageContext) -> [UInt8] {
    let layout = PageLayout(target: target, title: entry.title, context: context)
    return layout.render { writeBody(&$0, layout) }
  }

  /// Writes what stands in the page, for pages that show an article among other things.
  package func writeBody(_ html: inout HTMLWriter, _ layout: PageLayout) {
    html.element("article", .class("post")) { html in
      writeHead(&html, layout)
      html.element("div", .class("columns")) { html in
        html.element("div", .class("reading")) { html in
          writeSummary(&html, layout)
          writeText(&html, layout)
        }
        html.element("aside") { writeAside(&$0, layout) }
      }
      writeNeighbours(&html, layout)
    }
  }

  private func writeHead(_ html: inout HTMLWriter, _ layout: PageLayout) {
    let context = layout.context
    html.element("header", .class("hero")) { html in
      html.element("p", .class("eyebrow")) { html in
        if let day = entry.day { html.element("time", HTMLAttribute("datetime", day), text: context.day(day)) }
        if let author { html.element("bdi", text: author) }
        for category in categories { layout.link(to: .topic(.category, category), category, in: &html) }
      }
      html.element("h1", text: entry.title)
      html.element("p", .class("path")) { $0.element("code", text: entry.path) }
      layout.figures(
        &html,
        [
          (.characters, FigureText.integer(figures.characters), nil),
          (.readingTime, context.minutes(figures.readingSeconds), nil),
          (.sentences, FigureText.integer(figures.sentences), nil),
          (
            .score, FigureText.score(entry.score),
            isBetterThan.map { context.text(.better, FigureText.percent($0)) }
          ),
        ])
    }
  }

  private func writeSummary(_ html: inout HTMLWriter, _ layout: PageLayout) {
    let context = layout.context
    guard let excerpt, !excerpt.isEmpty else { return }
    html.element("section", .class("summary"), .label(context.text(.excerpt))) { html in
      html.element("h2", text: context.text(.excerpt))
      html.element("p", .class("excerpt"), text: excerpt)
      if let authorExcerpt, authorExcerpt != excerpt {
        html.element("details") { html in
          html.element("summary", text: context.text(.excerptOfAuthor))
          html.element("p", text: authorExcerpt)
        }
      }
      guard !points.isEmpty else { return }
      html.element("h2", text: context.text(.points))
      html.element("ul") { html in
        for point in points { html.element("li", text: point) }
      }
    }
  }

  private func writeText(_ html: inout HTMLWriter, _ layout: PageLayout) {
    let context = layout.context
    html.element("section", .class("text"), HTMLAttribute("aria-labelledby", "text-h")) { html in
      html.element("h2", .id("text-h"), text: context.text(.text))
      html.element("fieldset", .class("layers")) { html in
        html.element("legend", text: context.text(.layers))
        for (id, phrase) in [
          ("show-names", Phrase.layerNames), ("show-values", .layerValues), ("show-cues", .layerCues),
          ("show-summary", .layerSummary),
        ] {
          html.element("label") { html in
            html.void("input", HTMLAttribute("type", "checkbox"), .id(id), HTMLAttribute("checked"))
            html.element("span", .class("sample \(id)"), text: context.text(phrase))
          }
        }
      }
      html.element("div", .class("prose")) { MarkedTextWriter(context: context).write(blocks, to: &$0) }
      html.element("p", .class("note"), text: context.text(.textNote))
    }
  }

  private func writeNeighbours(_ html: inout HTMLWriter, _ layout: PageLayout) {
    guard previous != nil || next != nil else { return }
    html.element("nav", .class("neighbours"), .label(layout.context.text(.articles))) { html in
      for (entry, phrase, kind) in [(previous, Phrase.previousArticle, "back"), (next, .nextArticle, "on")] {
        guard let entry else { continue }
        html.element("p", .class(kind)) { html in
          html.element("span", .class("note"), text: layout.context.text(phrase))
          layout.link(to: .article(entry.path), entry.title, in: &html)
        }
      }
    }
  }
}

/// Writes the blocks of a text with their marks.
struct MarkedTextWriter {
  let context: PageContext

  func write(_ blocks: [MarkedBlock], to html: inout HTMLWriter) {
    var place = 0
    while place < blocks.count {
      let kind = blocks[place].kind
      var end = place + 1
      while end < blocks.count, blocks[end].kind == kind { end += 1 }
      let group = blocks[place..<end]
      switch kind {
      case "heading": for block in group { html.element("h3") { write(block, to: &$0) } }
      case "listItem":
        html.element("ul") { html in
          for block in group { html.element("li") { write(block, to: &$0) } }
        }
      case "tableCell":
        html.element("ul", .class("cells")) { html in
          for block in group { html.element("li") { write(block, to: &$0) } }
        }
      case "quote":
        html.element("blockquote") { html in
          for block in group { html.element("p") { write(block, to: &$0) } }
        }
      default: for block in group { html.element("p") { write(block, to: &$0) } }
      }
      html.newline()
      place = end
    }
  }

  private func write(_ block: MarkedBlock, to html: inout HTMLWriter) {
    for (place, sentence) in block.sentences.enumerated() {
      if place > 0, needsSpace(block.sentences[place - 1], sentence) { html.text(" ") }
      guard sentence.isSummary else {
        write(sentence.runs, to: &html)
        continue
      }
      html.element("span", .class("summary-sentence")) { write(sentence.runs, to: &$0) }
    }
  }

  /// White space between sentences is not among them: English needs it.
  private func needsSpace(_ first: MarkedSentence, _ second: MarkedSentence) -> Bool {
    guard let end = first.runs.last?.text.unicodeScalars.last, let start = second.runs.first?.text.unicodeScalars.first
    else { return false }
    return end.isASCII && start.isASCII
  }

  private func write(_ runs: [MarkedRun], to html: inout HTMLWriter) {
    for run in runs {
      guard run.entity != nil || run.cue != nil else {
        html.text(run.text)
        continue
      }
      var kinds: [String] = []
      var titles: [String] = []
      if let entity = run.entity {
        kinds.append(entity.type.isName ? "e e-\(entity.type.rawValue)" : "v")
        let type = context.text(entity.type.phrase)
        titles.append(entity.name == run.text ? type : "\(entity.name)（\(type)）")
      }
      if let cue = run.cue {
        kinds.append("c c-\(cue.polarity.rawValue)")
        titles.append(context.text(cue.polarity.phrase))
      }
      html.element(
        "span", .class(kinds.joined(separator: " ")), HTMLAttribute("title", titles.joined(separator: " / ")),
        text: run.text)
    }
  }
}
