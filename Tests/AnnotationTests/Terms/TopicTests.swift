import Annotation
import Morphology
import Testing
import TextCore

@Suite("Topics")
struct TopicTests {
  /// The topics of words: `_` is a space, `|` parts runs, a name in Latin letters is one morpheme.
  private func topics(_ articles: [[String]], spelling: TopicSpelling = .all) -> [Topic] {
    var lexemes = LexemeTable()
    var extractor = TermExtractor(background: BackgroundTable(lines: []), stopWords: StopWords(["こと"]))
    var known: [String: UInt32] = [:]
    var found: [Topic] = []
    for words in articles {
      var table = MorphemeTable()
      var text = ""
      for word in words {
        let start = text.utf8.count
        text += word == "_" ? " " : word
        guard word != "_" else { continue }
        let lexeme = known[word] ?? lexemes.add(word, word == "|" ? .other : .commonNoun)
        known[word] = lexeme
        table.append(lexeme, start: start, end: text.utf8.count)
      }
      table.endSentence()
      extractor.read(table, lexemes, Array(text.utf8).span)
      found = extractor.topics(zones: [.lead], spelling: spelling)
    }
    return found
  }

  @Test("Parts of a compound are topics of their own, but for all of it again, single letters and stop words")
  func parts() {
    let topics = topics([["機械", "学習", "基盤", "|", "こと", "業界", "|"]])
    let parts = topics.filter { $0.zones.contains(.part) }
    #expect(Set(parts.map(\.term)) == ["機械", "学習", "基盤", "機械学習", "学習基盤", "業界"])
    #expect(parts.allSatisfy { $0.ownCount == 0 && $0.count == 1 })
    #expect(Set(topics.filter { !$0.zones.contains(.part) }.map(\.term)) == ["機械学習基盤", "こと業界"])
  }

  @Test("Of topics that are told to be enough, the frequent ones are spelled and those of the title; none is left out")
  func spelledWhereNeeded() {
    let words = ["投資", "|", "基盤", "|", "投資", "|", "業界", "|"]
    let all = topics([words])
    let title = all.filter { $0.term == "業界" }
    let few = topics([words], spelling: .frequent(2, orAmong: title))
    #expect(few.map(\.key) == all.map(\.key) && few.map(\.count) == all.map(\.count))
    #expect(Set(few.map(\.term)) == ["投資", "業界", ""])
  }

  @Test("Spellings of one key are one topic, by the spelling that stands most on its own; keys ascend")
  func spellings() {
    let topics = topics([["github", "|", "GitHub", "|", "GitHub", "|", "Git", "_", "Hub", "|"]])
    #expect(topics.filter { $0.key == TermKey("github") }.map(\.term) == ["GitHub"])
    #expect(topics.first { $0.key == TermKey("github") }?.ownCount == 4)
    #expect(zip(topics, topics.dropFirst()).allSatisfy { $0.key < $1.key })
  }

  @Test("What an article leaves behind does not show in the next one")
  func memory() {
    let first = [["機械", "学習", "|", "Cloud", "_", "Run", "|", "学習", "|"], ["投資", "学習", "|", "CloudRun", "|"]]
    for article in first { #expect(topics([first[0], first[1], article]) == topics([article])) }
  }
}
