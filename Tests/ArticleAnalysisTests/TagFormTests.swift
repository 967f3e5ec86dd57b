import ArticleAnalysis
import Testing

@Suite("Forms of tags")
struct TagFormTests {
  @Test("Words and names can be tags", arguments: ["投資", "iPhone", "macOS", "Node.js", "GPT-4o", "textlint"])
  func words(term: String) { #expect(TagForm.isPossible(term)) }

  @Test(
    "Numbers, single letters, hiragana alone and names of variables cannot",
    arguments: ["2025", "C", "について", "apiVersion", "node_modules", "mapStateToProps", "ーノード"])
  func others(term: String) { #expect(!TagForm.isPossible(term)) }

  @Test("Names of files and of members are told from names of programs")
  func files() {
    for term in ["counter.spec.ts", "cy.get", "settings.ini"] { #expect(TagForm.isFileOrMember(term)) }
    for term in ["Node.js", "ASP.NET", "draw.io", "Vue.js", "投資", "GPT-4.1"] { #expect(!TagForm.isFileOrMember(term)) }
  }
}
