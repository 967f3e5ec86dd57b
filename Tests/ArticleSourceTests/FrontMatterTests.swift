import ArticleSource
import Testing
import TextCore

/// What the reader makes of a file.
struct FrontMatterReadingResult {
  let matter: FrontMatter?
  let body: String
  /// Code, line and column of each diagnostic, as `code@line:column`.
  let findings: [String]
  let text: DecodedSource

  init(_ text: String) {
    let source = DecodedSource(text)
    let read = FrontMatterReader.read(source)
    let lines = LineIndex(source.bytes.span)
    self.text = source
    matter = read.frontMatter
    body = source.bytes.span.string(read.bodyStart..<source.bytes.count)
    findings = read.diagnostics.map { diagnostic in
      guard let range = diagnostic.range else { return diagnostic.code.name }
      let place = lines.position(ofByte: range.lowerBound, in: source.bytes.span)
      return "\(diagnostic.code)@\(place.line):\(place.column)"
    }
  }

  /// The text at the place of a field.
  func place(_ name: String) -> String? { matter?.places[name].map { text.bytes.span.string($0.offsets) } }

  /// A field that has no type.
  subscript(other name: String) -> FrontMatterValue? { matter?.other.first { $0.name == name }?.value }
}

@Suite("Front matter")
struct FrontMatterTests {
  @Test("A Jekyll post is read with every field it has")
  func jekyll() {
    let read = FrontMatterReadingResult(
      """
      ---
      layout: post
      title: "AIインフラへの投資: 3,600億円"
      date: 2025-11-02 12:54:50 +0900
      categories: ["投資分析", 決算]
      tags:
        - AIインフラ
        - 3.10
        - AIインフラ
      author: 三枝 航
      excerpt: '彼は''投資''と言う。'
      reading_time: 8
      image: /assets/a.png
      ---
      本文。

      """)
    let matter = read.matter
    #expect(read.findings.isEmpty)
    #expect(matter?.kind == .yaml)
    #expect(matter?.title == "AIインフラへの投資: 3,600億円")
    #expect(matter?.date?.iso8601 == "2025-11-02T12:54:50+09:00")
    #expect(matter?.categories == ["投資分析", "決算"])
    #expect(matter?.tags == ["AIインフラ", "3.10"])
    #expect(matter?.author == "三枝 航")
    #expect(matter?.excerpt == "彼は'投資'と言う。")
    #expect(matter?.readingTime == 8)
    #expect(matter?.other == [.init("layout", .string("post")), .init("image", .string("/assets/a.png"))])
    #expect(read.body == "本文。\n")
    #expect(read.place("tags") == "tags:\n  - AIインフラ\n  - 3.10\n  - AIインフラ")
    #expect(read.place("layout") == "layout: post")
  }

  @Test("A Hugo post is read in TOML, in the order of the file")
  func hugo() {
    let read = FrontMatterReadingResult(
      """
      +++
      title = "雨水タンク"
      date = 2025-05-25T07:40:00+09:00
      tags = ["庭", "節水"]
      weight = 3
      draft = false
      lastmod = 2025-06-01
      [params]
        author = "野々村 灯"
        ratio = 0.5
      +++
      本文。
      """)
    #expect(read.findings.isEmpty)
    #expect(read.matter?.kind == .toml)
    #expect(read.matter?.title == "雨水タンク")
    #expect(read.matter?.date?.iso8601 == "2025-05-25T07:40:00+09:00")
    #expect(read.matter?.tags == ["庭", "節水"])
    #expect(read.matter?.other.map(\.name) == ["weight", "draft", "lastmod", "params"])
    #expect(read[other: "weight"] == .int(3))
    #expect(read[other: "lastmod"] == ArticleDate(year: 2025, month: 6, day: 1).map { .date($0) })
    #expect(read[other: "params"] == .map([.init("author", .string("野々村 灯")), .init("ratio", .double(0.5))]))
    #expect(read.place("date") == "date = 2025-05-25T07:40:00+09:00")
    #expect(read.place("params")?.hasPrefix("[params]") == true)
    #expect(read.body == "本文。")
  }

