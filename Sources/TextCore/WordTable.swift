/// What a few words mean, looked up by their bytes.
package struct WordTable<Sense> {
  private var words = Vocabulary()
  private var senses: [Sense] = []
  /// The bytes of the longest word.
  private var longest = 0

  /// Reads rows of a sense and its words, parted by spaces.
  /// - Parameter join: Gives a word that stands in a row before what this one means, too.
  package init(_ rows: [(Sense, String)], joining join: (inout Sense, Sense) -> Void) {
    for (sense, list) in rows {
      for word in list.utf8.split(separator: UInt8(ascii: " ")) {
        let bytes = Array(word)
        let id = Int(words.intern(bytes.span))
        if id == senses.count { senses.append(sense) } else { join(&senses[id], sense) }
        longest = max(longest, bytes.count)
      }
    }
  }

  /// What a word means; `nil` for one that is not in the table.
  package subscript(word: Span<UInt8>) -> Sense? {
    guard word.count <= longest, let id = words.id(of: word) else { return nil }
    return senses[Int(id)]
  }
}
