/// What all pages of a report share, as a page is written.
package struct PageContext: Sendable {
  /// The language of the page.
  package let language: PageLanguage
  /// The report that the page belongs to.
  package let site: PageSite

  /// Creates a context.
  package init(language: PageLanguage, site: PageSite) {
    self.language = language
    self.site = site
  }

  /// A phrase in the page's language.
  package func text(_ phrase: Phrase) -> String {
    language == .japanese ? phrase.japanese : phrase.english
  }

  /// A phrase in the page's language, with `%1`, `%2`, … replaced by values, and `(s)` by an s unless the value before
  /// it is 1.
  package func text(_ phrase: Phrase, _ values: String...) -> String {
    var result = ""
    var last = ""
    var rest = text(phrase)[...]
    while let mark = rest.firstIndex(where: { $0 == "%" || $0 == "(" }) {
      result += rest[..<mark]
      rest = rest[mark...]
      if rest.hasPrefix("(s)") {
        result += last == "1" ? "" : "s"
        rest = rest.dropFirst(3)
      } else if rest.first == "%", let place = rest.dropFirst().first?.wholeNumberValue,
        place > 0, place <= values.count
      {
        last = values[place - 1]
        result += last
        rest = rest.dropFirst(2)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result + rest
  }
}

/// The languages of pages.
package enum PageLanguage: String, CaseIterable, Sendable {
  case japanese = "ja"
  case english = "en"
}

/// A report: its name, its pages, and what leads to them.
package struct PageSite: Sendable {
  /// What leads to a page at the top of each page.
  package struct NavigationItem: Sendable {
    package let label: Phrase
    package let target: PageTarget

    package init(_ label: Phrase, _ target: PageTarget) {
      self.label = label
      self.target = target
    }
  }

  /// What the archive is called at the top of each page.
  package let name: String
  /// The topics, months and articles that have a page; others are named without a link.
  package let pages: Set<PageTarget>
  /// The addresses of these, from the root.
  let addresses: [PageTarget: String]
  /// What leads to the main pages.
  package let navigation: [NavigationItem]
  /// Style sheets and files of JavaScript beside the report's own, from the root.
  package let styles, scripts: [String]

  /// Creates a site.
  /// - Parameters:
  ///   - extra: What leads to pages that a report does not have, such as those of `kiji serve`.
  ///   - styles: Style sheets beside the report's own, from the root.
  ///   - scripts: Files of JavaScript beside the report's own, from the root.
  package init(
    name: String, pages: Set<PageTarget>, extra: [NavigationItem] = [], styles: [String] = [], scripts: [String] = []
  ) {
    self.name = name
    self.pages = pages
    addresses = Dictionary(uniqueKeysWithValues: pages.map { ($0, PageAddress.path(of: $0)) })
    navigation =
      [
        NavigationItem(.overview, .overview), NavigationItem(.articles, .articles), NavigationItem(.tags, .tags),
        NavigationItem(.entities, .entities),
      ] + extra
    self.styles = styles
    self.scripts = scripts
  }
}

/// A page that can be written.
package protocol ReportPage {
  /// Where it stands.
  var target: PageTarget { get }
  /// The whole page as HTML in UTF-8.
  func render(_ context: PageContext) -> [UInt8]
}
