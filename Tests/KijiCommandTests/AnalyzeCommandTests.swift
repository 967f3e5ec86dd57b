import Foundation
import Testing

@Suite("kiji analyze, terms, excerpt")
struct AnalyzeCommandTests {
  private let post = """
    ---
    title: 猫の話
    tags: [猫]
    ---

    # 猫の話

    吾輩は**猫**である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。
    """

  @Test("The JSON object has the contract's keys in the contract's order")
  func keys() throws {
    let run = try CommandRun(["analyze", "a.md", "--format", "json"], files: ["a.md": post.bytes])
    #expect(run.status == 0 && run.errors.isEmpty)
    let keys = run.lines.filter { $0.hasPrefix("  \"") && !$0.hasPrefix("   ") }.map { $0.split(separator: "\"")[1] }
    #expect(
      keys == [
        "schema", "source", "offsetUnit", "frontMatter", "statistics", "terms", "entities", "relations", "sentiment",
        "sentences",
        "summary", "tags", "categories", "diagnostics",
      ])
    let object = try run.object()
    #expect(object["schema"] as? String == "kiji.article/1")
    #expect((object["source"] as? [String: Any])?["path"] as? String == "a.md")
    #expect((object["frontMatter"] as? [String: Any])?["tags"] as? [String] == ["猫"])
  }

  @Test("--only computes and prints the parts it names")
  func only() throws {
    let run = try CommandRun(["analyze", "a.md", "--format", "jsonl", "--only", "terms"], files: ["a.md": post.bytes])
    #expect(Set(try run.object().keys) == ["schema", "offsetUnit", "terms"])
  }

  @Test(
    "Every format is written, one line or one document an article",
    arguments: ["text", "json", "jsonl", "yaml", "csv", "tsv", "markdown"])
  func formats(format: String) throws {
    let run = try CommandRun(
      ["analyze", "a.md", "b.md", "--format", format], files: ["a.md": post.bytes, "b.md": post.bytes])
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.output.contains("吾輩は猫である。"))
    if format == "jsonl" { #expect(run.lines.count == 2) }
    if format == "csv" || format == "tsv" { #expect(run.lines.count == 3) }
    #expect(!run.output.contains("\u{1B}["))
  }

  @Test("Colour comes only when asked for outside a terminal")
  func colour() throws {
    let run = try CommandRun(["analyze", "a.md", "--color", "always"], files: ["a.md": post.bytes])
    #expect(run.output.contains("\u{1B}[1m猫の話"))
  }

  @Test("Any number of jobs gives the same bytes, in the order of the arguments")
  func jobs() throws {
    var files: [String: [UInt8]] = [:]
    for index in 0..<40 { files["\(index).md"] = Array(repeating: "\(index)番目の猫の話。", count: index).joined().bytes }
    let arguments = ["analyze", "--format", "jsonl"] + (0..<40).map { "\($0).md" }
    let one = try CommandRun(arguments + ["--jobs", "1"], files: files)
    let eight = try CommandRun(arguments + ["--jobs", "8"], files: files)
    #expect(one.output == eight.output && one.lines.count == 40)
  }

  @Test("Bad input is told by path and code, with exit 2; the other files are analyzed")
  func badInput() throws {
    let run = try CommandRun(["analyze", "nowhere.md", "a.md", ".", "--format", "jsonl"], files: ["a.md": post.bytes])
    #expect(run.status == 2 && run.lines.count == 1)
    #expect(run.errors.contains("nowhere.md:1:1: error: ") && run.errors.contains("[source.not-found]"))
    #expect(run.errors.contains("[source.is-directory]"))
  }

  @Test(
    "A file above the limit, an unknown option, an unknown part, a missing dictionary and a bad setting end with 2",
    arguments: [
      (["analyze", "a.md", "--size-limit", "10"], "[source.too-large]"),
      (["analyze", "a.md", "--no-such-option"], "[usage]"),
      (["analyze", "a.md", "--only", "feelings"], "[usage]"),
      (["analyze", "a.md", "--dictionary", "/nowhere"], "[dictionary.not-found]"),
      (["analyze", "a.md", "--config", "bad.yml"], "bad.yml:2:3: error: "),
      (["analyze", "a.md", "--user-dictionary", "nowhere.tsv"], "[dictionary.list-unreadable]"),
      (["no-such-command"], "[usage]"),
    ])
  func failures(arguments: [String], expected: String) throws {
    let run = try CommandRun(arguments, files: ["a.md": post.bytes, "bad.yml": "excerpt:\n  size: 3\n".bytes])
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.contains(expected), "\(run.errors)")
  }

  @Test("A .kiji.yml above the article is found")
  func settings() throws {
    let run = try CommandRun(
      ["excerpt", "posts/a.md"],
      files: ["posts/a.md": post.bytes, ".kiji.yml": "excerpt:\n  limit: 9\n".bytes])
    #expect(run.status == 0 && run.output == "吾輩は猫である。\n")
  }

  @Test("terms prints a table in each format")
  func terms() throws {
    let run = try CommandRun(["terms", "-", "--format", "csv", "--limit", "1"], input: "生成AIと生成AI。".bytes)
    #expect(run.output == "term,kind,count,score\n生成AI,noun,2,1\n")
  }

  @Test(
    "sentiment writes every format, and explains",
    arguments: ["text", "json", "jsonl", "yaml", "csv", "tsv", "markdown"])
  func sentiment(format: String) throws {
    let run = try CommandRun(
      ["sentiment", "-", "--format", format, "--explain"], input: "音質は良くない。価格は2万円だ。".bytes)
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.output.contains("良くない") && run.output.contains(format == "text" ? "否定" : "negative"))
    if format == "text" { #expect(run.output.contains("⟨-良くない⟩") && run.output.contains("→ 否定 →")) }
  }

  @Test("An empty file is an article without sentences")
  func empty() throws {
    let run = try CommandRun(["analyze", "e.md", "--format", "json"], files: ["e.md": []])
    #expect(run.status == 0)
    #expect(try run.object()["summary"] is NSNull)
  }
}
