import ArticleSource
import Testing
import TextCore

@Suite("Broken front matter")
struct FrontMatterFaultTests {
  @Test("A colon in a title without quotes is told with its place, and costs no field, not even the title")
  func colon() {
    let read = FrontMatterReadingResult("---\nlayout: post\ntitle: 投資: 3,600億円\ntags: [a, b]\n---\n本文")
    #expect(read.findings == ["front-matter.broken@3:10"])
    #expect(read.matter?.title == "投資: 3,600億円")
    #expect(read.matter?.tags == ["a", "b"])
    #expect(read.body == "本文")
  }

  @Test("A bracket at the start of a title without quotes is read as the author meant it")
  func bracket() {
    let read = FrontMatterReadingResult("---\ntitle: [お知らせ] 休館します\ndate: 2025-01-05\n---\n本文")
    #expect(read.findings.count == 1)
    #expect(read.matter?.title == "[お知らせ] 休館します")
    #expect(read.matter?.date?.iso8601 == "2025-01-05")
  }

  @Test(
    "Other slips are told once, and the body is what follows",
    arguments: [
      "title: \"閉じない\ntags: [a]", "title: @user さん", "tags: [a, b", "title: a\n\tb: c", "title: *強調* した題",
      "title: \"\\q\"", "  a: b\nc: d", "title: 題\nただの文\ntags: [a]", "a: \u{1}b",
    ])
  func slips(_ yaml: String) {
    let read = FrontMatterReadingResult("---\n\(yaml)\n---\n本文")
    #expect(read.findings.count == 1)
    #expect(read.findings.first?.hasPrefix("front-matter.broken@") == true)
    #expect(read.body == "本文")
    #expect(read.matter != nil)
  }

  @Test("A name that is written twice is told, unless both values are the same; the last counts")
  func duplicates() {
    let read = FrontMatterReadingResult("---\ntitle: 一\nimage: a.png\ntitle: 二\n---\n本文")
    #expect(read.findings == ["front-matter.duplicate-name@4:1"])
    #expect(read.matter?.title == "二")
    #expect(read[other: "image"] == .string("a.png"))
    let same = FrontMatterReadingResult("---\ntitle: 題\nimage: a.png\nimage: a.png\n---\n")
    #expect(same.findings.isEmpty)
    #expect(same.matter?.other == [.init("image", .string("a.png"))])
  }

  @Test("A block without end reaches as far as its lines look like fields")
  func unterminated() {
    // A thematic break further down is no end of the block where prose stands above it.
    let rest = "\n本文です。\n\n---\n\n続き: あり\n"
    let read = FrontMatterReadingResult("---\ntitle: 題\ntags:\n  - a\n\(rest)")
    #expect(read.findings == ["front-matter.unterminated@1:1"])
    #expect(read.matter?.title == "題")
    #expect(read.body == rest)
    let open = FrontMatterReadingResult("---\ntitle: 題\ntags:\n  - a\n\n本文です。\n")
    #expect(open.findings == ["front-matter.unterminated@1:1"])
    #expect(open.matter?.title == "題")
    #expect(open.matter?.tags == ["a"])
    #expect(open.body == "\n本文です。\n")
    #expect(FrontMatterReadingResult("+++\ntitle = \"題\"\n\n本文").findings == ["front-matter.unterminated@1:1"])
    #expect(FrontMatterReadingResult("{\n\"title\": \"題\",\n\n本文").findings == ["front-matter.unterminated@1:1"])
  }

  @Test("Broken TOML is told with its place, and its good fields are read")
  func toml() {
    let read = FrontMatterReadingResult("+++\ntitle = 題\ndate = 2025-01-05\n+++\n本文")
    #expect(read.findings == ["front-matter.broken@2:9"])
    #expect(read.matter?.title == "題")
    #expect(read.matter?.date?.iso8601 == "2025-01-05")
    #expect(read.body == "本文")
  }

  @Test("Broken JSON is told with its place, and the fields before the fault are read")
  func json() {
    let read = FrontMatterReadingResult("{\n  \"title\": \"題\",\n  \"tags\": [a]\n}\n本文")
    #expect(read.findings == ["front-matter.broken@3:12"])
    #expect(read.matter?.title == "題")
    #expect(read.body == "本文")
  }

