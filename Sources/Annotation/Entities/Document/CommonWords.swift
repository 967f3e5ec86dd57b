import LexicalResources
import TextCore

/// Words that look like names and are none: common nouns in katakana or Latin letters, abbreviations of methods, words
/// of code. Known by their letters, whether small or capital.
///
/// Read from `dictionaries/entities/common.tsv`, a word a line. A word that the gazetteer knows is a name all the same.
package final class CommonWords: Sendable {
  private let numbers: Set<UInt64>

  /// Reads the table that the package carries.
  package convenience init() { self.init(rows: LexicalResource.commonWords.bytes) }

  /// Reads a table; `#` begins a comment.
  package init(rows: [UInt8]) {
    var numbers: Set<UInt64> = []
    numbers.reserveCapacity(rows.count / 8)
    var start = 0
    while start < rows.count {
      var end = start
      while end < rows.count, rows[end] != UInt8(ascii: "\n") { end += 1 }
      if end > start, rows[start] != UInt8(ascii: "#") {
        numbers.insert(Self.number(of: rows.span.extracting(start..<end)))
      }
      start = end + 1
    }
    self.numbers = numbers
  }

  /// Whether a text is such a word.
  func contains(_ word: Span<UInt8>) -> Bool { numbers.contains(Self.number(of: word)) }

  private static func number(of word: Span<UInt8>) -> UInt64 {
    var hash = ByteHash()
    for index in word.indices {
      let byte = word[index]
      hash.add(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
    return hash.value
  }
}
