import LexicalResources
import TextCore

/// Words that look like names and are none: common nouns in katakana or Latin letters, abbreviations of methods, words
/// of code. Known by their letters, whether small or capital.
///
/// Read from `dictionaries/entities/common.tsv`, a word a line. A word behind `…` makes common what ends with it: a
/// function (…関数) is none, whatever it is called. What the gazetteer knows for sure is a name all the same.
package final class CommonWords: Sendable {
  /// The numbers of words: open addressing, linear probing, at most half full; 0 is free. Made at every start, in a third
  /// of a set's time.
  private let slots: [UInt64]
  private let heads: Set<UInt64>

  /// Reads the table that the package carries.
  package convenience init() { self.init(rows: LexicalResource.commonWords.bytes) }

  /// Reads a table; `#` begins a comment.
  package init(rows: [UInt8]) {
    var heads: Set<UInt64> = []
    let lines = rows.withUnsafeBufferPointer { rows in rows.count { $0 == UInt8(ascii: "\n") } }
    var capacity = 16
    while capacity < 2 * (lines + 1) { capacity *= 2 }
    var slots = [UInt64](repeating: 0, count: capacity)
    var start = 0
    while start < rows.count {
      var end = start
      while end < rows.count, rows[end] != UInt8(ascii: "\n") { end += 1 }
      if end > start, rows[start] != UInt8(ascii: "#") {
        let row = rows.span.extracting(start..<end)
        if Self.isMarkedAsHead(row) {
          heads.insert(Self.number(of: row.extracting(Self.headMark.utf8CodeUnitCount...)))
        } else {
          let number = Self.number(of: row)
          slots[Self.slot(of: number, in: slots)] = number
        }
      }
      start = end + 1
    }
    self.slots = slots
    self.heads = heads
  }

  /// What begins the rows of words that end other words.
  private static let headMark: StaticString = "…"

  private static func isMarkedAsHead(_ row: Span<UInt8>) -> Bool {
    row.count > headMark.utf8CodeUnitCount && row.hasPrefix(headMark)
  }

  /// Whether a text is such a word.
  func contains(_ word: Span<UInt8>) -> Bool {
    let number = Self.number(of: word)
    return slots[Self.slot(of: number, in: slots)] == number
  }

  /// The slot that holds a number, or a free one.
  private static func slot(of number: UInt64, in slots: [UInt64]) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: number) & mask
    while slots[slot] != number, slots[slot] != 0 { slot = (slot + 1) & mask }
    return slot
  }

  /// Whether a name that ends with a word is none, whatever stands before.
  func isHead(_ word: Span<UInt8>) -> Bool { heads.contains(Self.number(of: word)) }

  private static func number(of word: Span<UInt8>) -> UInt64 {
    var hash = ByteHash()
    for index in word.indices {
      let byte = word[index]
      hash.add(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
    // 0 says that a slot is free.
    return hash.value == 0 ? 1 : hash.value
  }
}
