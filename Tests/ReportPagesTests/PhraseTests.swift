import ReportPages
import Testing

@Suite("Phrases of pages")
struct PhraseTests {
  private let english = PageContext(language: .english, site: PageSite(name: "test", pages: []))
  private let phrase = Phrase("%1件、%2分（抜粋）", "%1 post(s), %2 minute(s) (in all), 100 %")

  @Test("One of a thing stands in the singular, by the value before it")
  func singular() {
    #expect(english.text(phrase, "1", "2") == "1 post, 2 minutes (in all), 100 %")
    #expect(english.text(phrase, "11", "1") == "11 posts, 1 minute (in all), 100 %")
  }

  @Test("Values are taken as they are, and a place without a value stays")
  func values() {
    #expect(english.text(phrase, "%2(s)", "0") == "%2(s) posts, 0 minutes (in all), 100 %")
    #expect(english.text(phrase, "3") == "3 posts, %2 minutes (in all), 100 %")
    let japanese = PageContext(language: .japanese, site: PageSite(name: "test", pages: []))
    #expect(japanese.text(phrase, "1", "5") == "1件、5分（抜粋）")
  }
}
