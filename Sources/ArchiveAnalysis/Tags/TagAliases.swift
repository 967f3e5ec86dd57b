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
      for row in table.byteRows where row.count > 2 && !row[2].isEmpty {
        let names = [row[0]] + row[2].split(separator: UInt8(ascii: "|"))
        let keys = names.filter { $0.last != UInt8(ascii: "?") }.map { TermKey($0.span) }
        let meant = keys.compactMap { byKey[$0] }.joined()
        guard !meant.isEmpty else { continue }
        for key in keys where byKey[key] == nil {
          for tag in meant where aliases[key]?.contains(tag) != true { aliases[key, default: []].append(tag) }
        }
      }
    }
    return aliases
  }
}
