import ReportPages
import TestSupport
import Testing

@Suite("HTML is escaped")
struct HTMLWriterTests {
  @Test("Text cannot end an element or an attribute")
  func escapes() {
    var html = HTMLWriter()
    html.element("p", HTMLAttribute("title", "\"><script>alert('1')</script>"), text: "<b>&amp;\u{0}\u{202E}")
    #expect(
      String(decoding: html.bytes, as: UTF8.self)
        == "<p title=\"&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;\">&lt;b&gt;&amp;amp;\u{FFFD}\u{FFFD}</p>"
    )
  }

  @Test("Characters that HTML forbids, and signs that turn the direction of a text, become U+FFFD; others stay")
  func characters() throws {
    func escaped(_ text: String) -> String {
      var html = HTMLWriter()
      html.text(text)
      return String(decoding: html.bytes, as: UTF8.self)
    }
    #expect(escaped("改行\n\tタブ\r、絵文字👩‍👩‍👧、é、한、𠮷、\u{2028}") == "改行\n\tタブ\r、絵文字👩‍👩‍👧、é、한、𠮷、\u{2028}")
    for scalar in ["\u{1}", "\u{7F}", "\u{85}", "\u{9F}", "\u{202A}", "\u{2066}", "\u{FFFE}"] {
      #expect(escaped("あ\(scalar)い") == "あ\u{FFFD}い")
    }
    for value: UInt32 in [0xFDD0, 0xFDEF, 0x1FFFF, 0x10FFFE] {
      let scalar = try #require(Unicode.Scalar(value))
      #expect(escaped("あ\(Character(scalar))い") == "あ\u{FFFD}い")
    }
    #expect(escaped("\u{A0}\u{2029}\u{206A}\u{FFFD}\u{10FFFD}") == "\u{A0}\u{2029}\u{206A}\u{FFFD}\u{10FFFD}")
  }

  @Test("Whatever a text holds, only the tags that were written are there, and the text comes back", arguments: 0..<40)
  func property(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let text = HostileText.make(&generator)
    var html = HTMLWriter()
    html.element("p", .class("x"), HTMLAttribute("title", text)) { html in
      html.text(text)
      html.void("input", HTMLAttribute("value", text))
    }
    let page = try HTMLTags(html.bytes)
    #expect(page.tags.map(\.name) == ["p", "input"])
    #expect(page.tags[0].attributes.map(\.name) == ["class", "title"])
    let read = page.tags[0].attributes[1].value
    #expect(HostileText.unescaped(read) == HostileText.allowed(text))
    #expect(page.texts.joined() == read)
  }
}

/// Texts that try to break out.
enum HostileText {
  private static let parts = [
    "</title><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "<!--", "-->",
    "]]>", "<![CDATA[", "&lt;script&gt;", "&#60;script&#62;", "&", "<", ">", "\"", "'", "`", "\\", "/", "</svg>",
    "javascript:alert(1)", "data:text/html,<script>", "\u{0}", "\u{8}", "\u{202E}", "\u{2066}", "\u{FEFF}", "\n", "\r",
    "%1", "%", "日本", "記事", "タグ", "👩‍👩‍👧", "é", "\u{FFFF}", "\u{9F}", "</style>", "</textarea>", "{{7*7}}", "${7*7}",
  ]

  static func make(_ generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...6, using: &generator)).map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
  }

  /// What a browser reads.
  static func unescaped(_ text: String) -> String {
    var text = text
    for (reference, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ] {
      text = text.split(separator: reference, omittingEmptySubsequences: false).joined(separator: character)
    }
    return text
  }

  /// The text without what is never let through.
  static func allowed(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: result.append(scalar)
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
