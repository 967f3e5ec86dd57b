/// The shell of each page: its head, what leads to other pages, and its foot.
package struct PageLayout: Sendable {
  /// Where the page stands.
  package let target: PageTarget
  /// The title in the browser's tab, without the name of the report.
  package let title: String
  /// What all pages share.
  package let context: PageContext

  /// Creates the shell of a page.
  package init(target: PageTarget, title: String, context: PageContext) {
    self.target = target
    self.title = title
    self.context = context
  }

  /// No inline scripts and styles, nothing from elsewhere; `connect-src` is for the pages of `kiji serve`.
  package static let contentSecurityPolicy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    + "base-uri 'none'; form-action 'self'"

  /// Writes the page with `main` between head and foot.
  package func render(_ main: (inout HTMLWriter) -> Void) -> [UInt8] {
    var html = HTMLWriter()
    html.reserveCapacity(1 << 16)
    html.markup("<!DOCTYPE html>\n")
    html.element("html", HTMLAttribute("lang", context.language.rawValue)) { html in
      head(&html)
      html.element("body") { html in
        html.element("a", .class("skip"), HTMLAttribute("href", "#main"), text: context.text(.skip))
        header(&html)
        html.element("main", .id("main"), HTMLAttribute("tabindex", "-1"), content: main)
        html.element("footer", .class("foot")) { html in
          html.element("p", text: context.text(.madeBy))
        }
      }
    }
    html.newline()
    return html.bytes
  }

  /// The address of another page, seen from this one.
  package func address(of other: PageTarget) -> PageAddress {
    PageAddress(text: root + (context.site.addresses[other] ?? PageAddress.path(of: other)))
  }

  /// Writes a link to a page, or the text alone where there is no such page.
  package func link(to other: PageTarget, _ text: String, in html: inout HTMLWriter) {
    guard isPage(other) else { return html.element("bdi", text: text) }
    html.element("a", .href(address(of: other))) { $0.element("bdi", text: text) }
  }

  /// Whether there is such a page.
  package func isPage(_ other: PageTarget) -> Bool {
    switch other {
    case .overview, .articles, .tags, .entities, .own: true
    case .article, .topic, .month: context.site.pages.contains(other)
    }
  }

  /// What leads from this page to the root of the report.
  private var root: String {
    let depth = PageAddress.path(of: target).utf8.count { $0 == UInt8(ascii: "/") }
    return String(repeating: "../", count: depth)
  }

  private func head(_ html: inout HTMLWriter) {
    html.newline()
    html.element("head") { html in
      html.void("meta", HTMLAttribute("charset", "utf-8"))
      html.void(
        "meta", HTMLAttribute("http-equiv", "Content-Security-Policy"),
        HTMLAttribute("content", Self.contentSecurityPolicy))
      html.void(
        "meta", HTMLAttribute("name", "viewport"), HTMLAttribute("content", "width=device-width, initial-scale=1"))
      html.void("meta", HTMLAttribute("name", "color-scheme"), HTMLAttribute("content", "light dark"))
      // Not `no-referrer`: browsers would send the forms of `kiji serve` without their origin.
      html.void("meta", HTMLAttribute("name", "referrer"), HTMLAttribute("content", "same-origin"))
      html.element("title", text: target == .overview ? context.site.name : "\(title) – \(context.site.name)")
      html.void(
        "link", HTMLAttribute("rel", "icon"), HTMLAttribute("type", "image/svg+xml"),
        HTMLAttribute("href", root + ReportAssets.icon.name))
      for style in [ReportAssets.style.name] + context.site.styles {
        html.void("link", HTMLAttribute("rel", "stylesheet"), HTMLAttribute("href", root + style))
      }
      for script in [ReportAssets.script.name] + context.site.scripts {
        html.element("script", HTMLAttribute("src", root + script), HTMLAttribute("defer"), text: "")
      }
    }
    html.newline()
  }

  private func header(_ html: inout HTMLWriter) {
    html.element("header", .class("top")) { html in
      html.element("a", .class("brand"), .href(address(of: .overview))) { html in
        html.element("span", .class("seal"), HTMLAttribute("aria-hidden", "true"), text: "記")
        html.element("bdi", text: context.site.name)
      }
      html.element("nav", .label(context.text(.navigation))) { html in
        for item in context.site.navigation {
          let isCurrent = item.target == target
          let attributes = [HTMLAttribute.href(address(of: item.target))]
          html.open("a", attributes + (isCurrent ? [HTMLAttribute("aria-current", "page")] : []))
          html.text(context.text(item.label))
          html.close("a")
        }
      }
    }
    html.newline()
  }
}