  @Test("A JSON object at the start is read, braces in strings and surrogate pairs included")
  func json() {
    let read = FrontMatterReadingResult(
      """
      {
        "title": "波かっこ } と \\ud83d\\ude00 と \\ud800",
        "date": "2025-10-08",
        "tags": ["a, b", 2],
        "servings": 4.5,
        "draft": false,
        "nested": {"z": null, "a": [1, [2]]}
      }

      本文。
      """)
    #expect(read.findings.isEmpty)
    #expect(read.matter?.kind == .json)
    #expect(read.matter?.title == "波かっこ } と 😀 と \u{FFFD}")
    #expect(read.matter?.tags == ["a, b", "2"])
    #expect(
      read.matter?.other == [
        .init("servings", .double(4.5)), .init("draft", .bool(false)),
        .init("nested", .map([.init("z", .null), .init("a", .list([.int(1), .list([.int(2)])]))])),
      ])
    #expect(read.place("draft") == "\"draft\": false")
    #expect(read.body == "\n本文。")
  }

  @Test(
    "What only looks like a block is body",
    arguments: [
      "---\n\n今日の話です。\n", "---\n本文がここから始まる。\n---\n続き\n", "--- 見出しではない\na: b\n---\n", "----\na: b\n---\n",
      "\n---\ntitle: x\n---\n", " ---\ntitle: x\n---\n", "+++\n本文\n+++\n", "{{< figure >}}\n", "{% raw %}\n",
      "{これ}は本文\n",
      "{\"a\": 1} という書き方\n", "---", "---\n", "", "-", "{", "{\"", "---\n- 箇条書き\n", "---\n[リンク](a)\n---\n",
      "---\n本文の行\n\n注: 終わり\n\n---\n",
    ])
  func thematicBreaks(_ text: String) {
    let read = FrontMatterReadingResult(text)
    #expect(read.matter == nil)
    #expect(read.body == text)
    #expect(read.findings.isEmpty)
  }

  @Test(
    "Delimiters may have trailing spaces and any line ends, and the file may end behind them",
    arguments: [
      "---\r\ntitle: 題\r\n---\r\n本文", "---  \ntitle: 題\n---\t\n本文", "---\rtitle: 題\r---\r本文", "---\ntitle: 題\n...\n本文",
      "\u{FEFF}---\ntitle: 題\n---\n本文",
    ])
  func delimiters(_ text: String) {
    let read = FrontMatterReadingResult(text)
    #expect(read.matter?.title == "題")
    #expect(read.body == "本文")
    #expect(read.findings.isEmpty)
    #expect(read.place("title") == "title: 題")
  }

  @Test("An empty block is a block")
  func empty() {
    let read = FrontMatterReadingResult("---\n# 何もない\n---\n本文")
    #expect(read.matter?.kind == .yaml)
    #expect(read.body == "本文")
    #expect(FrontMatterReadingResult("---\n---").body == "")
    #expect(FrontMatterReadingResult("{}\n本文").body == "本文")
  }

  @Test("A number or a truth value as a title keeps its spelling")
  func spelling() {
    #expect(FrontMatterReadingResult("---\ntitle: 2024\n---\n").matter?.title == "2024")
    #expect(FrontMatterReadingResult("---\ntitle: 1.10\n---\n").matter?.title == "1.10")
    #expect(FrontMatterReadingResult("---\ntitle: true\n---\n").matter?.title == "true")
    #expect(FrontMatterReadingResult("---\ntitle: 2024-01-05\n---\n").matter?.title == "2024-01-05")
    #expect(FrontMatterReadingResult("---\ntitle: ~\n---\n").matter?.title == nil)
    #expect(FrontMatterReadingResult("{\"title\": 1e2}\n").matter?.title == "1e2")
  }

  @Test("Scalars without quotes have the types of YAML 1.2's core schema")
  func scalars() {
    let read = FrontMatterReadingResult(
      "---\na: 0x1F\nb: 0123\nc: -5\nd: 1e3\ne: .nan\nf: no\ng:\nh: 99999999999999999999\ni: 2024-01-02\nj: '7'\n"
        + "k: !!str 7\nl: 1.2.3\nm: FALSE\n---\n")
    let expected: [FrontMatterValue] = [
      .int(31), .string("0123"), .int(-5), .double(1000), .string(".nan"), .string("no"), .null,
      .string("99999999999999999999"), ArticleDate(year: 2024, month: 1, day: 2).map { .date($0) } ?? .null,
      .string("7"),
      .string("7"), .string("1.2.3"), .bool(false),
    ]
    #expect(read.findings.isEmpty)
    #expect(read.matter?.other.map(\.value) == expected)
  }

  @Test("Merge keys and aliases bring in what they name")
  func aliases() {
    let read = FrontMatterReadingResult(
      "---\nbase: &b {x: 1, y: 2}\nmore:\n  <<: *b\n  y: 3\nagain: *b\ntags: &t [a, b]\ncategories: *t\n---\n")
    #expect(read.findings.isEmpty)
    #expect(read[other: "more"] == .map([.init("y", .int(3)), .init("x", .int(1))]))
    #expect(read[other: "again"] == read[other: "base"])
    #expect(read.matter?.categories == ["a", "b"])
  }
}
