package import ArchiveIndex
import Reporting
import TextCore

/// A place of a search's words with what stands before and behind it in its sentence.
package struct ContextLine: Equatable, Sendable {
  /// The words around the place, and the place itself, as the author wrote them.
  package let before, match, after: String
  /// The path of the article.
  package let path: String
  /// The line of the sentence in its file, from 1.
  package let line: Int
}

/// Finds keywords in context: each place of a phrase with what stands before and behind it in its sentence.
package struct ContextLines {
  private let kiji: Kiji
  private let index: ArchiveIndex
  private let width: Int

  /// The most lines of one article.
  package static let linesPerArticle = 5

  /// - Parameter width: The most characters before a place, and behind it.
  package init(kiji: Kiji, index: ArchiveIndex, width: Int) {
    self.kiji = kiji
    self.index = index
    self.width = width
  }

  /// The first places of phrases in an article.
  /// - Parameter limit: The most places.
  package func lines(
    of article: ArticleCard, _ phrases: [WordPhrase], limit: Int = linesPerArticle
  ) throws -> [ContextLine] {
    let words = try index.words(of: article.id)
    var lines: [ContextLine] = []
    var last: IndexedSentence?
    try Self.forEachPlace(of: phrases, in: words) { place in
      // Places are ascending: several in one sentence come one behind the other.
      guard let sentence = try index.sentence(of: article.id, holding: place), sentence != last else { return true }
      last = sentence
      lines += try places(in: sentence.text, phrases).prefix(limit - lines.count).map { place in
        ContextLine(
          before: place.before, match: place.match, after: place.after, path: article.path, line: sentence.line)
      }
      return lines.count < limit
    }
    return lines
  }

  /// Calls `body` with the number of each word that a phrase begins at, ascending, until it returns `false`.
  /// - Parameter words: Words, each followed by a space.
  /// - Complexity: O(*n*) in bytes.
  private static func forEachPlace(
    of phrases: [WordPhrase], in words: [UInt8], _ body: (Int) throws -> Bool
  ) throws {
    let wanted = phrases.map { phrase in phrase.words.flatMap { word -> [UInt8] in Array(word.utf8) + [0x20] } }
    try words.withUnsafeBufferPointer { bytes in
      var start = 0
      var number = 0
      while start < bytes.count {
        if wanted.contains(where: { stands($0, in: bytes, at: start) }), try !body(number) { return }
        while start < bytes.count, bytes[start] != 0x20 { start += 1 }
        start += 1
        number += 1
      }
    }
  }

  private static func stands(_ phrase: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard start + phrase.count <= bytes.count else { return false }
    for place in phrase.indices where phrase[place] != bytes[start + place] { return false }
    return true
  }

  /// The places of the phrases in a sentence.
  private func places(
    in sentence: String, _ phrases: [WordPhrase]
  ) throws -> [(before: String, match: String, after: String)] {
    let bytes = Array(sentence.utf8)
    let morphemes = try kiji.placedMorphemes(of: bytes).filter { !$0.form.isEmpty }
    var places: [(before: String, match: String, after: String)] = []
    var place = 0
    while place < morphemes.count {
      let phrase = phrases.filter { phrase in
        place + phrase.words.count <= morphemes.count
          && zip(phrase.words, morphemes[place...]).allSatisfy { $0 == $1.form }
      }.max { $0.words.count < $1.words.count }
      guard let phrase else {
        place += 1
        continue
      }
      let start = morphemes[place].range.lowerBound
      let end = morphemes[place + phrase.words.count - 1].range.upperBound
      places.append(
        (
          clip(String(decoding: bytes[..<start], as: UTF8.self), fromEnd: true),
          String(decoding: bytes[start..<end], as: UTF8.self),
          clip(String(decoding: bytes[end...], as: UTF8.self), fromEnd: false)
        ))
      place += phrase.words.count
    }
    return places
  }

  private func clip(_ text: String, fromEnd: Bool) -> String {
    let line = text.map { $0.isNewline || $0 == "\t" ? " " : $0 }
    guard line.count > width else { return String(line) }
    return fromEnd ? "…" + String(line.suffix(width - 1)) : String(line.prefix(width - 1)) + "…"
  }
}
