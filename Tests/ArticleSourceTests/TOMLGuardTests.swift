import ArticleSource
import Testing

@Suite("TOML that ends toml++'s process")
struct TOMLGuardTests {
  @Test(
    "It is told as broken, and the field before it is read",
    arguments: [
      "title = \"題\"\n[", "title = \"題\"\n[ +", "title = \"題\"\n[[,", "title = \"題\"\nx = [}",
      "title = \"題\"\nx = [1, # 一\n }",
      "title = \"題\"\n[.a]",
    ])
  func traps(toml: String) {
    let read = FrontMatterReadingResult("+++\n\(toml)\n+++\n本文")
    #expect(read.findings.count == 1)
    #expect(read.findings.first?.hasPrefix("front-matter.broken@") == true)
    #expect(read.matter?.title?.hasPrefix("題") == true || read.matter?.title?.hasPrefix("\"題\"") == true)
  }

  @Test("Lists of lists and tables with odd names are no such thing")
  func rightTOML() {
    let read = FrontMatterReadingResult(
      "+++\na = [\n  [1, 2],\n  [{x = 1}],\n  ['[ }'] # [ }\n]\nb = \"\"\"\n[ }\n\"\"\"\n[ 'c d' ]\n[[e.f]]\n+++\n本文")
    #expect(read.findings.isEmpty)
  }
}
