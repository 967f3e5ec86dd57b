import Foundation
import TestSupport
import Testing

@Suite("kiji batch and kiji merge")
struct BatchCommandTests {
  private let folder: BatchFolder

  init() throws { folder = try BatchFolder() }

  private func write(_ numbers: Range<Int>, in place: String = "posts") throws {
    for number in numbers { try folder.write("\(place)/\(number).md", Posts.post(number)) }
  }

  @Test("One job and eight jobs give the same bytes, lines in the order of their paths")
  func jobs() throws {
    try write(0..<40)
    try folder.write("posts/page.html", "<p>図書館が開いた。</p>")
    #expect(try folder.kiji("batch", "posts", "--output", "1", "--jobs", "1").status == 0)
    #expect(try folder.kiji("batch", "posts", "--output", "8", "--jobs", "8").status == 0)
    #expect(try folder.published("1") == folder.published("8"))
    let paths = try folder.paths("1")
    #expect(paths.count == 41)
    #expect(paths == paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  @Test("A second run changes no file; then a changed post is analyzed alone, and a removed one leaves")
  func incremental() throws {
    try write(0..<12)
    try folder.kiji("batch", "posts", "--output", "out")
    // Files that were only just written are looked at once more.
    try folder.kiji("batch", "posts", "--output", "out")
    let stamps = try ["articles.jsonl", "archive.json"].map { try folder.modification("out/" + $0) }
    let second = try folder.kiji("batch", "posts", "--output", "out")
    #expect(second.errors.contains("変更なし12件）"))
    #expect(try ["articles.jsonl", "archive.json"].map { try folder.modification("out/" + $0) } == stamps)
    try folder.write("posts/3.md", Posts.post(3, version: 1))
    try folder.remove("posts/5.md")
    try folder.write("posts/new.md", Posts.post(77))
    let third = try folder.kiji("batch", "posts", "--output", "out")
    #expect(third.errors.contains("追加1件、更新1件、変更なし10件、削除1件"))
    try folder.kiji("batch", "posts", "--output", "fresh")
    #expect(try folder.published("out") == folder.published("fresh"))
  }

  @Test("A file that was touched, but says the same, is not analyzed again; other options analyze all again")
  func fingerprints() throws {
    try write(0..<6)
    try folder.kiji("batch", "posts", "--output", "out")
    try write(0..<6)
    #expect(try folder.kiji("batch", "posts", "--output", "out").errors.contains("変更なし6件）"))
    let full = try folder.kiji("batch", "posts", "--output", "out", "--detail", "full")
    #expect(full.errors.contains("更新6件）"))
    #expect(String(decoding: try folder.bytes("out/articles.jsonl"), as: UTF8.self).contains("\"sentences\":[{"))
    try folder.write(".kiji.yml", "excerpt:\n  limit: 60\n")
    #expect(try folder.kiji("batch", "posts", "--output", "out").errors.contains("更新6件）"))
  }

  @Test("Outputs that were deleted or changed by hand are written again, without analyzing anything")
  func outputs() throws {
    try write(0..<4)
    try folder.kiji("batch", "posts", "--output", "out")
    let published = try folder.published("out")
    try folder.remove("out/archive.json")
    try folder.write("out/articles.jsonl", "{}")
    #expect(try folder.kiji("batch", "posts", "--output", "out").errors.contains("変更なし4件）"))
    #expect(try folder.published("out") == published)
  }

  @Test("Hidden files, node_modules, other files and what .kijiignore names are not read; circles of links end")
  func finding() throws {
    for name in [
      "posts/a.md", "posts/b.MDX", "posts/c.txt", "posts/d.html", "posts/e.png", "posts/.hidden.md",
      "posts/.git/x.md", "posts/node_modules/x.md", "posts/drafts/x.md", "posts/deep/drafts/y.md", "posts/deep/z.md",
      "posts/deep/keep.txt", "posts/2024/a-draft.md", "posts/2024/下書き1.md", "other/outside.md",
    ] { try folder.write(name, "猫がいる。") }
    try folder.write("posts/.kijiignore", "# 下書き\n/drafts/\n*-draft.md\n下書き?.md\n*.txt\n!keep.txt\n")
    try folder.link("posts/deep/loop", to: "..")
    try folder.link("posts/deep/again.md", to: "z.md")
    try folder.link("posts/linked", to: "../other")
    try folder.link("other/back", to: "../posts")
    try folder.link("posts/broken.md", to: "nowhere.md")
    #expect(try folder.kiji("batch", "posts", "--output", "out").status == 0)
    #expect(
      try folder.paths("out") == [
        "posts/a.md", "posts/b.MDX", "posts/d.html", "posts/deep/drafts/y.md", "posts/deep/keep.txt",
        "posts/deep/z.md", "posts/linked/outside.md",
      ])
    // One folder, one name.
    #expect(try folder.kiji("batch", "./posts//", "posts", "--output", "out").errors.contains("変更なし7件）"))
    #expect(try folder.kiji("batch", ".", "--output", "out").errors.contains("変更なし6件、削除1件）"))
  }

  @Test("An article that fails is told of and counted, and the others are done")
  func failing() throws {
    try write(0..<3)
    try folder.write("posts/large.md", String(repeating: "長い。", count: 500))
    let run = try folder.kiji("batch", "posts", "missing.md", "--output", "out", "--size-limit", "2000")
    #expect(run.status == 1)
    #expect(run.errors.contains("posts/large.md:1:1: error: "))
    #expect(run.errors.contains("missing.md:1:1: error: "))
    #expect(run.errors.contains("失敗2件"))
    #expect(try folder.paths("out").count == 3)
    #expect(try folder.kiji("batch", "empty", "--output", "out").status == 2)
    #expect(try folder.paths("out").count == 3)
  }

  @Test("Two halves merge into the bytes of the whole, which a batch can go on from")
  func merging() throws {
    try write(0..<9, in: "a")
    try write(9..<20, in: "b")
    try folder.kiji("batch", "a", "--output", "A")
    try folder.kiji("batch", "b", "--output", "B")
    try folder.kiji("batch", "a", "b", "--output", "whole")
    #expect(try folder.kiji("merge", "B", "A", "--output", "C").status == 0)
    #expect(try folder.published("C") == folder.published("whole"))
    #expect(try folder.kiji("batch", "a", "b", "--output", "C").errors.contains("変更なし20件）"))
    #expect(try folder.kiji("merge", "A", "B", "--output", "C").errors.contains("[merge.output-exists]"))
    try folder.kiji("batch", "b", "--output", "D", "--detail", "full")
    let unlike = try folder.kiji("merge", "A", "D", "--output", "E")
    #expect(unlike.status == 2)
    #expect(unlike.errors.contains("[merge.unlike]"))
    #expect(!folder.exists("E/index.sqlite"))
  }
}

extension BatchFolder {
  /// When a file was last written.
  func modification(_ name: String) throws -> Date {
    try #require(try FileManager.default.attributesOfItem(atPath: url(name).path)[.modificationDate] as? Date)
  }

  /// Makes a link.
  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: url(name).path, withDestinationPath: target)
  }
}
