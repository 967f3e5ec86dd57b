import ReportPages
import TestSupport
import Testing

@Suite("Addresses of pages")
struct PageAddressTests {
  @Test("An address shows the Latin letters of a name and tells names apart by a hash")
  func names() {
    #expect(PageAddress.path(of: .topic(.tag, "OpenAI")).hasPrefix("tags/openai-"))
    #expect(PageAddress.path(of: .topic(.tag, "OpenAI")) != PageAddress.path(of: .topic(.tag, "openai")))
    #expect(PageAddress.path(of: .topic(.entity, "日本")).hasPrefix("entities/"))
    #expect(PageAddress.path(of: .article("posts/2025-11-02-猫 の話.md")).hasPrefix("articles/2025-11-02-"))
    #expect(PageAddress.path(of: .month("2025-11")) == "months/2025-11.html")
    #expect(PageAddress.path(of: .overview) == "index.html")
  }

  @Test("An address does not change from version to version: links of others point at it")
  func stable() {
    #expect(PageAddress.path(of: .topic(.tag, "OpenAI")) == "tags/openai-5633318cc7f8.html")
  }

  @Test("No name leads out of the folder of its kind", arguments: 0..<60)
  func hostile(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let name = HostileText.make(&generator) + ["../../etc/passwd", "..", "/", "", "a.b"][seed % 5]
    for target in [PageTarget.topic(.term, name), .article(name), .month(name)] {
      let address = PageAddress.path(of: target)
      #expect(address.split(separator: "/", omittingEmptySubsequences: false).count == 2)
      #expect(!address.contains(".."))
      #expect(address.utf8.allSatisfy { $0 < 0x80 && $0 > 0x2C })
      #expect(address.utf8.count < 90)
    }
  }
}
