import Testing

import ArticleAnalysis

@Suite("Wordings of sentences met before")
struct WordingMemoTests {
  private func wording(_ names: Int) -> SentenceWording {
    var wording = SentenceWording()
    wording.names = names
    return wording
  }

  @Test("What was stored is found by its serial; sentences without one are not kept")
  func stored() {
    var memo = WordingMemo()
    memo.store(wording(1), sentence: 5)
    memo.store(wording(2), sentence: 9)
    memo.store(wording(3), sentence: 0)
    #expect(memo.wording(ofSentence: 5)?.names == 1)
    #expect(memo.wording(ofSentence: 9)?.names == 2)
    #expect(memo.wording(ofSentence: 7) == nil)
    #expect(memo.wording(ofSentence: 0) == nil)
    #expect(memo.wording(ofSentence: 100) == nil)
  }

  @Test("Old sentences are forgotten by halves, and never answered with another's wording")
  func forgetting() {
    var memo = WordingMemo()
    for serial in 1...400_000 where serial % 7 == 0 { memo.store(wording(serial), sentence: serial) }
    var known = 0
    for serial in 1...400_000 {
      guard let found = memo.wording(ofSentence: serial) else { continue }
      known += 1
      #expect(found.names == serial)
    }
    #expect(known >= WordingMemo.capacity / 7)
    #expect(known <= 2 * WordingMemo.capacity / 7 + 2)
  }
}
