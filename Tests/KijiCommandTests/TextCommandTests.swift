import Foundation
import Testing

@Suite("kiji stream, segment, normalize, dictionary, doctor")
struct TextCommandTests {
  @Test("stream answers one line for one line, in order, and goes on after a broken one")
  func stream() throws {
    let input = [
      #"{"id": 1, "text": "猫である。"}"#, "not json",
      ##"{"id": {"a": [1, null]}, "text": "# 題\n\n犬である。", "format": "markdown"}"##,
      #"{"id": "x"}"#, "", #"{"text": "無名。", "title": "題"}"#, #"{"id": 2, "text": "a", "format": "pdf"}"#,
    ].map { $0 + "\n" }.joined()
    let run = try CommandRun(["stream", "--jobs", "3", "--only", "sentences"], input: input.bytes)
    let objects = try run.lines.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(run.status == 0 && objects.count == 7)
    #expect(objects.map { $0["error"] == nil } == [true, false, true, false, false, true, false])
    #expect(objects[0]["id"] as? Int == 1 && objects[3]["id"] as? String == "x" && objects[5]["id"] is NSNull)
    #expect((objects[2]["id"] as? [String: Any])?["a"] != nil)
    let sentences = objects[2]["sentences"] as? [[String: Any]]
    #expect(sentences?.map { $0["text"] as? String } == ["題", "犬である。"])
    #expect((objects[1]["error"] as? [String: Any])?["code"] as? String == "stream.invalid-record")
  }

  @Test("stream counts all terms where it is asked to, by kind")
  func termCounts() throws {
    let input = #"{"id": 1, "text": "猫が走る。猫と犬が走る。"}"# + "\n"
    let object = try #require(
      try JSONSerialization.jsonObject(
        with: Data(CommandRun(["stream", "--term-counts"], input: input.bytes).output.utf8))
        as? [String: Any])
    #expect(object["termCounts"] as? [String: [String: Int]] == ["noun": ["猫": 2, "犬": 1], "verb": ["走る": 2]])
    let plain = try CommandRun(["stream"], input: input.bytes)
    #expect(plain.status == 0 && !plain.output.contains("termCounts"))
  }

  @Test("segment prints what the mecab command prints, sentence by sentence")
  func segment() throws {
    let text = "すもももももももものうち。吾輩は猫である。\n　全角の空白 と半角。\n\nGPT-4oを使う！？そうだ。"
    let run = try CommandRun(["segment", "-"], input: text.bytes)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("すもも\t名詞,一般,*,*,*,*,すもも,スモモ,スモモ\nも\t助詞"))
    #expect(run.output.hasSuffix("EOS\n"))
    #expect(run.lines.filter { $0 == "EOS" }.count == 5)
  }

  @Test("segment writes each format", arguments: ["wakati", "tsv", "json", "conllu"])
  func segmentFormats(format: String) throws {
    let run = try CommandRun(["segment", "-", "--format", format], input: "猫が鳴く。犬も鳴く。".bytes)
    #expect(run.status == 0)
    switch format {
    case "wakati": #expect(run.output == "猫 が 鳴く 。 \n犬 も 鳴く 。 \n")
    case "json": #expect(run.lines.count == 2)
    case "conllu":
      #expect(run.lines.filter { $0.hasPrefix("# text = ") }.count == 2 && run.output.contains("1\t猫\t猫\tNOUN"))
    default: #expect(run.output.contains("猫\tcommonNoun\t猫\tネコ\n"))
    }
  }

  @Test("normalize keeps the lines")
  func normalize() throws {
    let run = try CommandRun(["normalize", "-"], input: "ﾊﾝｶｸｶﾞﾅ\n　ＡＢＣ　副　読　本　\r\n\nウェーーーイ\n".bytes)
    #expect(run.output == "ハンカクガナ\nABC副読本\r\n\nウェーイ\n")
    let nfc = try CommandRun(["normalize", "-", "--form", "nfc"], input: "か\u{3099}".bytes)
    #expect(nfc.output.unicodeScalars.elementsEqual("が".unicodeScalars))
  }

  @Test("dictionary check tells bad rows by line and column; build writes what --user-dictionary takes")
  func dictionary() throws {
    let bad = try CommandRun(["dictionary", "check", "w.tsv"], files: ["w.tsv": "良い語句集\tnoun\nわるい\tcolour\n".bytes])
    #expect(bad.status == 1 && bad.errors.contains("w.tsv:2:"))
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("kiji-\(UUID().uuidString).dic").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let build = try CommandRun(
      ["dictionary", "build", "w.tsv", "--output", path], files: ["w.tsv": "とろろ沢温泉郷\tplace\n".bytes])
    #expect(build.status == 0 && build.output.isEmpty)
    let run = try CommandRun(
      ["segment", "-", "--format", "wakati", "--user-dictionary", path], input: "とろろ沢温泉郷へ行く。".bytes)
    #expect(run.output == "とろろ沢温泉郷 へ 行く 。 \n")
  }

  @Test("prose leaves markup and code out")
  func prose() throws {
    let run = try CommandRun(
      ["prose", "a.md"], files: ["a.md": "# 題\n\n**太字**と[リンク](https://a.jp)。\n\n```\ncode\n```\n".bytes])
    #expect(run.output == "題\n太字とリンク。\n")
  }

  @Test("doctor tells what is there")
  func doctor() throws {
    let run = try CommandRun(["doctor"])
    #expect(run.status == 0 && run.output.contains("libmecab") && run.output.contains("ipadic"))
    let missing = try CommandRun(["doctor", "--dictionary", "/nowhere"])
    #expect(missing.status == 2 && missing.errors.contains("/nowhere"))
  }

  @Test("A reader that closes the pipe has seen enough")
  func closedPipe() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kiji-\(UUID().uuidString).txt")
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(String(repeating: "吾輩は猫である。", count: 50_000).utf8).write(to: folder)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", "set -o pipefail; \"$0\" segment \"$1\" | head -n 1", CommandRun.binary, folder.path]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test("Help and version go to standard output")
  func help() throws {
    let help = try CommandRun(["--help"])
    #expect(help.status == 0 && help.output.contains("SUBCOMMANDS") && help.errors.isEmpty)
    #expect(try CommandRun(["--version"]).output.hasPrefix("0."))
  }
}
