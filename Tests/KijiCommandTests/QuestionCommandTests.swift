import Foundation
import TestSupport
import Testing

/// A small archive with its index.
private final class QuestionArchive {
  let folder: BatchFolder

  init() throws {
    folder = try BatchFolder()
    for number in 0..<12 { try folder.write("posts/\(number).md", Posts.post(number)) }
    try folder.write(
      "posts/server.md",
      "---\ntitle: サーバーの話\ndate: 2025-11-03\ntags: [サーバー]\n---\nサーバーを買った。サーバーは速い。サーバーが静かだ。サーバーが光る。サーバーが並ぶ。設定は`サーバ`に書く。[サーバ](https://example.com)も読んだ。\n"
    )
    try folder.write(
      "posts/server-old.md",
      "---\ntitle: サーバの話\ndate: 2025-12-03\ntags: [サーバー]\n---\n古いサーバを売った。画像の生成が速い。\n")
    for name in ["copy1", "copy2"] {
      let lines = (0..<30).map { "第\($0)の駅では、駅員が切符を調べてから乗客を通した。" }.joined(separator: "\n\n")
      try folder.write("posts/\(name).md", "---\ntitle: 駅の話\ndate: 2024-01-0\(name.last ?? "1")\n---\n\(lines)\n")
    }
    let run = try folder.kiji("batch", "posts", "--output", "out", "--quiet")
    #expect(run.status == 0, "\(run.errors)")
  }

  /// Runs a question in the archive's folder; returns status, output and errors.
  func ask(_ arguments: String...) throws -> (status: Int32, output: String, errors: String) {
    let quoted = arguments.map { "'" + $0.replacing("'", with: "'\\''") + "'" }.joined(separator: " ")
    let run = try folder.run(["/bin/sh", "-c", "'\(CommandRun.binary)' \(quoted) > answer"])
    return (run.status, String(decoding: try folder.bytes("answer"), as: UTF8.self), run.errors)
  }

  func object(_ output: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
  }

  /// The values of a key in all rows.
  func values(_ key: String, _ rows: String, _ output: String) throws -> [String] {
    let rows = try #require(try object(output)[rows] as? [[String: Any]])
    return rows.map { "\($0[key] ?? "")" }
  }
}

@Suite("Questions to an archive")
struct QuestionCommandTests {
  private let archive: QuestionArchive

  init() throws { archive = try QuestionArchive() }

  @Test("A search finds words in any form, phrases over particles, tags, dates and entities")
  func search() throws {
    func paths(_ query: String) throws -> [String] {
      let run = try archive.ask("search", query, "--index", "out", "--format", "json")
      #expect(run.status == 0, "\(run.errors)")
      return try archive.values("path", "articles", run.output).sorted()
    }
    #expect(try paths("買う") == ["posts/server.md"])
    #expect(try paths("\"画像生成\"") == ["posts/server-old.md"])
    #expect(try paths("tag:サーバ") == ["posts/server-old.md", "posts/server.md"])
    #expect(try paths("tag:サーバー -買う") == ["posts/server-old.md"])
    #expect(try paths("date:2025-11..2025-12 速い") == ["posts/server-old.md", "posts/server.md"])
    #expect(try paths("(買う OR 売る) date:2025-12") == ["posts/server-old.md"])
    #expect(try paths("NOT 駅員 date:2024-01-01..2024-01-02").isEmpty)
    #expect(try paths("存在しない単語列").isEmpty)
  }

  @Test("Lines with context hold the words as they are written, with their place")
  func context() throws {
    let run = try archive.ask("search", "買う", "--index", "out/index.sqlite", "--kwic", "--format", "csv")
    #expect(run.output.contains("サーバーを,買っ,た。,posts/server.md:6"), "\(run.output)")
  }

  @Test(
    "Hostile queries find nothing or say what is wrong, and never reach SQLite as an error",
    arguments: [
      "\"", "(", "a\" OR \"b", "NEAR(a b)", "title:a", "*", "a*", "^a", "{a b}: c", "a AND", "-", "--",
      "'; DROP TABLE articles",
      "tag:' OR 1=1", "entity:\"", "date:9999-99-99", "\u{1}\u{2}", "は が", "😀", String(repeating: "あ", count: 1_990),
      String(repeating: "-", count: 1_000), String(repeating: "猫 OR ", count: 390) + "犬", "ＯＲ（", "\\", "%_",
    ])
  func hostile(_ query: String) throws {
    let run = try archive.ask("search", "--index", "out", "--", query)
    #expect(run.status == 0 || run.status == 2, "\(run.status)")
    #expect(!run.errors.contains("index.") && !run.errors.contains("SQL"), "\(run.errors)")
    #expect(run.status == 0 || run.errors.contains("[search."), "\(run.errors)")
  }

  @Test("Related articles come with what they have in common, for a path in the index and for a file")
  func related() throws {
    let known = try archive.ask("related", "server.md", "--index", "out", "--format", "json")
    #expect(try archive.values("path", "articles", known.output).first == "posts/server-old.md", "\(known.output)")
    #expect(try archive.values("reason", "articles", known.output).first?.hasPrefix("#サーバー") == true)
    try archive.folder.write("new.md", "古いサーバーの画像を買った。")
    let file = try archive.ask("related", "new.md", "--index", "out", "--format", "json")
    #expect(try archive.values("path", "articles", file.output).contains("posts/server-old.md"))
    #expect(try archive.ask("related", "none.md", "--index", "out").status == 2)
  }

