import ArchiveIndex
import Kiji
import Reporting
import TextCore

/// Keywords in context: each place of a phrase with what stands before and behind it in its sentence.
struct ContextLines {
  let kiji: Kiji
  let index: ArchiveIndex
  let width: Int

  /// The most lines of one article.
  private static let linesPerArticle = 5

  func table(_ hits: [SearchHit], _ phrases: [WordPhrase]) throws -> AnswerTable {
    var table = AnswerTable(
      schema: "kiji.kwic/1", rowsKey: "lines",
      columns: [
        .init("before", "前"), .init("match", "語"), .init("after", "後"), .init("place", "場所"),
        .init("path", nil), .init("line", nil),
      ], nothing: "該当する箇所はありません。")
    for hit in hits {
      let text = try index.text(of: hit.card.id)
      let sentences = Self.sentences(of: phrases, in: text.words, text.sentences)
      var left = Self.linesPerArticle
      for sentence in sentences where left > 0 {
        for line in try lines(of: sentence.text, phrases).prefix(left) {
          left -= 1
          table.rows.append([
            .shown(padded(line.before), .text(line.before)), .text(line.match), .text(line.after),
            .text("\(hit.card.path):\(sentence.line)"), .text(hit.card.path), .integer(sentence.line),
          ])
        }
      }
    }
    return table
  }

  /// The words before a place, brought to one width from the left, so that the places stand one below the other.
  private func padded(_ text: String) -> String {
    String(repeating: " ", count: max(0, width * 2 - DisplayWidth.of(text))) + text
  }

  /// The sentences that a phrase begins in.
  private static func sentences(
    of phrases: [WordPhrase], in words: [UInt8], _ sentences: [IndexedSentence]
  ) -> [IndexedSentence] {
    let words = words.split(separator: 0x20)
    let wanted = phrases.map { $0.words.map { Array($0.utf8) } }
    var places: [Int] = []
    for place in words.indices {
      for phrase in wanted where place + phrase.count <= words.count {
        if zip(phrase, words[place...]).allSatisfy({ $0.elementsEqual($1) }) {
          places.append(place)
          break
        }
      }
    }
    var found: [IndexedSentence] = []
    var next = 0
    for place in places {
      while next + 1 < sentences.count, sentences[next + 1].word <= place { next += 1 }
      if next < sentences.count, found.last != sentences[next] { found.append(sentences[next]) }
    }
    return found
  }

  private struct Line { let before, match, after: String }

  /// The places of the phrases in a sentence.
  private func lines(of sentence: String, _ phrases: [WordPhrase]) throws -> [Line] {
    let bytes = Array(sentence.utf8)
    let morphemes = try kiji.placedMorphemes(of: bytes).filter { !$0.form.isEmpty }
    var lines: [Line] = []
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
      lines.append(
        Line(
          before: clip(String(decoding: bytes[..<start], as: UTF8.self), fromEnd: true),
          match: String(decoding: bytes[start..<end], as: UTF8.self),
          after: clip(String(decoding: bytes[end...], as: UTF8.self), fromEnd: false)))
      place += phrase.words.count
    }
    return lines
  }

  private func clip(_ text: String, fromEnd: Bool) -> String {
    let line = text.map { $0.isNewline || $0 == "\t" ? " " : $0 }
    guard line.count > width else { return String(line) }
    return fromEnd ? "…" + String(line.suffix(width - 1)) : String(line.prefix(width - 1)) + "…"
  }
}
