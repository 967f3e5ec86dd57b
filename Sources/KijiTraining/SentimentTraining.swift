import Annotation
import ArgumentParser
import ArticleAnalysis
import Foundation
import Kiji
import Morphology
import Normalization
import TextCore

/// `kiji-train sentiment`: learns what the features of a sentence, and its words, say of its polarity.
struct SentimentTraining: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sentiment", abstract: "Writes dictionaries/sentiment/model.tsv.")

  @Option(help: "A folder with chabsa-train.json.")
  var data: String

  @Option(help: "Write the features as JSON Lines to this file and stop.")
  var dump: String?

  func run() throws {
    guard let dump else { return }
    var corpus = try SentimentCorpus()
    var lines: [UInt8] = []
    for name in ["chabsa-train", "chabsa-dev", "articles-dev"] {
      for example in try SentimentCorpus.json(data + "/" + name + ".json") {
        let read = try corpus.read(example)
        let row: [String: Any] = [
          "set": name, "text": example.text, "gold": example.polarity, "dense": read.features.values.map { Double($0) },
          "words": read.words, "cues": read.cues,
        ]
        lines += try JSONSerialization.data(withJSONObject: row, options: [.sortedKeys]) + [0x0A]
      }
    }
    try Data(lines).write(to: URL(fileURLWithPath: dump))
  }
}

/// Sentences with their polarity, and what the rules make of them.
struct SentimentCorpus: ~Copyable {
  struct Example: Decodable {
    let text: String
    let polarity: String
  }

  struct Reading {
    let features: SentenceFeatures
    let words: [String]
    let cues: [String]
  }

  private var segmenter: Segmenter
  private var annotator: SentimentAnnotator
  private var normalizer: Normalizer
  private var table = MorphemeTable()

  init() throws {
    let kiji = try Kiji()
    let normalizer = try Normalizer(form: .japanese, tilde: .keepRanges)
    let segmenter = try Segmenter(model: kiji.model)
    self.segmenter = segmenter
    self.normalizer = normalizer
    annotator = SentimentAnnotator(lexicon: SentimentLexicon(), model: SentimentModel(), keepsFeatures: true)
  }

  static func json(_ path: String) throws -> [Example] {
    try JSONDecoder().decode([Example].self, from: Data(contentsOf: URL(fileURLWithPath: path)))
  }

  mutating func read(_ example: Example) throws -> Reading {
    let bytes = normalizer.normalize(Array(example.text.utf8).span).bytes
    table.removeAll()
    try segmenter.segment(bytes.span, sentences: [ByteRange(0, bytes.count)], into: &table)
    let findings = annotator.annotate(table, lexemes: segmenter.lexemes)
    let words = table.lexemes.map { segmenter.lexemes.baseForm(of: $0) }
    let cues = findings.cues.map {
      String(decoding: bytes[$0.range.offsets], as: UTF8.self) + " \($0.value) " + $0.rules.names.joined(separator: ",")
    }
    return Reading(features: findings.features[0], words: words, cues: cues)
  }
}
