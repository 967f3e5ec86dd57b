import Reporting
import Testing

@Suite("Text for people")
struct TextTests {
  @Test("Wide characters take two columns")
  func width() {
    #expect(DisplayWidth.of("AIインフラ") == 10)
    #expect(DisplayWidth.of("ｶﾅ") == 2)
    #expect(DisplayWidth.of("👨‍👩‍👧") == 2)
    #expect(DisplayWidth.of("e\u{301}") == 1)
    #expect(DisplayWidth.pad("漢", to: 4) == "漢  ")
    #expect(DisplayWidth.clip("データセンター", to: 7) == "データ…")
  }

  @Test("Lines are broken by columns, and none begins with a stop")
  func wrap() {
    let lines = DisplayWidth.wrap("青葉電算は、東京に建てる。", to: 10)
    #expect(lines == ["青葉電算は、", "東京に建て", "る。"])
    #expect(DisplayWidth.wrap("", to: 10) == [])
  }

  @Test("Delimited text quotes what would break it")
  func delimited() {
    #expect(DelimitedText.csv([["a,b", "say \"hi\"", "c"]]) == "\"a,b\",\"say \"\"hi\"\"\",c\n")
    #expect(DelimitedText.tsv([["a\tb", "c\nd"]]) == "a b\tc d\n")
  }

  @Test("Markdown tables escape markup")
  func markdown() {
    #expect(MarkdownText.table([["語", "数"], ["a|b*", "1"]]) == "| 語 | 数 |\n| --- | --- |\n| a\\|b\\* | 1 |\n")
  }
}
