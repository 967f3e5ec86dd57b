import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// SubjectPosts about one subject each, with what an editor would find wrong.
private enum SubjectPosts {
  static let body = """

    青葉電算は10月30日、国内3か所に合計1,200億円を投じて、AI向けのデータセンターを建設すると発表した。
    電力は北海道の風力発電所から調達し、2027年4月に稼働を始める。

    競合のクラウド事業者も投資を増やしている。同社の計画は、半導体の調達の見通しが立ったことで前倒しされた。

    """

  /// A post with the given fields.
  static func post(_ fields: String) -> [UInt8] { "---\n\(fields)\n---\n\(body)".bytes }

  static let good = post(
    "title: 青葉電算のデータセンター投資\ndate: 2025-10-31\nexcerpt: 青葉電算は1,200億円を投じてデータセンターを建設する。\ntags: [データセンター, 投資]\nreading_time: 1"
  )
}

@Suite("kiji front-matter check")
struct FrontMatterCheckTests {
  /// The codes of one post, alone.
  private func codes(_ fields: String) throws -> Set<String> {
    let run = try CommandRun(
      ["front-matter", "check", "a.md", "--format", "json"], files: ["a.md": SubjectPosts.post(fields)])
    let findings = try #require(try run.object()["findings"] as? [[String: Any]])
    #expect(run.status == (findings.isEmpty ? 0 : 1))
    return Set(findings.compactMap { ($0["code"] as? String)?.replacingOccurrences(of: "front-matter.", with: "") })
  }

  @Test("A post that tells the truth has no findings")
  func good() throws {
    let run = try CommandRun(["front-matter", "check", "a.md"], files: ["a.md": SubjectPosts.good])
    #expect(run.output.isEmpty)
    #expect(run.status == 0)
  }

  @Test(
    "Each fault of a post is found by its code",
    arguments: [
      ("excerpt: ''", "excerpt-missing"),
      ("excerpt: 青葉電算のデータセンター投資。", "excerpt-title"),
      ("excerpt: 青葉電算のデータセンター投資について詳細に分析します。", "excerpt-templated"),
      ("excerpt: 本記事では、青葉電算のデータセンター投資の背景を分かりやすく解説します。", "excerpt-templated"),
      ("excerpt: 皆さん、こんにちは。青葉電算が発表しました。", "excerpt-filler"),
      ("excerpt: '## 青葉電算は1,200億円を投じる。'", "excerpt-markup"),
      ("excerpt: 青葉電算は国内3か所に合計1,200億円を投じて、AI向けのデータセンターを建...", "excerpt-cut"),
      ("excerpt: 電力は北海道の風力発電所から調達し、2027年4月に稼", "excerpt-cut"),
      ("excerpt: 青葉電算は2,500億円を投じる。", "excerpt-unsupported"),
      ("excerpt: 青葉電算はOpenAIと提携し、データセンターを建設する。", "excerpt-unsupported"),
      ("excerpt: 青葉電算は発表した。\ndescription: 青葉電算のデータセンター投資", "description-title"),
      ("excerpt: 青葉電算は発表した。\ntags: [データセンター, NVIDIA]", "tag-unsupported"),
      ("excerpt: 青葉電算は発表した。\ntags: [データセンター, データセンタ]", "tag-variant"),
      ("excerpt: 青葉電算は発表した。\ntags: [ＡＩ]", "tag-variant"),
      ("excerpt: 青葉電算は発表した。\nreading_time: 20", "reading-time-off"),
    ])
  func faults(fields: String, code: String) throws {
    let tags = fields.contains("tags:") ? "" : "\ntags: [投資]"
    let found = try codes("title: 青葉電算のデータセンター投資\ndate: 2025-10-31\n\(fields)\(tags)")
    #expect(found == [code])
  }

  @Test("Titles and dates are looked at as well")
  func titlesAndDates() throws {
    let rest = "\nexcerpt: 青葉電算は発表した。\ntags: [投資]"
    #expect(try codes("title: 青葉電算の「データセン\ndate: 2025-10-31" + rest) == ["title-cut"])
    #expect(try codes("title: 青葉電算の投資\ndate: 2999-01-01" + rest) == ["date-future"])
    #expect(try codes("title: 青葉電算の投資\ndate: 2025-13-01" + rest) == ["date-unreadable"])
    #expect(try codes("title: 青葉電算の投資" + rest) == ["date-missing"])
    let long = String(repeating: "青葉電算の投資", count: 11)
    #expect(try codes("title: \(long)\ndate: 2025-10-31" + rest) == ["title-too-long"])
  }

