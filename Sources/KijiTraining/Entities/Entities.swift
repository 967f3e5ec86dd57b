import Annotation
import ArgumentParser
import Foundation
import Kiji

/// `kiji-train entities`: trains the name tagger.
struct Entities: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Trains the name tagger and writes dictionaries/entities/model.bin.",
    discussion: """
      Reads stockmark-train.json and gsd-train.json of the data folder, and the sentences of the texts folder. The same
      data give the same bytes. Build kiji anew afterwards: it carries the model.
      """)

  @Option(help: "The folder with stockmark-train.json and gsd-train.json.")
  var data: String

  @Option(help: "The folder with texts that were written for kiji, names marked.")
  var texts = "training/entities"

  @Option(help: "The model to write.")
  var output = "dictionaries/entities/model.bin"

  @Option(help: "How often to go through the data.")
  var rounds = 5

  @Option(help: "How many trainings are averaged.")
  var trainings = 5

  @Option(help: "The share of features that is left out at random in each step.")
  var dropout: Float = 0.6

  @Option(help: "How many features are kept: those with the largest weights after a first training.")
  var features = 110_000

  @Option(help: "The share of names' morphemes that the gate may take for words outside of names.")
  var missed = 0.025

  @Option(help: "The fewest sentences that a feature has to stand in.")
  var fewest = 3

  @Option(help: "The least weight that is kept, in 32nds.")
  var least = 3

  @Option(help: "How many copies of each text are made with names exchanged.")
  var exchanges = 3

  @Option(help: "How much is taken from what speaks for no name, in 32nds: more names are found, and more wrong ones.")
  var tilt = 14

  @Option(help: "Leave a part out, to see what it buys: gazetteer, classes, texts, document.")
  var without: [String] = []

  @Option(help: "The fewest morphemes that a feature of the gate has to stand beside.")
  var gateFewest: Int32 = 25

  @Option(help: "A model that gets a new gate, instead of training one.")
  var from: String?

  @Option(help: "A file of annotated texts to score the model on; may be given again.")
  var score: [String] = []

  func run() throws {
    let kiji = try Kiji()
    let gazetteer = without.contains("gazetteer") ? Gazetteer(tables: []) : Gazetteer()
    let classes = WordClasses(isEmpty: without.contains("classes"))
    var maker = try TaggerExampleMaker(model: kiji.model, gazetteer: gazetteer, classes: classes)
    var sets = try ["stockmark-train", "gsd-train"].map { try AnnotatedText.read(json: "\(data)/\($0).json") }
    if !without.contains("texts") {
      let files = try FileManager.default.contentsOfDirectory(atPath: texts).sorted().filter { $0.hasSuffix(".txt") }
      sets.append(try files.flatMap { try AnnotatedText.read(marked: "\(texts)/\($0)") })
    }
    var writer: TaggerModelWriter
    if let from {
      writer = TaggerModelWriter(
        try TaggerModel(bytes: Array(Data(contentsOf: URL(fileURLWithPath: from)))), least: least)
    } else {
      writer = TaggerModelWriter(try train(sets, &maker), least: least, tilt: tilt)
    }
    func resources(_ bytes: [UInt8]) throws -> EntityResources {
      EntityResources(model: try TaggerModel(bytes: bytes), gazetteer: gazetteer, classes: classes)
    }
    let open = try resources(writer.bytes)
    try report(kiji, open)
    var tagger = NameTagger(model: open.model, gazetteer: gazetteer, classes: classes)
    writer.add(gate: try trainGate(sets, &maker, &tagger))
    let model = writer.bytes
    try Data(model).write(to: URL(fileURLWithPath: output), options: .atomic)
    let gated = try resources(model)
    tell("\(gated.model.rowCount) features in \(model.count) bytes: \(output)")
    try report(kiji, gated)
  }

  /// Trains a field on texts and on copies of them with names exchanged.
  private func train(_ sets: [[AnnotatedText]], _ maker: inout TaggerExampleMaker) throws -> ConditionalRandomField {
    var examples: [TaggerExample] = []
    for set in sets {
      var exchange = NameExchange(set)
      for text in set {
        try maker.make(text, into: &examples)
        for _ in 0..<exchanges {
          if let other = exchange.exchanged(text) { try maker.make(other, into: &examples) }
        }
      }
    }
    tell("\(examples.count) sentences")
    let field = chosenField(examples)
    for training in 1...max(trainings, 1) {
      field.train(rounds: rounds) { round, loss in tell("training \(training), round \(round): loss \(loss)") }
    }
    return field
  }

  /// Trains the gate on texts and on a copy of each with names exchanged; every tenth is held out.
  private func trainGate(
    _ sets: [[AnnotatedText]], _ maker: inout TaggerExampleMaker, _ tagger: inout NameTagger
  ) throws -> [UInt32: Float] {
    var gate = NameGate()
    for set in sets {
      var exchange = NameExchange(set)
      for (index, text) in set.enumerated() {
        try maker.make(text, tagger: &tagger, isHeldOut: index % 10 == 0, into: &gate)
        guard let other = exchange.exchanged(text) else { continue }
        try maker.make(other, tagger: &tagger, isHeldOut: index % 10 == 0, into: &gate)
      }
    }
    gate.train(rounds: rounds, fewest: gateFewest)
    let (weights, open) = gate.calibrated(missed: missed)
    tell("gate: \(weights.count) features, open to \(open) of the morphemes held out")
    return weights
  }

  /// A field of the features that a first training gives the largest weights.
  private func chosenField(_ examples: [TaggerExample]) -> ConditionalRandomField {
    let whole = ConditionalRandomField(examples, fewest: fewest, dropout: dropout)
    tell("\(whole.rows.count) features")
    whole.train(rounds: rounds) { round, loss in tell("first training, round \(round): loss \(loss)") }
    return ConditionalRandomField(examples, fewest: fewest, dropout: dropout, chosen: whole.largest(features))
  }

  /// Tells how good a tagger is on the files to score.
  private func report(_ kiji: Kiji, _ resources: EntityResources) throws {
    guard !score.isEmpty else { return }
    var scorer = try EntityScore(
      model: kiji.model, resources: resources, usesDocument: !without.contains("document"))
    for path in score {
      let figures = try scorer.score(path)
      tell(String(format: "%@: P %.3f R %.3f F1 %.4f", path, figures.precision, figures.recall, figures.f1))
    }
  }

  private func tell(_ text: String) { FileHandle.standardError.write(Data("\(text)\n".utf8)) }
}
