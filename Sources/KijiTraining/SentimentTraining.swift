import Annotation
import ArgumentParser
import Foundation

/// `kiji-train sentiment`: learns what the features of a sentence, and its words, say of how it judges.
struct SentimentTraining: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sentiment",
    abstract: "Writes dictionaries/sentiment/model.tsv: weights for what the rules find in a sentence, and for words.",
    discussion: """
      Learns from chabsa-train.json (chABSA, CC BY 4.0) and from kiji's own sentences in training/sentiment. The same \
      input gives the same model.
      """)

  @Option(help: "The folder of chabsa-train.json.")
  var data: String

  @Option(help: "The folder of kiji's own sentences: files of polarity, tab, sentence.")
  var own = "training/sentiment"

  @Option(help: "The model to write.")
  var output = "dictionaries/sentiment/model.tsv"

  /// How much a sentence of kiji's own counts against one of chABSA, of which there are more and all are alike.
  @Option(help: "The weight of a sentence of kiji's own.")
  var ownWeight = 5.0

  /// The penalty on the squares of word weights: strong, so that what the rules find leads.
  @Option(help: "The penalty on word weights.")
  var wordPenalty = 25.0

  @Option(help: "The penalty on the part of word weights that counts in reports.")
  var reportWordPenalty = 3.0

  @Option(help: "The penalty on feature weights.")
  var featurePenalty = 1.0

  @Option(help: "The penalty on the part of feature weights that counts in reports.")
  var reportFeaturePenalty = 3.0

  /// Half of what is learned from are sentences of reports that judge nothing; other texts hold fewer of them.
  @Option(help: "What is added to the bias of positive sentences.")
  var positiveShift = 0.3

  @Option(help: "What is added to the bias of negative sentences.")
  var negativeShift = 0.6

  @Option(help: "Write what is learned from, as JSON Lines, to this file.")
  var features: String?

  @Option(help: "Files of marked sentences whose features are written as well.")
  var also: [String] = []

  /// Words and pairs have to be in that many sentences.
  private static let fewestSentences = 2
  /// Word weights below are left out of the model.
  private static let leastWeight = 0.02

  func run() throws {
    var corpus = try SentimentCorpus()
    var examples = try SentimentCorpus.json(data + "/chabsa-train.json").map { ($0, 1.0) }
    let reportCount = examples.count
    for file in try FileManager.default.contentsOfDirectory(atPath: own).sorted() where file.hasSuffix(".txt") {
      examples += try SentimentCorpus.own(own + "/" + file).map { ($0, ownWeight) }
    }
    var readings: [SentimentCorpus.Reading] = []
    for (example, _) in examples { readings.append(try corpus.read(example.text)) }
    if let features {
      var lines = try Self.lines(examples.map(\.0), readings, "train")
      for path in also {
        let marked = try SentimentCorpus.json(path)
        lines += try Self.lines(marked, marked.map { try corpus.read($0.text) }, path)
      }
      try Data(lines).write(to: URL(fileURLWithPath: features))
    }
    let domain = ReportDomain(
      reports: Array(readings[..<reportCount]), others: Array(readings[reportCount...]))
    let words = SentimentWordIndex(readings, fewest: Self.fewestSentences, always: domain.words)
    let weights = learn(examples, readings, words, domain)
    var rows = SentenceFeature.allCases.map { Self.row("f", "\($0)", weights.features[$0.rawValue]) }
    for (index, name) in words.names.enumerated() {
      let weight = weights.words[index]
      let reporting = name.kind == "w" ? domain.weight(of: name.text) : 0
      if weight.largest >= Self.leastWeight || reporting > 0 {
        let row = Self.row(name.kind, name.text, weight)
        rows.append(name.kind == "w" ? row + "\t\(Self.thousandths(reporting))" : row)
      }
    }
    let head = "\(SentimentModel.name)\t\(SentimentModel.version)\t\(rows.count)"
    try Data(([head] + rows).map { $0 + "\n" }.joined().utf8)
      .write(to: URL(fileURLWithPath: output), options: .atomic)
    FileHandle.standardError.write(Data("\(examples.count) sentences, \(rows.count) rows in \(output)\n".utf8))
    FileHandle.standardError.write(Data("next: kiji-train sentiment-tables\n".utf8))
  }

  /// The weights of one feature in all texts and in reports.
  private struct Weight {
    var general: LogisticRegression.Pair
    var report: LogisticRegression.Pair

    var largest: Double {
      max(abs(general.positive), abs(general.negative), abs(report.positive), abs(report.negative))
    }
  }

  private func learn(
    _ examples: [(SentimentCorpus.Example, Double)], _ readings: [SentimentCorpus.Reading], _ words: SentimentWordIndex,
    _ domain: ReportDomain
  ) -> (features: [Weight], words: [Weight]) {
    let featureCount = SentenceFeature.allCases.count
    let wordCount = words.names.count
    var problem = LogisticRegression(
      penalties: [Double](repeating: featurePenalty, count: featureCount)
        + [Double](repeating: reportFeaturePenalty, count: featureCount)
        + [Double](repeating: wordPenalty, count: wordCount)
        + [Double](repeating: reportWordPenalty, count: wordCount))
    for (index, (example, weight)) in examples.enumerated() {
      let values = readings[index].features.values.map(Double.init)
      let share = domain.share(of: readings[index])
      var sparse: [(index: Int, value: Double)] = []
      for word in words.indices(of: readings[index]) {
        sparse.append((2 * featureCount + word, 1))
        if share > 0 { sparse.append((2 * featureCount + wordCount + word, share)) }
      }
      problem.add(dense: values + values.map { $0 * share }, sparse: sparse, target: example.target, weight: weight)
    }
    var solved = problem.solve()
    solved[SentenceFeature.bias.rawValue].positive += positiveShift
    solved[SentenceFeature.bias.rawValue].negative += negativeShift
    let first = 2 * featureCount
    return (
      (0..<featureCount).map { Weight(general: solved[$0], report: solved[featureCount + $0]) },
      (0..<wordCount).map { Weight(general: solved[first + $0], report: solved[first + wordCount + $0]) }
    )
  }

  private static func lines(
    _ examples: [SentimentCorpus.Example], _ readings: [SentimentCorpus.Reading], _ name: String
  ) throws -> [UInt8] {
    var lines: [UInt8] = []
    for (example, reading) in zip(examples, readings) {
      let row: [String: Any] = [
        "set": name, "text": example.text, "polarity": example.polarity, "words": reading.words,
        "features": reading.features.values.map(Double.init),
      ]
      lines += try JSONSerialization.data(withJSONObject: row, options: .sortedKeys) + [0x0A]
    }
    return lines
  }

  private static func row(_ kind: String, _ name: String, _ weight: Weight) -> String {
    ([kind, name]
      + [weight.general.positive, weight.general.negative, weight.report.positive, weight.report.negative]
      .map { String(thousandths($0)) }).joined(separator: "\t")
  }

  private static func thousandths(_ value: Double) -> Int { Int((value * Double(SentimentModel.scale)).rounded()) }
}

