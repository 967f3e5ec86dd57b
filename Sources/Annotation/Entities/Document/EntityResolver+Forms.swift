import Morphology
import TextCore

/// What the resolver learns of the forms of names before it gives them their entities.
extension EntityResolver {
  /// The letters of the shortest name of which capitals and small letters make no difference.
  private static let fewestLetters = 3

  /// The different names of an article that room is made for at once.
  static let usualNames = 64

  /// Learns which full names the article is sure to speak of, and how it writes names in Latin letters.
  mutating func learnForms(_ names: [NameMention], _ text: Span<UInt8>) {
    var seen: Set<UInt64> = []
    seen.reserveCapacity(min(names.count, Self.usualNames))
    for name in names {
      let surface = text.extracting(name.range.offsets)
      let hash = FeatureHash.string(surface)
      guard seen.insert(FeatureHash.mix(hash, UInt64(name.name.rawValue))).inserted else { continue }
      let entry = gazetteer.entry(of: gazetteer.entry(ofHash: hash), type: name.name.type)
      if entry >= 0, !gazetteer.entries[Int(entry)].isAmbiguous {
        sureNames.insert(gazetteer.entries[Int(entry)].canonical)
      }
      guard surface.count >= Self.fewestLetters, surface[0] < 0x80 else { continue }
      let key = LatinKey(surface, name.name.type)
      if latinForms[key].map({ !$0.isKnown && entry >= 0 }) ?? true {
        latinForms[key] = LatinForm(name: surface.withUnsafeBufferPointer { Array($0) }, isKnown: entry >= 0)
      }
    }
  }

  /// What names in Latin letters that differ in capitals alone have in common.
  struct LatinKey: Hashable {
    private let letters: UInt64
    private let type: EntityType

    init(_ name: Span<UInt8>, _ type: EntityType) {
      var hash = ByteHash()
      for index in name.indices {
        let byte = name[index]
        hash.add(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      }
      letters = hash.value
      self.type = type
    }
  }
}
