import Foundation
import Morphology

/// A dictionary of a few rows, compiled into a folder of its own, so that segmentation can be tested without an
/// installed one. The folder goes when the object goes.
///
/// Where a test says nothing else, connections cost nothing and unknown words much: a sentence is cut into the fewest and
/// cheapest words.
final class MiniDictionary {
  /// A row: surface, the feature's columns as IPADIC has them, cost.
  struct Row {
    var surface: String
    var feature: String
    var cost: Int16 = 1000
    var leftID: UInt16 = 1
    var rightID: UInt16 = 1
  }

  /// What it costs to let a word with a left id follow one with a right id: a row of costs for each left id.
  struct Connections {
    var count: UInt16 = 2
    var costs = [Int16](repeating: 0, count: 4)
  }

  /// How unknown words are made of the characters of a class.
  struct Making {
    var isGrouped = true
    var length: UInt32 = 0
    var isInvoked = false
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

  /// Character classes with the unknown words of each.
  static let unknowns: [Row] = [
    Row(surface: "DEFAULT", feature: "記号,一般,*,*,*,*,*", cost: 10_000),
    Row(surface: "SPACE", feature: "記号,空白,*,*,*,*,*", cost: 10_000),
    Row(surface: "KANJI", feature: "名詞,一般,*,*,*,*,*", cost: 10_000),
    Row(surface: "ALPHA", feature: "名詞,固有名詞,組織,*,*,*,*", cost: 10_000),
    Row(surface: "KATAKANA", feature: "名詞,一般,*,*,*,*,*", cost: 10_000),
    Row(surface: "SYMBOL", feature: "名詞,サ変接続,*,*,*,*,*", cost: 10_000),
    Row(surface: "NUMERIC", feature: "名詞,数,*,*,*,*,*", cost: 10_000),
  ]

  /// The names of the classes.
  private static let classes = ["DEFAULT", "SPACE", "KANJI", "ALPHA", "KATAKANA", "SYMBOL", "NUMERIC"]

  /// - Parameter makings: How unknown words are made, by class; where one is not named, of whole runs, or of one and two
  ///   characters for kanji.
  init(
    rows: [Row] = MiniDictionary.rows, unknowns: [Row] = MiniDictionary.unknowns, connections: Connections = .init(),
    makings: [String: Making] = [:], charset: String = "UTF-8", configuration: String = ""
  ) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("kiji-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    func compile(_ kind: CompiledDictionary.Kind, _ rows: [Row], _ name: String) throws {
      let words = rows.map { row in
        let token = CompiledDictionary.Token(leftID: row.leftID, rightID: row.rightID, posID: 0, cost: row.cost)
        return DictionaryCompiler.Word(
          surface: Array(row.surface.utf8), token: token, feature: Array(row.feature.utf8))
      }
      let size = UInt32(connections.count)
      let bytes = DictionaryCompiler(kind: kind, leftSize: size, rightSize: size, charset: charset).bytes(of: words)
      try Data(bytes).write(to: folder.appendingPathComponent(name))
    }
    try compile(.system, rows, "sys.dic")
    try compile(.unknown, unknowns, "unk.dic")
    let costs = [Int16(bitPattern: connections.count), Int16(bitPattern: connections.count)] + connections.costs
    try Data(costs.flatMap { Self.little(UInt32(UInt16(bitPattern: $0))).prefix(2) })
      .write(to: folder.appendingPathComponent("matrix.bin"))
    try Data(Self.characters(makings)).write(to: folder.appendingPathComponent("char.bin"))
    let configuration = "cost-factor = 800\nbos-feature = BOS/EOS,*,*,*,*,*,*,*,*\n" + configuration
    try Data(configuration.utf8).write(to: folder.appendingPathComponent("dicrc"))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// `char.bin`: the names of the classes, and for each scalar its classes and how unknown words of it are made.
  private static func characters(_ makings: [String: Making]) -> [UInt8] {
    var bytes = little(UInt32(classes.count))
    for name in classes { bytes += Array(name.utf8) + [UInt8](repeating: 0, count: 32 - name.utf8.count) }
    let flags = classes.map { name -> UInt32 in
      let making = makings[name] ?? (name == "KANJI" ? Making(isGrouped: false, length: 2) : Making())
      return making.length << 26 | (making.isGrouped ? 1 << 30 : 0) | (making.isInvoked ? 1 << 31 : 0)
    }
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
      bytes += little(1 << index | index << 18 | flags[Int(index)])
    }
    return bytes
  }

  private static func little(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }
}
