/// Finds given phrases in texts of words, the longest one at each place.
package struct PhraseMatcher: Sendable {
  private struct Phrase {
    let words: [UInt64]
    let node: Int
  }

  /// The phrases by their first word, the longest first.
  private var phrases: [UInt64: [Phrase]] = [:]

  /// No phrases.
  package init() {}

  /// Adds the phrase of a node; does nothing where it has no words.
  /// - Parameter forms: Its words, parted by spaces.
  package mutating func add(_ forms: [UInt8], node: Int) {
    let words = forms.withUnsafeBytes { Self.hashes($0) }
    guard let first = words.first else { return }
    phrases[first, default: []].append(Phrase(words: words, node: node))
    phrases[first]?.sort { $0.words.count != $1.words.count ? $0.words.count > $1.words.count : $0.node < $1.node }
  }

  /// The nodes of the phrases in a text, with the number of the word that each begins at.
  /// - Complexity: O(*n*) in words, times the phrases with the same first word.
  package func places(in text: UnsafeRawBufferPointer) -> [(node: Int, word: Int)] {
    let words = Self.hashes(text)
    var found: [(node: Int, word: Int)] = []
    var place = 0
    while place < words.count {
      let phrase = phrases[words[place]]?.first { phrase in
        place + phrase.words.count <= words.count
          && phrase.words.elementsEqual(words[place..<place + phrase.words.count])
      }
      if let phrase { found.append((phrase.node, place)) }
      place += phrase?.words.count ?? 1
    }
    return found
  }

  /// A hash of 64 bits for each word.
  private static func hashes(_ text: UnsafeRawBufferPointer) -> [UInt64] {
    var hashes: [UInt64] = []
    var hash = Shingles.basis
    var isOpen = false
    for byte in text {
      if byte == 0x20 {
        if isOpen { hashes.append(Shingles.mixed(hash)) }
        hash = Shingles.basis
        isOpen = false
      } else {
        hash = (hash ^ UInt64(byte)) &* Shingles.prime
        isOpen = true
      }
    }
    if isOpen { hashes.append(Shingles.mixed(hash)) }
    return hashes
  }
}
