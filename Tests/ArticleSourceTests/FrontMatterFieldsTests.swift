import ArticleSource
import Testing
import TextCore

private func matter(_ yaml: String) -> FrontMatter? {
  FrontMatterReadingResult("---\n\(yaml)\n---\n本文\n").matter
}

@Suite("Front matter fields")
struct FrontMatterFieldsTests {
  @Test(
    "Tags and categories are lists, or text as Jekyll cuts it",
    arguments: [
      ("tags: [a, [b, [c]], a]", ["a", "b", "c"]), ("tags: Swift Ruby  C++", ["Swift", "Ruby", "C++"]),
      ("tags: Visual Studio, VS Code", ["Visual Studio", "VS Code"]), ("tags: 投資、決算，市況", ["投資", "決算", "市況"]),
      ("tag: Visual Studio", ["Visual Studio"]), ("tags: [a]\ntag: b", ["a", "b"]), ("tags:", []), ("tags: []", []),
      ("tags: 2024", ["2024"]), ("tags: [null, '', ' x ']", ["x"]), ("tags: [{name: n}, {id: 3}]", ["n"]),
      ("Tags: [大文字]", ["大文字"]),
    ])
  func labels(_ yaml: String, _ expected: [String]) {
    #expect(matter(yaml)?.tags == expected)
    let categories = yaml.replacing("tags", with: "categories").replacing("tag:", with: "category:")
      .replacing("Tags", with: "Categories")
    #expect(matter(categories)?.categories == expected)
  }

  @Test(
    "An author is a name, several names, or a map with a name",
    arguments: [
      ("author: 三枝 航", "三枝 航"), ("author: [三枝, 久我]", "三枝、久我"), ("author: {name: 三枝, url: x}", "三枝"),
      ("authors:\n  - name: 三枝\n  - 久我", "三枝、久我"), ("author: 42", "42"),
    ])
  func author(_ yaml: String, _ expected: String) {
    #expect(matter(yaml)?.author == expected)
  }

  @Test(
    "Reading time is a number of minutes in several spellings",
    arguments: [
      ("reading_time: 8", 8.0), ("readingTime: 8 min", 8), ("reading-time: 約8分", 8), ("readingTime: 2.5", 2.5),
      ("reading_time: ８分", 8),
    ])
  func readingTime(_ yaml: String, _ expected: Double) {
    #expect(matter(yaml)?.readingTime == expected)
  }

  @Test("Fields that cannot be what their name says stay among the others")
  func kept() {
    let read = FrontMatterReadingResult("---\ntitle: [a]\nreading_time: soon\nauthor: {id: 1}\ntags: {a: 1}\n---\n")
    #expect(read.matter?.title == nil)
    #expect(read.matter?.other.map(\.name) == ["title", "reading_time", "author", "tags"])
    #expect(read.findings.isEmpty)
  }

  @Test(
    "The date stands under one of several names",
    arguments: [
      "date: 2024-01-05", "pubDate: 'Jan 5, 2024'", "published: 2024-01-05", "created: \"2024-01-05\"",
      "createdAt: 2024/1/5", "date: 2024-01-05\ncreated: 2020-01-01", "published: true\ncreated: 2024-01-05",
      "date:\npublished_at: 2024-01-05", "date: 20240105",
    ])
  func dates(_ yaml: String) {
    let read = FrontMatterReadingResult("---\n\(yaml)\n---\n")
    #expect(read.matter?.date?.iso8601 == "2024-01-05")
    #expect(read.findings.isEmpty)
  }

  @Test("A date that does not exist is told at its line, and its text is kept")
  func unreadableDate() {
    let read = FrontMatterReadingResult("---\ntitle: 題\ndate: 2025-02-30\n---\n")
    #expect(read.matter?.date == nil)
    #expect(read.findings == ["front-matter.date-unreadable@3:1"])
    #expect(read[other: "date"] == .string("2025-02-30"))
  }

  @Test("The description is the summary where there is none, and of a repeated name the last value counts")
  func descriptions() {
    #expect(matter("summary: s")?.description == "s")
    #expect(matter("summary: s\ndescription: d")?.description == "d")
    #expect(matter("summary: s\ndescription: d")?.other == [.init("summary", .string("s"))])
    #expect(matter("description: >-\n  一行目\n  二行目")?.description == "一行目 二行目")
  }
}
