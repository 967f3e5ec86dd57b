import ArticleAnalysis
import Testing

@Suite("Reasons of tags")
struct TagReasonTests {
  @Test("Reasons are read back as they were written, whatever the tag holds")
  func readBack() {
    for tag in ["投資", "「題名にある」、本文に3回", "C++", ""] {
      let reasons: [TagReason] = [.inTitle, .inHeading, .mentioned(12), .similar(30, tag: tag)]
      #expect(TagReason.reasons(in: TagReason.text(reasons), tag: tag) == reasons)
      for reason in reasons + [.mentioned(255), .inCode, .recent, .usual] {
        #expect(TagReason.reasons(in: reason.text, tag: tag) == [reason])
      }
    }
  }

  @Test("A count that is as high as counts go is told as such")
  func mostCounted() {
    #expect(TagReason.mentioned(254).text == "本文に254回")
    #expect(TagReason.mentioned(255).text == "本文に255回以上")
  }

  @Test(
    "Other text is none", arguments: ["題名にある。", "本文に何回も", "「株」の付いた3件に似ている", "題名にある、", "、題名にある", "題名にある見出しにある"])
  func other(_ text: String) {
    #expect(TagReason.reasons(in: text, tag: "投資") == nil)
  }
}
