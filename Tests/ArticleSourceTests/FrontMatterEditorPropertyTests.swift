import ArticleSource
import Foundation
import TestSupport
import Testing
import TextCore

/// A post in an old encoding, made by Foundation, which shares no code with kiji's.
struct LegacyText: Sendable, CustomTestStringConvertible {
  let encoding: SourceEncoding

  static let samples = [SourceEncoding.shiftJIS, .eucJP, .iso2022JP, .utf16LittleEndian, .utf16BigEndian].map {
    LegacyText(encoding: $0)
  }

  var testDescription: String { encoding.name }

  /// The bytes of a post.
  func bytes(_ title: String, excerpt: String) -> [UInt8] {
    let text =
      "---\r\ntitle: \"\(title)\"\r\nexcerpt: \"\(excerpt)\" # 仮の表示\r\n---\r\n本日の記事では、機能の表示について述べます。これは日本語の文章です。ソフトウェアの能力を調べました。\r\n"
    let (foundation, mark): (String.Encoding, [UInt8]) =
      switch encoding {
      case .shiftJIS: (.shiftJIS, [])
      case .eucJP: (.iso2022JP, [])
      case .iso2022JP: (.iso2022JP, [])
      case .utf16LittleEndian: (.utf16LittleEndian, [0xFF, 0xFE])
      case .utf16BigEndian: (.utf16BigEndian, [0xFE, 0xFF])
      case .utf8: (.utf8, [])
      }
    let bytes = mark + (text.data(using: foundation).map { Array($0) } ?? [])
    return encoding == .eucJP ? Self.eightBit(bytes) : bytes
  }

  /// EUC-JP of ISO-2022-JP: the same codes, with the high bit instead of escape sequences.
  private static func eightBit(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var isWide = false
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x1B {
        isWide = bytes[index + 1] == UInt8(ascii: "$")
        index += 3
      } else {
        output.append(isWide ? bytes[index] | 0x80 : bytes[index])
        index += 1
      }
    }
    return output
  }
}

/// Checks an edit by nothing but the reader and the bytes.
struct EditCheck {
  let file: [UInt8]
  let change: FrontMatterChange

  /// Makes the change; returns whether it was made, `false` where it was refused.
  func run(_ note: Comment) throws -> Bool {
    let edited: [UInt8]
    do {
      edited = try FrontMatterEditor.edit([change], in: file, path: "a.md")
    } catch is FrontMatterEditError {
      return false
    }
    let old = try ArticleReader.read(file, path: "a.md")
    let new = try ArticleReader.read(edited, path: "a.md")
    let oldMatter = try #require(old.frontMatter)
    let newMatter = try #require(new.frontMatter)
    #expect(says(newMatter), note)
    #expect(others(newMatter) == others(oldMatter), note)
    #expect(old.prose.bytes == new.prose.bytes, note)
    #expect(try FrontMatterEditor.edit([change], in: edited, path: "a.md") == edited, note)

    // The bytes that differ lie in the place of the field.
    let (before, after) = (old.source.bytes, new.source.bytes)
    let prefix = zip(before, after).prefix { $0 == $1 }.count
    let limit = min(before.count, after.count) - prefix
    let suffix = zip(before.reversed(), after.reversed()).prefix { $0 == $1 }.count
    let changed = prefix..<max(prefix, before.count - min(suffix, limit))
    let place = oldMatter.places.filter { name, _ in names.contains(Self.folded(name)) }.map(\.value.offsets)
    let isInPlace =
      changed.isEmpty || place.contains { $0.lowerBound <= changed.lowerBound && changed.upperBound <= $0.upperBound }
    #expect(isInPlace || place.isEmpty && changed.isEmpty, note)
    return true
  }

  private static func folded(_ name: String) -> String {
    name.lowercased().filter { $0 != "_" && $0 != "-" }
  }

  private var names: [String] {
    switch change.field {
    case .excerpt: ["excerpt"]
    case .description: ["description", "summary"]
    case .tags: ["tags", "tag"]
    case .categories: ["categories", "category"]
    case .readingTime: ["readingtime"]
    }
  }

  private func says(_ matter: FrontMatter) -> Bool {
    switch (change.field, change.value) {
    case (.excerpt, .text(let text)): matter.excerpt == text
    case (.description, .text(let text)): matter.description == text
    case (.tags, .labels(let labels)): matter.tags == labels
    case (.categories, .labels(let labels)): matter.categories == labels
    case (.readingTime, .minutes(let minutes)): matter.readingTime == Double(minutes)
    default: false
    }
  }

