import Foundation
import TestSupport
import Testing

@Suite("kiji report")
struct ReportCommandTests {
  private let folder: BatchFolder

  init() throws {
    folder = try BatchFolder()
    for number in 0..<12 {
      try folder.write(
        "posts/\(number).md",
        """
        ---
        title: 猫の話 その\(number)
        date: 2025-\(String(format: "%02d", number % 4 + 8))-0\(number % 9 + 1)
        tags: [猫, "話題\(number % 3)"]
        categories: [動物]
        ---

        ## 見出し\(number)

        NVIDIAはOpenAIに最大1000億ドルを投資する。**猫**は\(number)匹いて、とても素晴らしい。しかし鳴き声は少し不満だ。

        東京の猫カフェでは、NVIDIAの半導体の話題が増えた。GoogleとOpenAIも猫を飼っている。
        """)
    }
    try folder.write("posts/hostile.md", Self.hostile)
    let run = try folder.kiji("batch", "posts", "--output", "out", "--quiet")
    #expect(run.status == 0, "\(run.errors)")
  }

  /// A post that tries to break out wherever a page shows something of it.
  private static let hostile = """
    ---
    title: "</title><script>alert(1)</script>「\\">"
    date: 2025-11-02
    author: "<img src=x onerror=alert(1)>"
    tags: ["</a><script>alert(2)</script>", "\\" onmouseover=\\"alert(3)", "../../../etc/passwd", "javascript:alert(4)"]
    categories: ["'><svg onload=alert(5)>"]
    excerpt: "<!--"
    ---

    これは&lt;script&gt;alert(6)&lt;/script&gt;という素晴らしい文章です。"引用"と'引用'と`<script>`も&amp;もあります。

    株式会社&lt;b&gt;青葉&quot;電算は、&lt;/p&gt;&lt;script&gt;を使って100億円を調達した。
    """

