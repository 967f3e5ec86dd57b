import ArchiveAnalysis
import ArchiveIndex
import Foundation
import Kiji
import ReportPages
import Reporting
import TextCore

/// A text that is in no index.
struct Draft: Sendable {
  var text: String
  /// How it is written; `nil` to tell by its looks.
  var format: InputFormat?
  var title: String?
}

extension Visit {
  /// Related articles beside a draft.
  private static let relatedLimit = 6

  /// The page to paste into, as it is first.
  func emptyComposition() -> Reply { .html(ComposePage(draft: nil, article: nil).render(context)) }

  /// The page with the analysis of what was sent, or the analysis alone.
  func composed(isWhole: Bool) async throws -> Reply {
    let draft = try await draftOfForm()
    guard draft.text.contains(where: { !$0.isWhitespace }) else {
      let page = ComposePage(draft: draft, article: nil)
      return .html(isWhole ? page.render(context) : page.renderResult(context), keeping: .never)
    }
    let bytes = try await site.analyzing.run {
      let page = ComposePage(draft: draft, article: try articlePage(of: draft))
      return isWhole ? page.render(context) : page.renderResult(context)
    }
    return .html(bytes, keeping: .never)
  }

  private func articlePage(of draft: Draft) throws -> ArticlePage {
    let analysis = try analysis(of: draft)
    var page = ArticlePage(analysis: analysis, path: context.text(.draft))
    if let readability = analysis.readability {
      var output = JSONOutput()
      ArticleObject.write(readability, to: &output)
      page.readability = try ReadabilityFigures(json: output.bytes)
    }
    let features = ArticleFeatures(analysis)
    page.related = try edition.report.relatedArticles(
      to: features, naming: ArticleNames(analysis, features: features), limit: Self.relatedLimit
    ).map { ArticlePage.Related($0) }
    return page
  }

  /// The analysis of a text.
  func analysis(of draft: Draft) throws -> ArticleAnalysis {
    do {
      return try site.kiji.analyze(bytes: Array(draft.text.utf8), format: draft.format, title: draft.title)
    } catch let error as any DescribedError {
      throw Problem(error, status: 422)
    }
  }

  /// The body, up to the limit.
  func body() async throws -> [UInt8] { try await request.readBody(site.settings.limits.body) }

  private func draftOfForm() async throws -> Draft {
    guard request.mediaType == "application/x-www-form-urlencoded" else { throw Problem.unknownMediaType }
    guard let text = String(validating: try await body(), as: UTF8.self) else { throw Problem.form }
    let form: FormFields
    do { form = try FormFields(text[...]) } catch { throw Problem.form }
    // Browsers send line ends as the standard has them; offsets count in the text as it is kept.
    let draft = (form.text("text") ?? "").replacingOccurrences(of: "\r\n", with: "\n")
    guard let name = form.text("format"), name != "auto", !name.isEmpty else { return Draft(text: draft) }
    guard let format = InputFormat(rawValue: name) else { throw Problem.form }
    return Draft(text: draft, format: format)
  }
}