/// The words and pairs of words that enough sentences hold, numbered in the order of their bytes.
struct SentimentWordIndex {
  /// A word or a pair.
  struct Name: Hashable {
    let kind: String
    let text: String
  }

  let names: [Name]
  private let numbers: [Name: Int]

  init(_ readings: [SentimentCorpus.Reading], fewest: Int, always: Set<String>) {
    var counts: [Name: Int] = [:]
    for reading in readings {
      for name in Self.names(of: reading) { counts[name, default: 0] += 1 }
    }
    names = counts.filter { $0.value >= fewest || $0.key.kind == "w" && always.contains($0.key.text) }.keys
      .sorted { $0.kind != $1.kind ? $0.kind > $1.kind : $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }
    numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
  }

  /// The numbers of a sentence's words and pairs, each once, ascending.
  func indices(of reading: SentimentCorpus.Reading) -> [Int] {
    Self.names(of: reading).compactMap { numbers[$0] }.sorted()
  }

  private static func names(of reading: SentimentCorpus.Reading) -> Set<Name> {
    var names: Set<Name> = []
    for (index, word) in reading.words.enumerated() where !word.contains(" ") && !word.contains("\t") {
      names.insert(Name(kind: "w", text: word))
      guard index + 1 < reading.words.count else { continue }
      let next = reading.words[index + 1]
      if !next.contains(" ") && !next.contains("\t") { names.insert(Name(kind: "p", text: word + " " + next)) }
    }
    return names
  }
}
