import ReportPages
import TextCore

/// What a reader sees where there is nothing to show.
struct ProblemPage {
  let problem: Problem
  /// The target that was asked for, whose depth the links depend on.
  let address: String

  func render(_ context: PageContext) -> [UInt8] {
    let layout = PageLayout(
      target: .own(String(repeating: "problem/", count: depth) + "problem"), title: context.text(.problemTitle),
      context: context)
    return layout.render { html in
      html.element("div", .class("hero")) { html in
        html.element("p", .class("eyebrow")) { $0.element("span", text: String(problem.status)) }
        html.element("h1", text: context.text(.problemTitle))
        html.element("p", .class("lead"), text: context.text(problem.message))
        html.element("p", .class("note")) { $0.element("code", text: problem.code.name) }
        html.element("p") { layout.link(to: .overview, context.text(.toOverview), in: &$0) }
      }
    }
  }

  /// The folders that a browser sees in the address.
  private var depth: Int {
    let path = address.prefix { $0 != "?" }
    return min(64, max(0, path.utf8.count { $0 == UInt8(ascii: "/") } - 1))
  }
}