  /// What the front matter says but for the field, and but for fields of its name that had no value.
  private func others(_ matter: FrontMatter) -> [String] {
    var fields = ["\(matter.title ?? "-")", "\(String(describing: matter.date))", "\(matter.author ?? "-")"]
    if change.field != .excerpt { fields.append("excerpt \(matter.excerpt ?? "-")") }
    if change.field != .description { fields.append("description \(matter.description ?? "-")") }
    if change.field != .tags { fields.append("tags \(matter.tags)") }
    if change.field != .categories { fields.append("categories \(matter.categories)") }
    if change.field != .readingTime { fields.append("time \(String(describing: matter.readingTime))") }
    return fields + matter.other.filter { !names.contains(Self.folded($0.name)) }.map { "\($0)" }
  }
}

@Suite("Front matter editor, over many posts")
struct FrontMatterEditorPropertyTests {
  private static let texts = [
    "青葉電算は3か所に1,200億円を投じる。", "彼は「\"引用\"」と言った: #1", "yes", "2025-11-02", "'単一'と\\記号", "a: b, [c] {d} & *e", "- 行",
    "改行\nなし",
    "末尾のコロン:", "@印、`印、%印", "~", "\u{3000}全角空白",
  ]
  private static let labels = [
    "AI", "投資", "3.10", "C#", "Node.js", "true", "a, b", "半導体 工場", "it's", "\"引用\"", "2024", "[x]", "省エネ住宅",
  ]

  private static func change(_ random: inout SeededGenerator) -> FrontMatterChange {
    let text = texts.randomElement(using: &random).map { $0.trimmingCharacters(in: .whitespaces) } ?? ""
    let some = Array(labels.shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random)))
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return .excerpt(text)
    case 1: return .description(text)
    case 2: return .tags(some)
    case 3: return .categories(Array(some.prefix(1)))
    default: return .readingTime(Int.random(in: 1...60, using: &random))
    }
  }

  @Test("Every real post can be edited, and nothing but the value changes")
  func archives() throws {
    let folder = Repository.root + "/../shared/data/archives"
    guard let walker = FileManager.default.enumerator(atPath: folder) else { return }
    var random = SeededGenerator(seed: 5)
    var counts = (made: 0, refused: 0)
    for case let path as String in walker where path.hasSuffix(".md") {
      let file = Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + path)))
      for _ in 0..<2 {
        let change = Self.change(&random)
        if try EditCheck(file: file, change: change).run("\(path): \(change)") {
          counts.made += 1
        } else {
          counts.refused += 1
        }
      }
    }
    guard counts.made + counts.refused > 0 else { return }
    // Some posts have no front matter, or a broken one.
    #expect(counts.refused * 50 < counts.made, "\(counts)")
  }

  @Test("Generated posts of every manner are edited rightly or not at all")
  func generated() throws {
    var random = SeededGenerator(seed: 2)
    var counts = (made: 0, refused: 0)
    for _ in 0..<3_000 {
      let text = GeneratedPost.make(&random)
      let change = Self.change(&random)
      if try EditCheck(file: Array(text.utf8), change: change).run("\(text)\n\(change)") {
        counts.made += 1
      } else {
        counts.refused += 1
      }
    }
    #expect(counts.made > counts.refused, "\(counts)")
  }

  @Test("Damaged posts are never damaged further")
  func damaged() throws {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<2_000 {
      var file = Array(GeneratedPost.make(&random).utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) where !file.isEmpty {
        let place = Int.random(in: 0..<file.count, using: &random)
        let byte = Array("\"'[]{}:#-&*|>\n\r\t \\+=,あ".utf8).randomElement(using: &random) ?? 0x20
        if Bool.random(using: &random) { file[place] = byte } else { file.insert(byte, at: place) }
      }
      let change = Self.change(&random)
      _ = try EditCheck(file: file, change: change).run("\(String(decoding: file, as: UTF8.self))\n\(change)")
    }
  }
}

