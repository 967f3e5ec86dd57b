import ArticleAnalysis
import Testing

@Suite("Forms of tags")
struct TagFormTests {
  @Test("Words and names can be tags", arguments: ["投資", "iPhone", "macOS", "Node.js", "GPT-4o", "textlint"])
  func words(term: String) { #expect(TagForm.isPossible(term)) }

  @Test(
    "Numbers, single letters, hiragana alone and names of variables cannot",
    arguments: ["2025", "C", "について", "apiVersion", "node_modules", "mapStateToProps"])
  func others(term: String) { #expect(!TagForm.isPossible(term)) }
}
