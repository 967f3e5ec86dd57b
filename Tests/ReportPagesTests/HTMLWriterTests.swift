import ReportPages
import Testing

@Suite("HTML is escaped")
struct HTMLWriterTests {
  @Test("Text cannot end an element or an attribute")
  func escapes() {
    var html = HTMLWriter()
    html.element("p", HTMLAttribute("title", "\"><script>alert('1')</script>"), text: "<b>&amp;\u{0}\u{202E}")
    let text = String(decoding: html.bytes, as: UTF8.self)
    #expect(
      text
        == "<p title=\"&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;\">&lt;b&gt;&amp;amp;\u{FFFD}\u{FFFD}</p>"
    )
  }
}
