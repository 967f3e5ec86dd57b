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
  var ownWeight = 3.0

  /// The penalty on the squares of word weights: strong, so that what the rules find leads.
  @Option(help: "The penalty on word weights.")
  var wordPenalty = 20.0

  @Option(help: "The penalty on feature weights.")
  var featurePenalty = 1.0

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
    let words = SentimentWordIndex(readings, fewest: Self.fewestSentences)
    let featureCount = SentenceFeature.allCases.count
    var problem = LogisticRegression(
      penalties: [Double](repeating: featurePenalty, count: featureCount)
        + [Double](repeating: wordPenalty, count: words.names.count))
    for (index, (example, weight)) in examples.enumerated() {
      let reading = readings[index]
      problem.add(
        dense: reading.features.values.map(Double.init), sparse: words.indices(of: reading).map { $0 + featureCount },
        target: example.target, weight: weight)
    }
    var weights = problem.solve()
    weights[SentenceFeature.bias.rawValue].positive += positiveShift
    weights[SentenceFeature.bias.rawValue].negative += negativeShift
    var rows: [String] = []
    for feature in SentenceFeature.allCases {
      rows.append(Self.row("f", "\(feature)", weights[feature.rawValue]))
    }
    for (index, name) in words.names.enumerated() {
      let weight = weights[featureCount + index]
      if max(abs(weight.positive), abs(weight.negative)) >= Self.leastWeight {
        rows.append(Self.row(name.kind, name.text, weight))
      }
    }
    let head = "\(SentimentModel.name)\t\(SentimentModel.version)\t\(rows.count)"
    try Data(([head] + rows).map { $0 + "\n" }.joined().utf8)
      .write(to: URL(fileURLWithPath: output), options: .atomic)
    FileHandle.standardError.write(Data("\(examples.count) sentences, \(rows.count) rows in \(output)\n".utf8))
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

  private static func row(_ kind: String, _ name: String, _ weight: LogisticRegression.Pair) -> String {
    let scale = Double(SentimentModel.scale)
    return "\(kind)\t\(name)\t\(Int((weight.positive * scale).rounded()))\t\(Int((weight.negative * scale).rounded()))"
  }
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

  init(_ readings: [SentimentCorpus.Reading], fewest: Int) {
    var counts: [Name: Int] = [:]
    for reading in readings {
      for name in Self.names(of: reading) { counts[name, default: 0] += 1 }
    }
    names = counts.filter { $0.value >= fewest }.keys
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
