import ArticleAnalysis
import Testing
import TextCore

@Suite("Statistics")
struct StatisticsTests {
  private func count(_ text: String) -> ScriptCounts { ScriptCounter.count(Array(text.utf8).span) }

  @Test("Characters are counted by script")
  func scripts() {
    let counts = count("漢字とカナ ABC 123、😀")
    #expect(counts.han == 2 && counts.hiragana == 1 && counts.katakana == 2 && counts.latin == 3 && counts.digits == 3)
    #expect(counts.other == 2)
    #expect(counts.latinWords == 2)
  }

  @Test("The shortcuts for frequent characters agree with the definition of scripts, scalar by scalar")
  func shortcuts() {
    for value in UInt32(0x20)...0x30FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let counts = count(String(Character(scalar)))
      let script = Script(value)
      let expected: [Script: Int] = [
        .han: counts.han, .hiragana: counts.hiragana, .katakana: counts.katakana, .latin: counts.latin,
        .digit: counts.digits, .other: counts.other,
      ]
      for (name, found) in expected where found != (name == script ? 1 : 0) {
        Issue.record("U+\(String(value, radix: 16)): \(name) \(found)")
      }
    }
  }

  @Test("A Latin word is one word with its dots, hyphens and marks")
  func words() {
    #expect(count("Node.js and don't e-mail naïve café").latinWords == 6)
    #expect(count("AIとGPT-4oを使う").latinWords == 2)
    #expect(count("...").latinWords == 0)
  }

  @Test("Reading time: 500 characters a minute, 220 words a minute, code at its own rate, rounded up")
  func readingTime() {
    let speed = ReadingSpeed()
    #expect(speed.time(for: count(String(repeating: "あ", count: 500)), codeCharacters: 0).seconds == 60)
    #expect(speed.time(for: count(String(repeating: "あ", count: 501)), codeCharacters: 0).minutes == 2)
    #expect(speed.time(for: count(String(repeating: "word ", count: 220)), codeCharacters: 0).seconds == 60)
    #expect(speed.time(for: count(""), codeCharacters: 1000).seconds == 60)
    #expect(speed.time(for: count(""), codeCharacters: 0).minutes == 0)
  }
}