  private func pages(_ output: String) throws -> [String: [UInt8]] {
    let root = folder.url(output).path
    var pages: [String: [UInt8]] = [:]
    let files = try #require(FileManager.default.enumerator(atPath: root))
    for case let name as String in files {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: root + "/" + name, isDirectory: &isFolder), !isFolder.boolValue
      else {
        continue
      }
      pages[name] = try folder.bytes(output + "/" + name)
    }
    return pages
  }

  @Test("There is a page for everything, each well formed, and links lead to pages that are there")
  func pagesAreThere() throws {
    let run = try folder.kiji("report", "--index", "out", "--output", "report")
    #expect(run.status == 0 && run.errors.contains("ページを作りました"), "\(run.errors)")
    let pages = try pages("report")
    for name in [
      "index.html", "articles/index.html", "tags/index.html", "months/2025-09.html", "style.css", ".nojekyll",
    ] {
      #expect(pages[name] != nil, "\(name)")
    }
    #expect(pages.keys.count { $0.hasPrefix("articles/") } == 14)
    #expect(pages.keys.contains { $0.hasPrefix("entities/nvidia-") })
    for (name, bytes) in pages where name.hasSuffix(".html") {
      let page = try HTMLTags(bytes)
      let folder = name.contains("/") ? String(name[..<(name.lastIndex(of: "/") ?? name.startIndex)]) + "/" : ""
      for tag in page.tags {
        for attribute in tag.attributes where attribute.name == "href" || attribute.name == "src" {
          guard !attribute.value.hasPrefix("#") else { continue }
          let path = URL(fileURLWithPath: "/" + folder + attribute.value).standardizedFileURL.path
          #expect(pages[String(path.dropFirst())] != nil, "\(name): \(attribute.value)")
        }
      }
    }
  }

  @Test("No text breaks out: pages hold only the elements and attributes that kiji writes")
  func hostileText() throws {
    #expect(try folder.kiji("report", "--index", "out", "--output", "report", "--quiet").status == 0)
    let forbidden: Set<String> = ["img", "iframe", "object", "base", "style", "b", "svg onload"]
    for (name, bytes) in try pages("report") where name.hasSuffix(".html") {
      let page = try HTMLTags(bytes)
      for tag in page.tags {
        #expect(!forbidden.contains(tag.name), "\(name): <\(tag.name)>")
        if tag.name == "script" { #expect(tag.attributes.map(\.name) == ["src", "defer"], "\(name)") }
        for attribute in tag.attributes {
          #expect(!attribute.name.hasPrefix("on") && attribute.name != "style", "\(name): \(attribute.name)")
        }
      }
      let policy = page.tags.first {
        $0.name == "meta" && $0.attributes.contains { $0.value == "Content-Security-Policy" }
      }
      #expect(policy?.attributes.last?.value.contains("unsafe") == false)
    }
  }

  @Test("The text of an article is marked in place, with its deals and amounts")
  func article() throws {
    #expect(try folder.kiji("report", "--index", "out", "--output", "report", "--quiet").status == 0)
    let pages = try pages("report")
    let name = try #require(pages.keys.first { $0.hasPrefix("articles/3-") })
    let html = String(decoding: try #require(pages[name]), as: UTF8.self)
    #expect(html.contains("class=\"e e-organization\" title=\"組織\">NVIDIA</span>は"))
    #expect(html.contains("c c-positive") && html.contains("c c-negative"))
    #expect(html.contains("最大1000億ドル") && html.contains("summary-sentence"))
  }

  @Test("The bytes are the same with any number of jobs; in English the pages are English")
  func jobs() throws {
    for (output, jobs) in [("one", "1"), ("four", "4")] {
      #expect(
        try folder.kiji("report", "--index", "out/index.sqlite", "--output", output, "--jobs", jobs, "--quiet").status
          == 0)
    }
    #expect(try pages("one") == pages("four"))
    #expect(
      try folder.kiji("report", "--index", "out", "--output", "en", "--language", "en", "--name", "Cats", "--quiet")
        .status
        == 0)
    let overview = String(decoding: try folder.bytes("en/index.html"), as: UTF8.self)
    #expect(overview.contains("<html lang=\"en\">") && overview.contains("<title>Cats</title>"))
    #expect(overview.contains("Articles over time") && !overview.contains("記事の推移"))
  }

  @Test("A later report takes away pages that are not made any more, and nothing else")
  func stale() throws {
    #expect(try folder.kiji("report", "--index", "out", "--output", "report", "--quiet").status == 0)
    try folder.write("report/CNAME", "example.com")
    try folder.write("report/articles/own.html", "<p>own</p>")
    try folder.write("kept.txt", "kept")
    let list = String(decoding: try folder.bytes("report/.kiji-report"), as: UTF8.self)
    try folder.write("report/.kiji-report", list + "../kept.txt\n/etc/hostname\narticles/../../kept.txt\n")
    let gone = try #require(try pages("report").keys.first { $0.hasPrefix("articles/5-") })
    try folder.remove("posts/5.md")
    #expect(try folder.kiji("batch", "posts", "--output", "out", "--quiet").status == 0)
    #expect(try folder.kiji("report", "--index", "out", "--output", "report", "--quiet").status == 0)
    #expect(!folder.exists("report/" + gone))
    for name in ["report/CNAME", "report/articles/own.html", "kept.txt"] { #expect(folder.exists(name), "\(name)") }
  }

  @Test("Front matter is told of where the files are as they were indexed, and the page says how many were not")
  func frontMatter() throws {
    try folder.write("posts/1.md", "変わった。\n")
    try folder.remove("posts/2.md")
    #expect(try folder.kiji("report", "--index", "out", "--output", "report", "--quiet").status == 0)
    let overview = String(decoding: try folder.bytes("report/index.html"), as: UTF8.self)
    #expect(overview.contains("11件の記事ファイル") && overview.contains("2件は、ファイルがないか"))
  }

  @Test("An index that is not there, and an output that cannot be written, are errors to tell")
  func errors() throws {
    let missing = try folder.kiji("report", "--index", "nowhere", "--output", "report", "--quiet")
    #expect(missing.status == 2 && missing.errors.contains("[index.not-found]"), "\(missing.errors)")
    try folder.write("file", "x")
    let output = try folder.kiji("report", "--index", "out", "--output", "file/report", "--quiet")
    #expect(output.status == 2 && output.errors.contains("[output.cannot-write]"), "\(output.errors)")
  }

  @Test("An archive without dates, tags and names has pages as well")
  func bare() throws {
    try folder.write("bare/a.md", "雨が降る。\n")
    try folder.write("bare/b.txt", "")
    #expect(try folder.kiji("batch", "bare", "--output", "bare-out", "--quiet").status == 0)
    let run = try folder.kiji("report", "--index", "bare-out", "--output", "bare-report", "--quiet")
    #expect(run.status == 0, "\(run.errors)")
    _ = try HTMLTags(folder.bytes("bare-report/index.html"))
  }
}
