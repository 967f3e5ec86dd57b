internal import Foundation

extension ReadabilityFigures {
  private struct Stored: Decodable {
    struct Length: Decodable {
      let median: Double
      let longest: Int
    }
    struct Origins: Decodable { let japanese, sinoJapanese: Double }
    struct Place: Decodable {
      let characters: Int?
      let particle: String?
      let text: String
      let line: Int
    }
    struct Style: Decodable {
      let polite, plain: Int
      let exceptions: [Place]
    }
    let sentenceLength: Length?
    let longestSentences: [Place]
    let kanjiShare: Double
    let wordOrigins: Origins?
    let style: Style
    let repeatedParticles: [Place]
  }

  /// Reads the key `readability` of the article object, as the index keeps it.
  /// - Throws: `DecodingError` where it is none.
  package init(json: [UInt8]) throws {
    let stored = try JSONDecoder().decode(Stored.self, from: Data(json))
    self.init(
      medianSentence: Int((stored.sentenceLength?.median ?? 0).rounded()),
      longestSentence: stored.sentenceLength?.longest ?? 0, hanShare: stored.kanjiShare,
      chineseShare: stored.wordOrigins?.sinoJapanese, japaneseShare: stored.wordOrigins?.japanese,
      politeSentences: stored.style.polite, plainSentences: stored.style.plain,
      longSentences: stored.longestSentences.map { Place(text: $0.text, line: $0.line, count: $0.characters) },
      mixedStyle: stored.style.exceptions.map { Place(text: $0.text, line: $0.line) },
      doubleParticles: stored.repeatedParticles.map { place in
        Place(text: place.particle.map { "\($0): \(place.text)" } ?? place.text, line: place.line)
      })
  }
}
