import Annotation
import Foundation
import Kiji
import Morphology
import Normalization
import TextCore

/// Reads sentences that are marked with their polarity, and what the rules make of them.
struct SentimentCorpus: ~Copyable {
  /// A marked sentence.
  struct Example: Decodable {
    let text: String
    /// `pos`, `neg`, `neu` or `mix`.
    let polarity: String

    /// The shares of positive and negative; what judges both ways counts half for each.
    var target: LogisticRegression.Pair {
      switch polarity {
      case "pos": .init(positive: 1, negative: 0)
      case "neg": .init(positive: 0, negative: 1)
      case "mix": .init(positive: 0.5, negative: 0.5)
      default: .init(positive: 0, negative: 0)
      }
    }
  }

  /// A sentence as it was read.
  struct Reading {
    let features: SentenceFeatures
    /// The words as the model names them.
    let words: [String]
  }

  private var normalizer: Normalizer
  private var segmenter: Segmenter
  private var annotator: SentimentAnnotator
  private var table = MorphemeTable()

  init() throws {
    let kiji = try Kiji()
    let lexicon = try SentimentTables().lexicon
    let normalizer = try Normalizer(form: .japanese, tilde: .keepRanges)
    let segmenter = try Segmenter(model: kiji.model)
    self.segmenter = segmenter
    self.normalizer = normalizer
    annotator = SentimentAnnotator(
      lexicon: lexicon, model: SentimentModel(rulesOnly: ()), keepsFeatures: true)
  }

  /// The sentences of a file of the evaluation's form.
  static func json(_ path: String) throws -> [Example] {
    try JSONDecoder().decode([Example].self, from: Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// The sentences of a file of kiji's own form: polarity, tab, sentence; `#` begins a comment.
  static func own(_ path: String) throws -> [Example] {
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    var examples: [Example] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t")
      if fields.count == 2 { examples.append(Example(text: String(fields[1]), polarity: String(fields[0]))) }
    }
    return examples
  }

  /// Reads a text as one sentence.
  mutating func read(_ text: String) throws -> Reading {
    let bytes = normalizer.normalize(Array(text.utf8).span).bytes
    table.removeAll()
    try segmenter.segment(bytes.span, sentences: [ByteRange(0, bytes.count)], into: &table)
    let findings = annotator.annotate(table, lexemes: segmenter.lexemes)
    let words = table.lexemes.map { LearnedWords.name(of: segmenter.lexemes.baseForm(of: $0)) }
    return Reading(features: findings.features[0], words: words)
  }
}