  @Test("Related articles of the whole archive are written as a data file")
  func relatedData() throws {
    #expect(try archive.ask("related", "--index", "out", "--write-data", "data/related.json").status == 0)
    let data = try archive.object(String(decoding: archive.folder.bytes("data/related.json"), as: UTF8.self))
    #expect(data.count == 16 && data["posts/copy1.md"] is [Any])
    #expect(try archive.ask("related", "--index", "out", "--write-data", "data/related.yml").status == 0)
    #expect(String(decoding: try archive.folder.bytes("data/related.yml"), as: UTF8.self).contains("posts/copy2.md"))
  }

  @Test("Articles that are the same are a pair; sentences that stand in several are found")
  func duplicates() throws {
    let pairs = try archive.ask("duplicates", "--index", "out", "--format", "csv")
    #expect(pairs.output == "similarity,first,second\n1,posts/copy1.md,posts/copy2.md\n", "\(pairs.output)")
    let passages = try archive.ask(
      "duplicates", "--index", "out", "--passages", "--min-articles", "2", "--format", "json", "--limit", "0")
    #expect(try archive.values("text", "passages", passages.output).contains { $0.contains("駅員が切符") })
  }

  @Test("Months of a term, and of the judgements; ways, terms and networks as tables")
  func others() throws {
    let months = try archive.ask("trends", "--index", "out", "--of", "tag", "--term", "サーバー", "--format", "csv")
    #expect(months.output.contains("2025-11,1,1,1"))
    #expect(
      try archive.ask("trends", "--index", "out", "--of", "sentiment", "--format", "csv").output.contains("2024-01,2,"))
    #expect(try archive.ask("trends", "--index", "out", "--min-articles", "2").status == 0)
    let terms = try archive.ask("terms", "--index", "out", "--period", "2024", "--format", "csv")
    #expect(terms.output.contains("駅員"), "\(terms.output)")
    let network = try archive.ask("cooccurrence", "--index", "out", "--of", "term", "--format", "graphml")
    #expect(network.status == 0 && network.output.contains("<edge source="), "\(network.errors)")
    #expect(XMLParserProbe.isWellFormed(network.output))
  }

  @Test("Ways to write a word are counted; --check tells places, --fix mends prose alone")
  func variants() throws {
    let table = try archive.ask("variants", "--index", "out", "--kind", "katakana", "--format", "json")
    #expect(try archive.values("usual", "groups", table.output) == ["サーバー"], "\(table.output)\(table.errors)")
    let check = try archive.ask("variants", "--index", "out", "--check", "--ratio", "0.6")
    #expect(check.status == 1 && check.output.contains("posts/server-old.md:6:3: warning: 「サーバ」"), "\(check.output)")
    #expect(check.output.split(separator: "\n").count == 2)
    let before = try archive.folder.bytes("posts/server-old.md")
    let dry = try archive.ask("variants", "--index", "out", "--fix", "--dry-run", "--ratio", "0.6")
    #expect(dry.output.contains("「サーバ」→「サーバー」"))
    #expect(try archive.folder.bytes("posts/server-old.md") == before)
    #expect(try archive.ask("variants", "--index", "out", "--fix", "--ratio", "0.6").status == 0)
    let mended = String(decoding: try archive.folder.bytes("posts/server-old.md"), as: UTF8.self)
    #expect(mended.contains("title: サーバの話") && mended.contains("古いサーバーを売った"))
    let linked = String(decoding: try archive.folder.bytes("posts/server.md"), as: UTF8.self)
    #expect(linked.contains("`サーバ`") && linked.contains("[サーバ](https://example.com)"))
    try archive.folder.write(".kiji.yml", "variants:\n  exceptions: [サーバ]\n")
    #expect(try archive.ask("variants", "--index", "out", "--kind", "katakana").output == "表記揺れはありません。\n")
  }

  @Test("An index that is not there, and options that make no sense, are errors with status 2")
  func errors() throws {
    for command in ["search 猫", "duplicates", "trends", "variants", "cooccurrence", "terms"] {
      let parts = command.split(separator: " ").map(String.init)
      let quoted = ([CommandRun.binary] + parts + ["--index", "none"])
      let run = try archive.folder.run(quoted)
      #expect(run.status == 2 && run.errors.contains("[index.not-found]"), "\(command): \(run.errors)")
    }
    #expect(try archive.ask("terms", "--tag", "猫").status == 2)
    #expect(try archive.ask("variants", "--index", "out", "--dry-run").status == 2)
    #expect(try archive.ask("search", "猫", "--index", "out", "--limit", "-1").status == 2)
  }
}

/// Whether a text is XML.
private enum XMLParserProbe {
  /// Tags are closed in the order in which they were opened.
  static func isWellFormed(_ text: String) -> Bool {
    var open: [Substring] = []
    for part in text.split(separator: "<").dropFirst() {
      guard let tag = part.split(separator: ">").first, !tag.hasPrefix("?") else { continue }
      let name = tag.drop { $0 == "/" }.prefix { $0 != " " && $0 != "/" }
      if tag.hasPrefix("/") {
        guard open.popLast() == name else { return false }
      } else if !tag.hasSuffix("/") {
        open.append(name)
      }
    }
    return open.isEmpty
  }
}
