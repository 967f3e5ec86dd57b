import Normalization
import TestSupport
import Testing
import TextCore

/// Properties that must hold for every text, however strange.
struct HostileTextTests {
  /// Pieces that the rules care about, and that hang together in surprising ways.
  private static let pieces: [String] = [
    " ", "  ", "　", "\n", "\r\n", "\r", "\t", "\0", "~", "〜", "～", "〰", "∼", "ー", "ーー", "ｰ", "—", "─", "－", "﹣", "-",
    "‐", "−", "₋", "⁻",
    "゛", "゜", "ﾞ", "ﾟ", "\u{3099}", "\u{309A}", "か", "ハ", "ｶ", "は", "う", "あ", "が", "漢", "字", "a", "B", "Ａ", "1", "１",
    "*", "é", "e\u{301}",
    "\u{301}", "\u{308}", "\u{327}", "\u{338}", "\u{334}", "¨", "´", "￣", "΅", "‗", "㈱", "㍿", "①", "½", "…", "ﷺ", "ﬁ",
    "“", "”", "‘", "’", "「", "」", "、",
    "・", "🎉", "👨‍👩‍👧", "각", "\u{1100}", "\u{1161}", "\u{11A8}", "\u{302E}", "\u{200D}", "\u{FE0F}", "\u{34F}", "\u{FFFD}",
    "\u{5B0}", "\u{F73}",
    "\u{344}", "\u{9C7}\u{9BE}", "\u{110A5}\u{110BA}", "\u{2FA1D}", "≁", "\u{223C}\u{338}", "\u{302A}", "﹘", "︱",
  ]

  private static func randomText(_ generator: inout SeededGenerator) -> String {
    let count = Int.random(in: 0...12, using: &generator)
    var text = ""
    for _ in 0..<count {
      if Int.random(in: 0..<8, using: &generator) == 0 {
        let planes: [ClosedRange<UInt32>] = [
          0x20...0x36F, 0x300...0x36F, 0x1100...0x11FF, 0x2000...0x2BFF, 0x3000...0x33FF,
          0xF900...0xFFEF, 0x0...0x1FFFF,
        ]
        text += string([UInt32.random(in: planes.randomElement(using: &generator) ?? 0...0, using: &generator)])
      } else {
        let piece = pieces.randomElement(using: &generator) ?? ""
        text += String(repeating: piece, count: Int.random(in: 1...10, using: &generator) == 1 ? 5 : 1)
      }
    }
    return text
  }

  @Test("Normalizing twice gives what normalizing once gives, and the map fits", arguments: Settings.all)
  func idempotence(settings: Settings) throws {
    var generator = SeededGenerator(seed: 2)
    var normalizer = try settings.normalizer()
    for _ in 0..<1_200 {
      let text = Array(Self.randomText(&generator).utf8)
      let once = normalizer.normalize(text.span)
      let twice = normalizer.normalize(once.bytes.span)
      let list = Comment(rawValue: String(decoding: text, as: UTF8.self).scalarList)
      #expect(once.bytes == twice.bytes, list)
      expectMapFits(once, of: text, list)
      let lineEnds = text.filter { $0 == 10 || $0 == 13 }
      #expect(once.bytes.filter { $0 == 10 || $0 == 13 } == lineEnds, list)
    }
  }

  /// The blocks where normalization and the rules find something to do, without the long lists of kanji and syllables.
  private static let blocks: [ClosedRange<UInt32>] = [
    0x1...0x34FF, 0xA000...0xABFF, 0xD7A0...0xD7FF, 0xF900...0x11FFF, 0x16F00...0x16FFF, 0x1B000...0x1B2FF,
    0x1D000...0x1F9FF, 0x2F800...0x2FA20,
  ]

  @Test("Every scalar between letters, kana, spaces and marks is normalized idempotently")
  func everyScalar() throws {
    var normalizer = try Normalizer(form: .japanese)
    let contexts = [("か", "゛"), ("a ", " b"), ("ー〜", " \u{301}")]
    for (before, after) in contexts {
      var text: [UInt8] = []
      for value in Self.blocks.joined() {
        guard let scalar = Unicode.Scalar(value) else { continue }
        text.append(contentsOf: before.utf8)
        text.append(contentsOf: UTF8.encode(scalar) ?? .init())
        text.append(contentsOf: after.utf8)
        text.append(0x0A)
      }
      let once = normalizer.normalize(text.span)
      let twice = normalizer.normalize(once.bytes.span)
      let onceLines = once.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      let twiceLines = twice.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      #expect(onceLines.count == twiceLines.count)
      for (left, right) in zip(onceLines, twiceLines) where left != right {
        Issue.record("\(String(decoding: left, as: UTF8.self).scalarList)")
      }
    }
  }

  @Test("Random bytes give valid UTF-8 and a map that fits", arguments: Settings.all)
  func randomBytes(settings: Settings) throws {
    var generator = SeededGenerator(seed: 3)
    var normalizer = try settings.normalizer()
    for _ in 0..<500 {
      let isHigh = Bool.random(using: &generator)
      let text = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        UInt8.random(in: isHigh ? 0xC0...0xFF : 0...0xFF, using: &generator)
          & (Bool.random(using: &generator) ? 0xBF : 0xFF)
      }
      let result = normalizer.normalize(text.span)
      #expect(String(validating: result.bytes, as: UTF8.self) != nil)
      expectMapFits(result, of: text)
    }
  }

  @Test("A run of combining marks is cut by the Stream-Safe Text Format")
  func streamSafe() throws {
    let marks = String(repeating: "\u{301}\u{316}", count: 40)
    let normalized = try normalize("x" + marks, Settings(form: .nfc))
    #expect(normalized.unicodeScalars.filter { $0.value == 0x34F }.count == 2)
    #expect(try normalize(normalized, Settings(form: .nfc)).scalarList == normalized.scalarList)
    let short = "x" + String(repeating: "\u{301}", count: 30)
    #expect(try normalize(short, Settings(form: .nfc)) == short)
  }

  @Test(
    "400 kilobytes of anything take linear time: quadratic time would take minutes", .timeLimit(.minutes(10)),
    arguments: [
      " ", "　", "〜", "あ 〜 ", "a 〜 ", "ー", "- ", "゛", "か゛", "ﾞ", "\u{301}", "\u{301}\u{316}", "a\u{301}\u{316}",
      "\u{1161}", "\u{1100}\u{1161}",
      "\u{3099}", "\u{F73}", "㈱", "ﷺ", "“", "あ", "無駄", "\u{9C7}", "é", "가", "\u{94D}", "ｶﾞ", "\u{FF}\u{FE0F}", "\n",
      "( ",
    ])
  func linearTime(piece: String) throws {
    let text = Array(String(repeating: piece, count: 400_000 / piece.utf8.count).utf8)
    for settings in [Settings(), Settings(tilde: .remove, repeatLimit: 2)] {
      var normalizer = try settings.normalizer()
      let result = normalizer.normalize(text.span)
      #expect(normalizer.normalize(result.bytes.span).bytes == result.bytes)
    }
  }

  @Test("Two tasks with a normalizer each do not disturb one another")
  func tasks() async throws {
    let results = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<4 {
        group.addTask {
          var normalizer = try Normalizer(form: .japanese)
          return (0..<200).map { _ in normalizer.normalize("㈱ＡＢＣ　商事ーー") }.joined()
        }
      }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(results == [String(repeating: "(株)ABC商事ー", count: 200)])
  }
}