  @Test("Findings stand at their value, and text and GitHub's commands tell the place")
  func places() throws {
    let files = ["a.md": SubjectPosts.post("title: 青葉電算\ndate: 2025-10-31\nexcerpt: 青葉電算は発表した。\ntags: [投資, NVIDIA]")]
    let text = try CommandRun(["front-matter", "check", "a.md"], files: files)
    #expect(text.output.hasPrefix("a.md:5:12: warning: タグ「NVIDIA」"))
    #expect(text.output.hasSuffix("[front-matter.tag-unsupported]\n"))
    let github = try CommandRun(["front-matter", "check", "a.md", "--format", "github"], files: files)
    #expect(github.output.hasPrefix("::warning file=a.md,line=5,col=12,title=front-matter.tag-unsupported::タグ「NVIDIA」"))
    let junit = try CommandRun(["front-matter", "check", "a.md", "--format", "junit"], files: files)
    #expect(XMLParser(data: Data(junit.output.utf8)).parse())
    #expect(junit.output.contains("tests=\"1\" failures=\"1\""))
  }

  @Test("The archive tells what a post alone cannot")
  func archive() throws {
    var files: [String: [UInt8]] = [:]
    for number in 10..<22 {
      files["posts/\(number).md"] = SubjectPosts.post(
        "title: 青葉電算の第\(number)号\ndate: 2025-10-\(number)\nexcerpt: 青葉電算は発表の中で計画を示した。\ntags: [データセンター]\nreading_time: 8"
      )
    }
    files["posts/30.md"] = SubjectPosts.post("title: 青葉電算の第10号\nexcerpt: 1,200億円を投じる。\ntags: [データセンタ]")
    files["posts/31.md"] = SubjectPosts.post("title: 投資の話\ndate: 2025-10-01\ntags: [データーセンタ]")
    let run = try CommandRun(["front-matter", "check", "posts"], files: files)
    for code in [
      "title-duplicate", "date-missing", "excerpt-missing", "reading-time-constant", "reading-time-off", "tag-variant",
      "tag-near-duplicate", "excerpt-templated",
    ] {
      #expect(run.output.contains("[front-matter.\(code)]"), "\(code)")
    }
    let alone = try CommandRun(["front-matter", "check", "posts/30.md"], files: files)
    #expect(alone.output.hasPrefix("posts/30.md:1:1: warning: 日付がありません"))
    #expect(alone.lines.count == 1)
  }

  @Test("Rules and limits are set in .kiji.yml")
  func settings() throws {
    let post = SubjectPosts.post(
      "title: 青葉電算の投資\ndate: 2025-10-31\nexcerpt: 青葉電算は発表した。\ntags: [NVIDIA]\nreading_time: 20")
    let settings =
      "frontMatter:\n  titleLimit: 3\n  required: [description]\n  rules:\n    tag-unsupported: off\n    reading-time-off: error\n"
    let run = try CommandRun(["front-matter", "check", "."], files: ["a.md": post, ".kiji.yml": settings.bytes])
    #expect(run.output.contains("error: 読了時間"))
    #expect(run.output.contains("[front-matter.title-too-long]"))
    #expect(run.output.contains("[front-matter.description-missing]"))
    #expect(run.lines.count == 3)
    let slip = try CommandRun(
      ["front-matter", "check", "a.md"],
      files: ["a.md": post, ".kiji.yml": "frontMatter:\n  rules:\n    tag: off\n".bytes])
    #expect(slip.status == 2)
    #expect(slip.errors.contains("config.unknown-key"))
  }

  @Test("Errors of usage and files that are not there end with 2")
  func usage() throws {
    #expect(try CommandRun(["front-matter", "check"]).status == 2)
    #expect(try CommandRun(["front-matter", "check", "nowhere"]).status == 2)
    #expect(try CommandRun(["front-matter", "fix", ".", "--only", "title"]).status == 2)
  }

