import Annotation
import ArgumentParser
import ArticleAnalysis
import Foundation
import Kiji

/// `kiji-train score-sentiment`: measures polarities against marked sentences, whole and with parts left out.
struct SentimentScoring: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score-sentiment",
    abstract: "Prints macro F1 and accuracy on files of marked sentences, by the built-in model and without parts.")

  /// What is left out.
  enum Part: String, CaseIterable, ExpressibleByArgument {
    case nothing, negation, contrast, learnedWeights

    var ablation: SentimentAnnotator.Ablation {
      switch self {
      case .nothing: []
      case .negation: .negation
      case .contrast: .contrast
      case .learnedWeights: .learnedWeights
      }
    }
  }

  @Argument(
    help:
      "Files of the evaluation's form: [{\"text\", \"polarity\": \"pos|neg|neu|mix\"}], .tsv with category, polarity, sentence, or .txt with polarity, sentence."
  )
  var files: [String]

  @Option(help: "What is left out; all in turn without it.")
  var without: Part?

  func run() throws {
    for part in without.map({ [$0] }) ?? Part.allCases {
      var configuration = KijiConfiguration(environment: ProcessInfo.processInfo.environment)
      configuration.options.parts = [.sentiment]
      configuration.options.sentimentAblation = part.ablation
      let kiji = try Kiji(configuration: configuration)
      for file in files {
        let examples = try Self.examples(file)
        var tally = Tally()
        for example in examples {
          let found = try kiji.analyze(example.text, format: .plain).sentiment?.polarity ?? .neutral
          tally.count(example.polarity, found)
        }
        print(
          "without \(part.rawValue)\t\(file)\tmacro F1 \(Self.decimals(tally.macroF1))\taccuracy \(Self.decimals(tally.accuracy))"
        )
      }
    }
  }

  private static func examples(_ file: String) throws -> [SentimentCorpus.Example] {
    if file.hasSuffix(".tsv") { return try probes(file) }
    return file.hasSuffix(".txt") ? try SentimentCorpus.own(file) : try SentimentCorpus.json(file)
  }

  /// The project's own probes: category, polarity, sentence.
  private static func probes(_ path: String) throws -> [SentimentCorpus.Example] {
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let fields = line.split(separator: "\t")
      return fields.count == 3 ? .init(text: String(fields[2]), polarity: String(fields[1].prefix(3))) : nil
    }
  }

  private static func decimals(_ value: Double) -> String { String(format: "%.4f", value) }

  /// Counts as `eval/sentiment.py` does: a mixed sentence takes any answer but neutral, and is not in the F1.
  private struct Tally {
    private var right = 0
    private var total = 0
    private var counts: [String: (hits: Int, found: Int, gold: Int)] = [
      "pos": (0, 0, 0), "neg": (0, 0, 0), "neu": (0, 0, 0),
    ]

    mutating func count(_ gold: String, _ polarity: Polarity) {
      let found = String(polarity.rawValue.prefix(3))
      total += 1
      if found == gold || gold == "mix" && found != "neu" { right += 1 }
      guard gold != "mix" else { return }
      counts[gold]?.gold += 1
      counts[found]?.found += 1
      if found == gold { counts[gold]?.hits += 1 }
    }

    var accuracy: Double { Double(right) / Double(max(total, 1)) }

    var macroF1: Double {
      let scores = ["pos", "neg", "neu"].map { name in
        let count = counts[name] ?? (0, 0, 0)
        let sum = count.found + count.gold
        return sum > 0 ? 2 * Double(count.hits) / Double(sum) : 0
      }
      return scores.reduce(0, +) / 3
    }
  }
}
