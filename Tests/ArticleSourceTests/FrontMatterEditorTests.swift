import ArticleSource
import Testing
import TextCore

@Suite("Front matter editor")
struct FrontMatterEditorTests {
  /// The text after changes; the code where they are refused.
  private func edited(_ text: String, _ changes: FrontMatterChange...) throws -> String {
    do {
      return String(decoding: try FrontMatterEditor.edit(changes, in: Array(text.utf8), path: "a.md"), as: UTF8.self)
    } catch let error as FrontMatterEditError {
      return error.code.name
    }
  }

  @Test(
    "YAML keeps the manner of each value",
    arguments: [
      ("excerpt: \"旧\"  # 仮", "excerpt: \"新しい\"  # 仮"),
      ("excerpt: '旧'", "excerpt: '新しい'"),
      ("excerpt: 旧 # 仮", "excerpt: 新しい # 仮"),
      ("excerpt:", "excerpt: 新しい"),
      ("excerpt:   # 仮", "excerpt: 新しい   # 仮"),
      ("excerpt: >\n  旧い\n  抜粋\nx: 1", "excerpt: >\n  新しい\nx: 1"),
      ("excerpt: |-\n    旧い\n    抜粋\n\nx: 1", "excerpt: |-\n    新しい\n\nx: 1"),
      ("excerpt: 旧い\n  抜粋 # 仮\nx: 1", "excerpt: 新しい # 仮\nx: 1"),
      ("excerpt: \"旧い\n  抜粋\"\nx: 1", "excerpt: \"新しい\"\nx: 1"),
      ("Excerpt :  旧", "Excerpt :  新しい"),
      ("\"excerpt\": 旧", "\"excerpt\": 新しい"),
      ("excerpt: ~", "excerpt: 新しい"),
    ])
  func yamlScalars(old: String, new: String) throws {
    #expect(
      try edited("---\ntitle: 題\n\(old)\n---\n本文。\n", .excerpt("新しい")) == "---\ntitle: 題\n\(new)\n---\n本文。\n")
  }

  @Test(
    "Text that would read as something else gets quotes",
    arguments: [
      ("yes", "\"yes\""), ("2025-11-02", "\"2025-11-02\""), ("値: 1", "\"値: 1\""), ("「引用」と#", "「引用」と#"),
      ("彼は\"言う\"", "彼は\"言う\""), ("* 印", "\"* 印\""), ("a\\b\nc", "\"a\\\\b\\nc\""), ("12", "\"12\""),
    ])
  func plainText(text: String, written: String) throws {
    #expect(try edited("---\nexcerpt: 旧\n---\n", .excerpt(text)) == "---\nexcerpt: \(written)\n---\n")
  }

  @Test(
    "Lists keep their form, and items that stay keep their spelling",
    arguments: [
      ("tags: [\"旧\", AI ]", "tags: [AI, \"新\" ]"),
      ("tags: [a,'AI',b]", "tags: ['AI',新]"),
      ("tags: [\n  \"旧\",\n  \"AI\",\n]", "tags: [\n  \"AI\",\n  \"新\",\n]"),
      ("tags:\n- 旧\n- 'AI' # 印\nx: 1", "tags:\n- 'AI' # 印\n- 新\nx: 1"),
      ("tags:\n  - \"旧\"\n  - \"AI\"\n# 印\nx: 1", "tags:\n  - \"AI\"\n  - \"新\"\n# 印\nx: 1"),
      ("tags: 旧 AI", "tags: AI 新"),
      ("tags: '旧, AI'", "tags: 'AI, 新'"),
      ("tags:", "tags: [\"AI\", \"新\"]"),
      ("categories:\n  - 棚\ntags:", "categories:\n  - 棚\ntags:\n  - AI\n  - 新"),
      ("tags: []", "tags: [\"AI\", \"新\"]"),
    ])
  func yamlLists(old: String, new: String) throws {
    #expect(
      try edited("---\ntitle: \"題\"\n\(old)\n---\n", .tags(["AI", "新"])) == "---\ntitle: \"題\"\n\(new)\n---\n")
  }

  @Test(
    "Reading times are changed inside of what is written around them",
    arguments: [
      ("reading_time: 20", "reading_time: 6"), ("readingTime: \"約8分\"", "readingTime: \"約6分\""),
      ("reading-time: 8 min read # x", "reading-time: 6 min read # x"),
    ])
  func readingTime(old: String, new: String) throws {
    #expect(try edited("---\n\(old)\n---\n", .readingTime(6)) == "---\n\(new)\n---\n")
  }

  @Test("A missing field is added below the others, in the manner of the block")
  func insertion() throws {
    #expect(
      try edited("---\r\ntitle: '題'\r\ntags:\r\n- a\r\n# 末尾\r\n---\r\n", .excerpt("抜粋。"), .readingTime(3))
        == "---\r\ntitle: '題'\r\ntags:\r\n- a\r\nexcerpt: '抜粋。'\r\nreading_time: 3\r\n# 末尾\r\n---\r\n")
    #expect(
      try edited("+++\ntitle = '題'\n\n[params]\nx = 1\n+++\n", .tags(["a", "b"]))
        == "+++\ntitle = '題'\ntags = ['a', 'b']\n\n[params]\nx = 1\n+++\n")
    #expect(
      try edited("{\n  \"title\": \"題\"\n}\n", .excerpt("「」"))
        == "{\n  \"title\": \"題\",\n  \"excerpt\": \"「」\"\n}\n")
  }

  @Test(
    "TOML keeps the manner of each value",
    arguments: [
      ("excerpt   = \"旧\" # 仮", "excerpt   = \"新 \\\"1\\\"\" # 仮"),
      ("excerpt = '旧'", "excerpt = '新 \"1\"'"),
      ("excerpt = \"\"\"\n旧\n抜粋\"\"\"", "excerpt = \"\"\"新 \\\"1\\\"\"\"\""),
      ("excerpt = '''旧'''", "excerpt = '''新 \"1\"'''"),
    ])
  func toml(old: String, new: String) throws {
    let rest = "\n[author]\nexcerpt = \"別\"\n+++\n"
    #expect(try edited("+++\n\(old)\(rest)", .excerpt("新 \"1\"")) == "+++\n\(new)\(rest)")
  }

  @Test("JSON keeps its layout")
  func json() throws {
    #expect(
      try edited("{\"tags\" : [\"a\",\n  \"b\"], \"excerpt\":null}\n本文", .tags(["b", "c", "a"]), .excerpt("あ"))
        == "{\"tags\" : [\"b\",\n  \"c\",\n  \"a\"], \"excerpt\":\"あ\"}\n本文")
  }

  @Test(
    "What cannot be written with certainty is refused",
    arguments: [
      "---\nexcerpt: &a 旧\nx: *a\n---\n", "---\nexcerpt: !!str 旧\n---\n", "---\nexcerpt: 旧\nexcerpt: 新\n---\n",
      "---\nexcerpt: {a: 1}\n---\n", "---\nexcerpt: [a]\n---\n", "---\nexcerpt: \"旧\n---\n",
      "---\nexcerpt: |2\n  旧\n---\n",
      "{title: x}\n", "---\nexcerpt: 旧\n", "---\n{excerpt: 旧, a: 1}\n---\n",
    ])
  func refusals(text: String) throws {
    let answer = try edited(text, .excerpt("抜粋"))
    #expect(answer == "front-matter.cannot-edit" || answer == "front-matter.missing")
  }

  @Test(
    "Comments and nested items in lists are refused",
    arguments: ["tags: [a, # 一\n  b]", "tags:\n- a # 一\n- b", "tags:\n- a\n# 一\n- b\n# 二\n- c", "tags: [[a], b]"])
  func commentedLists(list: String) throws {
    #expect(try edited("---\n\(list)\n---\n", .tags(["新"])) == "front-matter.cannot-edit")
  }

  @Test("Values that are there already change nothing")
  func unchanged() throws {
    let text = "---\nexcerpt: >\n  あ\ntags: [ a,b ]\nreading_time: 5.0\n---\n"
    #expect(try edited(text, .excerpt("あ"), .tags(["a", "b"]), .readingTime(5)) == text)
  }

  @Test("A byte order mark stays")
  func byteOrderMark() throws {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let file = mark + Array("---\nexcerpt: 旧\n---\n本文".utf8)
    #expect(
      try FrontMatterEditor.edit([.excerpt("新")], in: file) == mark + Array("---\nexcerpt: 新\n---\n本文".utf8))
  }

  @Test("Shift_JIS, EUC-JP, ISO-2022-JP and UTF-16 are written back in their own bytes", arguments: LegacyText.samples)
  func encodings(sample: LegacyText) throws {
    let old = sample.bytes("題名: 表示", excerpt: "旧い抜粋")
    let new = sample.bytes("題名: 表示", excerpt: "新しい抜粋、ソ")
    #expect(try FrontMatterEditor.edit([.excerpt("新しい抜粋、ソ")], in: old) == new)
  }

  @Test("A character that the encoding lacks is named")
  func unencodable() throws {
    let sample = LegacyText(encoding: .shiftJIS)
    #expect(throws: FrontMatterEditError.cannotEncode(character: "😀", encoding: "Shift_JIS")) {
      try FrontMatterEditor.edit([.excerpt("笑う😀")], in: sample.bytes("題", excerpt: "旧い抜粋"))
    }
  }

  @Test("Broken bytes in the body stay as they are; in the front matter they are refused")
  func brokenBytes() throws {
    let head = Array("---\nexcerpt: 旧\n---\n日本語の本文です。".utf8)
    let body: [UInt8] = [0xFF, 0x00, 0x41]
    #expect(
      try FrontMatterEditor.edit([.excerpt("新")], in: head + body)
        == Array("---\nexcerpt: 新\n---\n日本語の本文です。".utf8) + body)
    let broken = Array("---\nx: ".utf8) + body + Array("\nexcerpt: 旧\n---\n日本語の本文です。日本語の本文です。".utf8)
    #expect(throws: FrontMatterEditError.self) { try FrontMatterEditor.edit([.excerpt("新")], in: broken) }
  }
}
