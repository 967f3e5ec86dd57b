import Annotation
import Testing

@Suite("Keys of spellings")
struct TermKeyTests {
  @Test(
    "Spellings of one term share a key",
    arguments: [
      ("GitHub Actions", "github-actions"), ("Node.js", "nodejs"), ("サーバー", "サーバ"), ("ＡＩ", "AI"),
      ("claude_code", "Claude Code"), ("イーロン・マスク", "イーロンマスク"), ("サーバー管理", "サーバ管理"),
    ])
  func same(pair: (String, String)) { #expect(TermKey(pair.0) == TermKey(pair.1)) }

  @Test(
    "Different terms have different keys",
    arguments: [("C", "C++"), ("C++", "C#"), ("キー", "キ"), ("Java", "JavaScript"), ("カー", "カーブ"), ("-", "_")])
  func different(pair: (String, String)) { #expect(TermKey(pair.0) != TermKey(pair.1)) }
}
