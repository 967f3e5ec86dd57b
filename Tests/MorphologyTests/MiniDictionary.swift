import Foundation
import Morphology

/// A dictionary of a few rows, compiled into a folder of its own, so that segmentation can be tested without an
/// installed one. The folder goes when the object goes.
///
/// Connections cost nothing, unknown words much: a sentence is cut into the fewest and cheapest words.
final class MiniDictionary {
  /// A row: surface, the feature's columns as IPADIC has them, cost.
  struct Row {
    var surface: String
    var feature: String
    var cost: Int16 = 1000
  }

  let folder: URL
  var location: DictionaryLocation { DictionaryLocation(path: folder.path) }

  /// The rows that tests use where they do not bring their own.
  static let rows: [Row] = [
    Row(surface: "東京", feature: "名詞,固有名詞,地域,一般,*,*,東京,トウキョウ,トーキョー"),
    Row(surface: "都", feature: "名詞,接尾,地域,*,*,*,都,ト,ト"),
    Row(surface: "会社", feature: "名詞,一般,*,*,*,*,会社,カイシャ,カイシャ"),
    Row(surface: "研究", feature: "名詞,サ変接続,*,*,*,*,研究,ケンキュウ,ケンキュー"),
    Row(surface: "で", feature: "助詞,格助詞,一般,*,*,*,で,デ,デ"),
    Row(surface: "の", feature: "助詞,連体化,*,*,*,*,の,ノ,ノ"),
    Row(surface: "を", feature: "助詞,格助詞,一般,*,*,*,を,ヲ,ヲ"),
    Row(surface: "し", feature: "動詞,自立,*,*,サ変・スル,連用形,する,シ,シ"),
    Row(surface: "た", feature: "助動詞,*,*,*,特殊・タ,基本形,た,タ,タ"),
    Row(surface: "。", feature: "記号,句点,*,*,*,*,。,。,。"),
    Row(surface: ",", feature: "記号,読点,*,*,*,*,\",\",\",\",\",\""),
  ]

  /// Character classes and the unknown words of each.
  private static let classes: [(name: String, feature: String)] = [
    ("DEFAULT", "記号,一般,*,*,*,*,*"), ("SPACE", "記号,空白,*,*,*,*,*"), ("KANJI", "名詞,一般,*,*,*,*,*"),
    ("ALPHA", "名詞,固有名詞,組織,*,*,*,*"), ("KATAKANA", "名詞,一般,*,*,*,*,*"), ("SYMBOL", "名詞,サ変接続,*,*,*,*,*"),
    ("NUMERIC", "名詞,数,*,*,*,*,*"),
  ]

  init(rows: [Row] = MiniDictionary.rows, charset: String = "UTF-8", configuration: String = "") throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("kiji-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    func compile(_ kind: CompiledDictionary.Kind, _ rows: [Row], _ name: String) throws {
      let words = rows.map { row in
        let token = CompiledDictionary.Token(leftID: 1, rightID: 1, posID: 0, cost: row.cost)
        return DictionaryCompiler.Word(
          surface: Array(row.surface.utf8), token: token, feature: Array(row.feature.utf8))
      }
      let bytes = DictionaryCompiler(kind: kind, leftSize: 2, rightSize: 2, charset: charset).bytes(of: words)
      try Data(bytes).write(to: folder.appendingPathComponent(name))
    }
    try compile(.system, rows, "sys.dic")
    let unknown = Self.classes.map { Row(surface: $0.name, feature: $0.feature, cost: 10_000) }
    try compile(.unknown, unknown, "unk.dic")
    try Data(Self.matrix).write(to: folder.appendingPathComponent("matrix.bin"))
    try Data(Self.characters).write(to: folder.appendingPathComponent("char.bin"))
    let configuration = "cost-factor = 800\nbos-feature = BOS/EOS,*,*,*,*,*,*,*,*\n" + configuration
    try Data(configuration.utf8).write(to: folder.appendingPathComponent("dicrc"))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Two ids for either side, and no cost: two sizes and four costs of 16 bits.
  private static let matrix: [UInt8] = [2, 0, 2, 0] + [UInt8](repeating: 0, count: 8)

  /// `char.bin`: the names of the classes, and for each scalar its classes and how unknown words of it are made.
  private static let characters: [UInt8] = {
    var bytes = little(UInt32(classes.count))
    for (name, _) in classes { bytes += Array(name.utf8) + [UInt8](repeating: 0, count: 32 - name.utf8.count) }
    for scalar in 0..<UInt32(0xFFFF) {
      let index: UInt32 =
        switch scalar {
        case 0x09, 0x0A, 0x20: 1
        case 0x4E00...0x9FFF: 2
        case 0x41...0x5A, 0x61...0x7A: 3
        case 0x30A1...0x30FC: 4
        case 0x30...0x39: 6
        case 0x21...0x7E: 5
        default: 0
        }
      let isGrouped: UInt32 = index == 2 ? 0 : 1
      let length: UInt32 = index == 2 ? 2 : 0
      bytes += little(1 << index | index << 18 | length << 26 | isGrouped << 30)
    }
    return bytes
  }()

  private static func little(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }
}
