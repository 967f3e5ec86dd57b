import Morphology
import TextCore

extension Gazetteer {
  /// The newest entry of a name given by the surfaces of its morphemes, or -1.
  func entry(named name: [UInt32], _ lexemes: borrowing LexemeTable) -> Int32 {
    var hash = ByteHash()
    for surface in name {
      for byte in lexemes.vocabulary.pool[lexemes.vocabulary.range(of: surface)] { hash.add(byte) }
    }
    return entry(ofHash: hash.value)
  }

  /// The entry of a name that is of a class's type, or -1; one that is the name of nothing else before one that is.
  func entry(named name: Span<UInt8>, type: EntityType) -> Int32 {
    entry(of: entry(ofHash: FeatureHash.string(name)), type: type)
  }

  /// The same for a name by its newest entry.
  func entry(of newest: Int32, type: EntityType) -> Int32 {
    var entry = newest
    var ambiguous: Int32 = -1
    while entry >= 0 {
      if entries[Int(entry)].name.type == type {
        if !entries[Int(entry)].isAmbiguous { return entry }
        if ambiguous < 0 { ambiguous = entry }
      }
      entry = entries[Int(entry)].next
    }
    return ambiguous
  }

  /// Whether a name stands for something that is called so alone.
  func knowsForSure(_ newest: Int32) -> Bool {
    var entry = newest
    while entry >= 0 {
      if !entries[Int(entry)].isAmbiguous { return true }
      entry = entries[Int(entry)].next
    }
    return false
  }
}