  @Test("SARIF holds to the schema of 2.1.0")
  func sarif() throws {
    let files = [
      "記 事.md": SubjectPosts.post("title: 青葉電算\ndate: 2025-10-31\ntags: [NVIDIA]\nreading_time: 20"),
      "b.md": SubjectPosts.good,
    ]
    let run = try CommandRun(["front-matter", "check", ".", "--format", "sarif"], files: files)
    let log = try run.object()
    #expect(SARIFCheck.problems(of: log) == [])
    let results = try #require(((log["runs"] as? [[String: Any]])?.first?["results"]) as? [[String: Any]])
    #expect(results.count >= 3)
    #expect(run.output.contains("%E8%A8%98%20%E4%BA%8B.md"))
    let broken: [String: Any] = ["version": "2.0", "runs": [["tool": [:], "results": [["level": "bad"]]]]]
    #expect(SARIFCheck.problems(of: broken).count >= 4)
  }
}

@Suite("kiji front-matter fix")
struct FrontMatterFixTests {
  private static let broken = SubjectPosts.post(
    "title: \"青葉電算のデータセンター投資\" # 題\ndate: 2025-10-31\nexcerpt: \"青葉電算のデータセンター投資について詳細に分析します。\"\ntags: [\"データセンター\", \"NVIDIA\"]\nreading_time: 20"
  )

  /// A folder of its own with one post, to look at what becomes of it.
  private func withPost(_ bytes: [UInt8], _ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kiji-fix-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("a.md")
    try Data(bytes).write(to: file)
    try body(file)
  }

  @Test("What was found is mended, and every other byte stays; a second fix changes nothing")
  func fix() throws {
    try withPost(Self.broken) { file in
      #expect(try CommandRun(["front-matter", "fix", file.path]).status == 0)
      let lines = String(decoding: try Data(contentsOf: file), as: UTF8.self).components(separatedBy: "\n")
      let old = String(decoding: Self.broken, as: UTF8.self).components(separatedBy: "\n")
      #expect(lines.count == old.count)
      #expect(lines.indices.filter { lines[$0] != old[$0] } == [3, 4, 5])
      #expect(lines[3].hasPrefix("excerpt: \"") && lines[3].hasSuffix("。\""))
      #expect(lines[4] == "tags: [\"データセンター\"]")
      #expect(lines[5] == "reading_time: 1")
      #expect(try CommandRun(["front-matter", "check", file.path]).status == 0)
      let again = try CommandRun(["front-matter", "fix", file.path])
      #expect(again.output.isEmpty)
    }
  }

  @Test("A dry run writes nothing and shows a difference that patch understands")
  func dryRun() throws {
    try withPost(Self.broken) { file in
      let run = try CommandRun(["front-matter", "fix", "--dry-run", "--only", "readingTime", file.path])
      #expect(Array(try Data(contentsOf: file)) == Self.broken)
      #expect(run.lines.prefix(3).map(String.init) == ["--- a/\(file.path)", "+++ b/\(file.path)", "@@ -3,7 +3,7 @@"])
      #expect(
        run.lines.filter { $0.hasPrefix("-") || $0.hasPrefix("+") }.dropFirst(2) == [
          "-reading_time: 20", "+reading_time: 1",
        ])
    }
  }

  @Test("Rights stay, a symbolic link stays a link, and a field that is named is added")
  func rights() throws {
    try withPost(SubjectPosts.post("title: 青葉電算\ndate: 2025-10-31")) { file in
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
      let link = file.deletingLastPathComponent().appendingPathComponent("link.md")
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
      #expect(try CommandRun(["front-matter", "fix", "--only", "excerpt", link.path]).status == 0)
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == file.path)
      let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
      #expect(attributes[.posixPermissions] as? Int == 0o640)
      #expect(String(decoding: try Data(contentsOf: file), as: UTF8.self).contains("\nexcerpt: "))
      #expect(try FileManager.default.contentsOfDirectory(atPath: file.deletingLastPathComponent().path).count == 2)
    }
  }

  @Test("kiji excerpt --write uses the same editor, and tells what it cannot write")
  func excerptWrite() throws {
    try withPost(SubjectPosts.post("title: 青葉電算\nexcerpt:   # 後で\ndate: 2025-10-31")) { file in
      #expect(try CommandRun(["excerpt", "--write", file.path]).status == 0)
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      #expect(text.contains("\nexcerpt: 青葉電算") && text.contains("   # 後で\n"))
      try Data("---\nexcerpt: &a 旧\n---\n本文の文です。\n".utf8).write(to: file)
      let run = try CommandRun(["excerpt", "--write", file.path])
      #expect(run.status == 2)
      #expect(run.errors.contains("front-matter.cannot-edit"))
    }
  }
}
