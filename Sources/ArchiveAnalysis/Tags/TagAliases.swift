import Annotation
import LexicalResources

/// Other names of what tags name: グーグル for the tag Google.
enum TagAliases {
  /// For the keys of other names, the tags that they lead to; names that are also ordinary words are left out.
  /// - Complexity: O(*n*) in the tables of names.
  static func keys(of tags: [String]) -> [TermKey: [String]] {
    let byKey = Dictionary(grouping: tags.sorted(), by: { TermKey($0) })
    var aliases: [TermKey: [String]] = [:]
    for table in LexicalResource.gazetteers {
      forEachRow(of: table.bytes) { name, others in
        let names = [name] + others.split(separator: UInt8(ascii: "|"))
        let keys = names.filter { $0.last != UInt8(ascii: "?") }.map { TermKey($0.span) }
        let meant = keys.compactMap { byKey[$0] }.joined()
        guard !meant.isEmpty else { return }
        for key in keys where byKey[key] == nil {
          for tag in meant where aliases[key]?.contains(tag) != true { aliases[key, default: []].append(tag) }
        }
      }
    }
    return aliases
  }

  /// Calls `body` with the first and the third column of each row that has other names in the third: most have none, and
  /// are passed over without making anything of them.
  private static func forEachRow(of table: [UInt8], _ body: (ArraySlice<UInt8>, ArraySlice<UInt8>) -> Void) {
    var start = 0
    while start < table.count {
      let end = table[start...].firstIndex(of: UInt8(ascii: "\n")) ?? table.count
      defer { start = end + 1 }
      guard start < end, table[start] != UInt8(ascii: "#") else { continue }
      let row = table[start..<end]
      guard let first = row.firstIndex(of: tab), let second = row[(first + 1)...].firstIndex(of: tab) else { continue }
      let others = row[(second + 1)...].prefix { $0 != tab }
      if !others.isEmpty { body(row[..<first], others) }
    }
  }

  private static var tab: UInt8 { UInt8(ascii: "\t") }
}
