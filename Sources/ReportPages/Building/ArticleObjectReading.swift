internal import Foundation

/// The article object of the contract, as far as a page shows it.
struct StoredArticle: Decodable {
  struct Source: Decodable {
    let format: String
    let encoding: String
    let bytes: Int
  }
  struct Matter: Decodable {
    let date: String?
    let author: String?
    let categories: [String]?
    let tags: [String]?
    let excerpt: String?
    let description: String?
    let readingTime: Double?
  }
  struct Statistics: Decodable {
    struct Time: Decodable { let seconds: Int }
    let characters, sentences, paragraphs, morphemes, han, hiragana, katakana, latin, digits: Int
    let codeCharacters, images: Int
    let readingTime: Time
  }
  struct Term: Decodable {
    let term: String
    let count: Int
    let score: Double
  }
  struct Mention: Decodable {
    let text: String
    let range: [Int]
  }
  struct Entity: Decodable {
    let name: String
    let type: String
    let mentions: [Mention]
  }
  struct Amount: Decodable { let text: String }
  struct Relation: Decodable {
    let type: String
    let from: String
    let to: String?
    let amount: Amount?
    let certainty: String?
  }
  struct Cue: Decodable {
    let text: String
    let range: [Int]
    let polarity: String
    let negated: Bool
  }
  struct Aspect: Decodable {
    let entity: String
    let polarity: String
    let score: Double
    let ranges: [[Int]]
  }
  struct Sentiment: Decodable {
    let polarity: String
    let score: Double
    let cues: [Cue]
    let aspects: [Aspect]
  }
  struct Summary: Decodable {
    let excerpt: String
    let description: String
    let points: [String]
    let ranges: [[Int]]
  }
  struct Problem: Decodable {
    let code: String
    let message: String
    let line: Int?
  }

  let offsetUnit: String
  let source: Source
  let frontMatter: Matter?
  let statistics: Statistics
  let terms: [Term]
  let entities: [Entity]
  let relations: [Relation]
  let sentiment: Sentiment?
  let summary: Summary?
  let diagnostics: [Problem]

  /// Reads an object.
  /// - Throws: `DecodingError` where the bytes are none; an index that kiji wrote has one.
  init(_ bytes: [UInt8]) throws { self = try JSONDecoder().decode(StoredArticle.self, from: Data(bytes)) }
}
