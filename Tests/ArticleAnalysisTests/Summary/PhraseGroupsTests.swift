import Testing

import ArticleAnalysis

@Suite("Phrases in groups")
struct PhraseGroupsTests {
  private let groups = PhraseGroups([
    ("正直", .talk), ("正直なところ", .aside), ("僕", .personal), ("次の図", .reference), ("w。", .filler),
  ])

  private func cues(_ text: String) -> SentenceCues { groups.cues(of: Array(text.utf8).span) }

  @Test("All phrases of a place are found, and single letters anywhere, at the end too")
  func places() {
    #expect(cues("これは正直なところ驚いた") == [.talk, .aside])
    #expect(cues("正直") == .talk)
    #expect(cues("それは僕") == .personal)
    #expect(cues("僕は次の図を見たw。") == [.personal, .reference, .filler])
  }

  @Test("A part of a phrase, and another phrase with the same beginning, are not found")
  func others() {
    #expect(cues("次の表、正、直").isEmpty)
    #expect(cues("").isEmpty)
    #expect(PhraseGroups([]).cues(of: Array("正直".utf8).span).isEmpty)
  }

  @Test("Finds what a plain search finds, whatever the phrases")
  func search() {
    var random = SplitMix(state: 7)
    let letters = Array("あいうえ図w")
    for _ in 0..<300 {
      let phrases = (0..<8).map { _ in random.text(letters, 1...4) }
      let text = random.text(letters, 0...20)
      let groups = PhraseGroups(phrases.enumerated().map { ($1[...], SentenceCues(rawValue: 1 << UInt32($0))) })
      for (index, phrase) in phrases.enumerated() {
        let found = groups.cues(of: Array(text.utf8).span).contains(SentenceCues(rawValue: 1 << UInt32(index)))
        #expect(found == text.contains(phrase), "\(phrase) in \(text)")
      }
    }
  }
}

/// Steele, Lea and Flood's SplitMix64, so that texts are the same in every run.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }

  mutating func text(_ letters: [Character], _ lengths: ClosedRange<Int>) -> String {
    let count = lengths.lowerBound + Int(next() % UInt64(lengths.count))
    return String((0..<count).map { _ in letters[Int(next() % UInt64(letters.count))] })
  }
}