  @Test("A mapping in braces and an indented block are blocks")
  func otherShapes() {
    #expect(FrontMatterReadingResult("---\n{title: 題, tags: [a]}\n---\n本文").matter?.title == "題")
    #expect(FrontMatterReadingResult("---\n  title: 題\n  tags: [a]\n---\n本文").matter?.tags == ["a"])
  }

  @Test("An alias bomb costs nothing and is told")
  func aliasBomb() {
    var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...20 {
      let aliases = [String](repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      yaml += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let read = FrontMatterReadingResult("---\ntitle: 題\n\(yaml)---\n本文")
    #expect(read.findings == ["front-matter.broken@2:1"])
    #expect(read.body == "本文")
    // Small enough for the check on the bytes, too large for the values.
    let wide = "a: &a [\([String](repeating: "x", count: 2000).joined(separator: ","))]\n"
    let uses = "b: [\([String](repeating: "*a", count: 200).joined(separator: ","))]\n"
    #expect(FrontMatterReadingResult("---\n\(wide)\(uses)---\n").findings == ["front-matter.broken@2:1"])
  }

  @Test(
    "Deep nesting is refused before a parser recurses into it",
    arguments: [
      ("---\na: ", "[", "\n---\n"), ("---\na:\n ", "- ", "\n---\n"), ("---\n", "? ", "a: b\n---\n"),
      ("---\n", "{a: ", "\n---\n"), ("+++\na = ", "[", "\n+++\n"), ("+++\n", "a.", "a = 1\n+++\n"),
      ("+++\n[", "a.", "a]\n+++\n"), ("{\"a\": ", "[", "}\n"), ("{", "\"a\": {", "\n"), ("---\na: ", "*a ", "\n---\n"),
      ("---\na: ", "&a ", "\n---\n"), ("---\n", "a: ", "\n---\n"), ("---\n", "a:\n", "\n---\n"), ("", "---\n", ""),
      ("---\n\"", "\\", "\": a\n---\n"), ("{\"a\": \"", "\\u", "\"}\n"), ("---\na: '", "''", "\n---\n"),
    ], [100, 50_000])
  func deep(_ parts: (start: String, repeated: String, end: String), _ count: Int) {
    let read = FrontMatterReadingResult(parts.start + String(repeating: parts.repeated, count: count) + parts.end)
    #expect(read.findings.count <= 2)
  }

  @Test("A block above the limit is passed over, and told")
  func tooLarge() {
    let read = FrontMatterReadingResult("---\na: \(String(repeating: "x", count: 300_000))\n---\n本文")
    #expect(read.findings == ["front-matter.too-large@2:1"])
    #expect(read.body == "本文")
  }

  @Test("Fragments of blocks in any order give a result whose places lie in the file")
  func fragments() {
    let fragments = [
      "---", "+++", "{", "}", "\n", "\n", "title: ", "title = ", "\"", "'", "[", "]", "- ", "  ", "&a ", "*a", "<<: ",
      "? ",
      "日本語", "2025-11-02", "date: ", "\u{2028}", "\t", "#", "|", ">", "%", "\u{0}", "\r", ",", "😀", "\\u12", "a.b",
      "= 1",
    ]
    var state: UInt64 = 7
    for _ in 0..<3000 {
      var text = ["---\n", "+++\n", "{\"", "---\ntitle: "][Int(truncatingIfNeeded: state >> 60) % 4]
      for _ in 0..<30 {
        // Knuth's linear congruential generator (MMIX) is random enough to pick fragments.
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += fragments[Int(truncatingIfNeeded: state >> 33) % fragments.count]
      }
      let source = DecodedSource(text)
      let read = FrontMatterReader.read(source)
      #expect(read.bodyStart <= source.bytes.count)
      #expect(read.diagnostics.allSatisfy { ($0.range?.upperBound ?? 0) <= source.bytes.count })
      for place in read.frontMatter.map({ Array($0.places.values) }) ?? [] {
        #expect(place.upperBound <= read.bodyStart)
        #expect(String(validating: source.bytes[place.offsets], as: UTF8.self) != nil)
      }
    }
  }
}