/// Posts with front matter of every manner.
enum GeneratedPost {
  /// Makes a post.
  static func make(_ random: inout SeededGenerator) -> String {
    let end = ["\n", "\r\n"].randomElement(using: &random) ?? "\n"
    let kind = Int.random(in: 0..<3, using: &random)
    let names = [
      "title", "excerpt", ["description", "summary"].randomElement(using: &random) ?? "",
      ["tags", "tag", "Tags"].randomElement(using: &random) ?? "",
      ["categories", "category"].randomElement(using: &random) ?? "",
      ["reading_time", "readingTime", "reading-time"].randomElement(using: &random) ?? "", "x", "layout",
    ].shuffled(using: &random).prefix(Int.random(in: 1...8, using: &random))
    var lines: [String] = []
    for name in names {
      let isList = name.lowercased().hasPrefix("tag") || name.hasPrefix("categor")
      switch kind {
      case 0: lines += yaml(name, isList, &random)
      case 1: lines += toml(name, isList, &random)
      default: lines.append(json(name, isList, &random))
      }
    }
    let body = "本文です。"
    switch kind {
    case 0: return (["---"] + lines + ["---", body, ""]).joined(separator: end)
    case 1:
      let table = Bool.random(using: &random) ? ["[params]", "excerpt = \"別\"", "tags = []"] : []
      return (["+++"] + lines + table + ["+++", body, ""]).joined(separator: end)
    default:
      let gap = [end + "  ", " ", ""].randomElement(using: &random) ?? ""
      return "{" + gap + lines.joined(separator: "," + gap) + end + "}" + end + body + end
    }
  }

  private static func pick(_ choices: [[String]], _ random: inout SeededGenerator) -> [String] {
    choices.randomElement(using: &random) ?? []
  }

  private static func yaml(_ name: String, _ isList: Bool, _ random: inout SeededGenerator) -> [String] {
    if name.lowercased().hasPrefix("reading") {
      return pick([["\(name): 8"], ["\(name): '8分'"], ["\(name): 8 min # 約"], ["\(name):"]], &random)
    }
    if isList {
      return pick(
        [
          ["\(name): [a, \"b\", 'c d']"], ["\(name): [ 一 ,二]  # 印"], ["\(name):", "- a", "- 'b'", "- \"c: d\""],
          ["\(name):", "", "    - a # 印", "    - AI"], ["\(name): a b AI"], ["\(name): a, b"], ["\(name):"],
          ["\(name): []"],
          ["\(name): [", "  a,", "  \"b\",", "]"], ["\(name):", "  - a", "  # 印", "  - b"], ["\(name): \"a、b\""],
        ], &random)
    }
    return pick(
      [
        ["\(name): 平文 です"], ["\(name): \"二重 \\\"印\\\"\"  # 印"], ["\(name): '単一''印'"],
        ["\(name): |", "  行一", "  行二", ""],
        ["\(name): >-", "   折り", "   畳み"], ["\(name):"], ["\(name): # 印"], ["\(name): 平文が", "  続く", "  三行 # 印"],
        ["\(name): \"続く", "  引用\""], ["\(name): &a 印"], ["\(name): |+", "  保つ", "", ""], ["# 見出し", "\(name): 1"],
        ["\(name):", "  次の行"],
      ], &random)
  }

  private static func toml(_ name: String, _ isList: Bool, _ random: inout SeededGenerator) -> [String] {
    if name.lowercased().hasPrefix("reading") { return pick([["\(name) = 8"], ["\(name)= \"8 min\" # 約"]], &random) }
    if isList {
      return pick(
        [
          ["\(name) = [\"a\", 'b']"], ["\(name)=['a',]# 印"], ["\(name) = [", "  \"a\",", "  \"AI\"", "]"],
          ["\(name) = []"], ["\(name) = \"a b\""],
        ],
        &random)
    }
    return pick(
      [
        ["\(name) = \"基本 \\\"印\\\"\" # 印"], ["\(name) = '直'"], ["\(name) = \"\"\"", "複数", "行\"\"\""],
        ["\(name) = '''直", "行'''"],
        ["# 見出し", "\(name) = 1"],
      ], &random)
  }

  private static func json(_ name: String, _ isList: Bool, _ random: inout SeededGenerator) -> String {
    if name.lowercased().hasPrefix("reading") {
      return pick([["\"\(name)\": 8"], ["\"\(name)\" : \"8分\""]], &random)[0]
    }
    if isList {
      return pick(
        [["\"\(name)\": [\"a\", \"b\"]"], ["\"\(name)\":[]"], ["\"\(name)\": \"a b\""], ["\"\(name)\": null"]], &random)[
          0]
    }
    return pick([["\"\(name)\": \"値 \\\"印\\\" \\u3042\""], ["\"\(name)\":null"], ["\"\(name)\": 1.50"]], &random)[0]
  }
}
