import LexicalResources
import TextCore

/// Names that are known, each with its class, its canonical form and a note where it is also an ordinary word.
///
/// Read from the tables of `dictionaries/entities/`: lines of name, type, aliases joined by `|`, facts joined by `|`.
/// A `?` after a name or an alias says that it is also an ordinary word, a surname, or the name of another thing.
/// Names are looked up by a hash of their bytes; the strings stay in the tables.
package final class Gazetteer: Sendable {
  /// What a name may stand for.
  struct Entry: Sendable {
    /// The class.
    let name: NameClass
    /// Whether it is also an ordinary word or the name of another kind of thing.
    let isAmbiguous: Bool
    /// Where the canonical name stands in `text`.
    let canonical: Range<Int>
    /// The next entry of the same name, or -1.
    let next: Int32
  }

  /// The tables, one after the other.
  let text: [UInt8]
  let entries: [Entry]
  /// Open addressing, linear probing: the hash of a name and its newest entry. Hash 0 is free.
  private let slots: [(hash: UInt64, entry: Int32)]
  /// One bit for each hash that a name may have: most of what is looked up is no name, and this small table tells.
  private let filter: [UInt64]
  /// How long the names are that begin with the same bytes.
  private let lengths: NameLengths

  /// The number of names and aliases.
  package var count: Int { entries.count }

  /// Reads the tables that the package carries.
  package convenience init() {
    self.init(tables: LexicalResource.gazetteers.map { ($0.bytes, $0 == .works) })
  }

  /// Reads tables; rows of a table of works that say `product` are works.
  package init(tables: [(bytes: [UInt8], holdsWorks: Bool)]) {
    var text: [UInt8] = []
    text.reserveCapacity(tables.reduce(0) { $0 + $1.bytes.count })
    for table in tables { text += table.bytes }
    var builder = GazetteerBuilder(tables: text.span)
    var start = 0
    for table in tables {
      let end = start + table.bytes.count
      builder.add(start..<end, of: text.span, holdsWorks: table.holdsWorks)
      start = end
    }
    self.text = text
    entries = builder.entries
    slots = builder.slots
    lengths = builder.lengths
    var filter = [UInt64](repeating: 0, count: Self.filterBits / 64)
    for slot in slots where slot.hash != 0 {
      let bit = Self.filterBit(slot.hash)
      filter[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    self.filter = filter
  }

  /// The bits of the filter: 128 KB, with some sixteen bits for each name.
  private static let filterBits = 1 << 20

  @inline(__always)
  private static func filterBit(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 44) }

  /// The newest entry of the name with that hash, or -1.
  @inline(__always)
  func entry(ofHash hash: UInt64) -> Int32 {
    let bit = Self.filterBit(hash)
    guard filter[bit >> 6] >> UInt64(bit & 63) & 1 == 1 else { return -1 }
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while slots[index].hash != hash {
      if slots[index].hash == 0 { return -1 }
      index = (index + 1) & mask
    }
    return slots[index].entry
  }

  /// The most bytes that a name can have which begins as the text at `start` does; 0 where none does.
  @inline(__always)
  func longestName(at start: Int, in text: Span<UInt8>) -> Int { lengths.longest(at: start, in: text) }

  /// The most bytes of a name that begins with a word and any text behind it; `nil` where that depends on the text.
  func longestName(beginningWith word: Span<UInt8>) -> Int? { lengths.longest(beginningWith: word) }

  /// Whether a name may begin with a word.
  func mayBegin(with word: Span<UInt8>) -> Bool { lengths.mayBegin(with: word) }

  /// The canonical name of an entry.
  package func canonicalName(of entry: Int32) -> String {
    String(decoding: text[entries[Int(entry)].canonical], as: UTF8.self)
  }
}
