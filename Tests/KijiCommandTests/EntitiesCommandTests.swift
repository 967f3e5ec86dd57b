import Foundation
import Testing

@Suite("kiji entities")
struct EntitiesCommandTests {
  private let post = """
    トヨタ自動車は2025年11月2日、東京都でAIの新製品を発表した。

    NVIDIAはOpenAIに最大1000億ドルを投資した。
    """

  @Test("Text has the entities in aligned columns, then the deals")
  func text() throws {
    let run = try CommandRun(["entities", "a.md"], files: ["a.md": post.bytes])
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.lines.first?.split(separator: " ") == ["name", "type", "subtype", "count", "value", "line"])
    let rows = run.lines.map { $0.split(separator: " ") }
    #expect(rows.contains(["トヨタ自動車", "organization", "company", "1", "1"]))
    #expect(rows.contains(["2025年11月2日", "date", "1", "2025-11-02", "1"]))
    #expect(rows.last == ["investment", "NVIDIA", "OpenAI", "最大1000億ドル", "stated"])
  }

  @Test("The JSON object has the source, the entities and the relations")
  func json() throws {
    let run = try CommandRun(["entities", "a.md", "--format", "json"], files: ["a.md": post.bytes])
    let object = try run.object()
    #expect(Set(object.keys) == ["schema", "source", "offsetUnit", "entities", "relations"])
    let entities = try #require(object["entities"] as? [[String: Any]])
    #expect(entities.first?["name"] as? String == "トヨタ自動車")
    let relations = try #require(object["relations"] as? [[String: Any]])
    #expect(relations.map { $0["from"] as? String } == ["NVIDIA"])
    #expect(relations.map { $0["to"] as? String } == ["OpenAI"])
  }

  @Test("CSV has one row an entity, with its value and the line of its first mention")
  func csv() throws {
    let run = try CommandRun(["entities", "-", "--format", "csv"], input: post.bytes)
    #expect(run.lines.first == "name,type,subtype,count,value,line")
    #expect(run.lines.contains("トヨタ自動車,organization,company,1,,1"))
    #expect(run.lines.contains("東京都,location,,1,,1"))
    #expect(run.lines.contains("1000億ドル,money,,1,USD 100000000000 atMost,3"))
    #expect(!run.output.contains("investment"))
  }

  @Test("Every other format is written as well", arguments: ["jsonl", "yaml", "tsv", "markdown"])
  func formats(format: String) throws {
    let run = try CommandRun(
      ["entities", "a.md", "b.md", "--format", format], files: ["a.md": post.bytes, "b.md": post.bytes])
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.output.contains("トヨタ自動車"))
    if format == "jsonl" { #expect(run.lines.count == 2) }
  }

  @Test("--type keeps the entities of some types, and the deals between them")
  func types() throws {
    let organizations = try CommandRun(
      ["entities", "-", "--format", "json", "--type", "organization,money"], input: post.bytes
    ).object()
    let entities = try #require(organizations["entities"] as? [[String: Any]])
    #expect(Set(entities.map { $0["type"] as? String }) == ["organization", "money"])
    #expect((organizations["relations"] as? [Any])?.count == 1)
    let dates = try CommandRun(["entities", "-", "--format", "json", "--type", "date"], input: post.bytes).object()
    #expect((dates["entities"] as? [Any])?.count == 1)
    #expect((dates["relations"] as? [Any])?.isEmpty == true)
  }

  @Test(
    "An unknown type, an empty one and an unknown format end with 2",
    arguments: [["--type", "feelings"], ["--type", "person,"], ["--format", "xml"]])
  func usage(arguments: [String]) throws {
    let run = try CommandRun(["entities", "a.md"] + arguments, files: ["a.md": post.bytes])
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.contains("[usage]"), "\(run.errors)")
  }

  @Test("The report of analyze shows names by type and deals")
  func report() throws {
    let plain = try CommandRun(["analyze", "a.md"], files: ["a.md": post.bytes])
    #expect(plain.lines.contains("固有表現") && plain.lines.contains("取引"))
    #expect(plain.lines.contains("  投資  NVIDIA → OpenAI  最大1000億ドル"))
    let styled = try CommandRun(["analyze", "a.md", "--color", "always"], files: ["a.md": post.bytes])
    #expect(styled.output.contains("\u{1B}[34mトヨタ自動車\u{1B}[0m 1回"))
  }

  @Test("The table of analyze has a column of names")
  func column() throws {
    let run = try CommandRun(["analyze", "a.md", "--format", "tsv"], files: ["a.md": post.bytes])
    let rows = run.lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    let column = try #require(rows.first?.firstIndex(of: "entities"))
    #expect(rows.last?[column].split(separator: ";").contains("NVIDIA") == true)
  }
}
