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
  var trainings = 4

  @Option(help: "The share of features that is left out at random in each step.")
  var dropout: Float = 0.6

  @Option(help: "The fewest sentences that a feature has to stand in.")
  var fewest = 2

  @Option(help: "The most bytes of the model.")
  var limit = 8_000_000

  @Option(help: "The least weight that is kept, in 32nds.")
  var least = 2

  @Option(help: "How many copies of each text are made with names exchanged.")
  var exchanges = 2

  @Option(help: "How much is taken from what speaks for no name, in 32nds: more names are found, and more wrong ones.")
  var tilt = 14

  @Option(help: "Leave a part out, to see what it buys: gazetteer, classes, texts, document.")
  var without: [String] = []

  @Option(help: "A file of annotated texts to score the model on; may be given again.")
  var score: [String] = []

  func run() throws {
    let kiji = try Kiji()
    let gazetteer = without.contains("gazetteer") ? Gazetteer(tables: []) : Gazetteer()
    let classes = WordClasses(isEmpty: without.contains("classes"))
    var maker = try TaggerExampleMaker(model: kiji.model, gazetteer: gazetteer, classes: classes)
    var examples: [TaggerExample] = []
    var sets = try ["stockmark-train", "gsd-train"].map { try AnnotatedText.read(json: "\(data)/\($0).json") }
    if !without.contains("texts") {
      let files = try FileManager.default.contentsOfDirectory(atPath: texts).sorted().filter { $0.hasSuffix(".txt") }
      sets.append(try files.flatMap { try AnnotatedText.read(marked: "\(texts)/\($0)") })
    }
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
    let field = ConditionalRandomField(examples, fewest: fewest, dropout: dropout)
    tell("\(field.rows.count) features")
    for training in 1...max(trainings, 1) {
      field.train(rounds: rounds) { round, loss in tell("training \(training), round \(round): loss \(loss)") }
    }
    let model = TaggerModelWriter.write(field, limit: limit, least: least, tilt: tilt)
    try Data(model).write(to: URL(fileURLWithPath: output), options: .atomic)
    let tagger = try TaggerModel(bytes: model)
    tell("\(tagger.rowCount) features in \(model.count) bytes: \(output)")
    guard !score.isEmpty else { return }
    let resources = EntityResources(model: tagger, gazetteer: gazetteer, classes: classes)
    var scorer = try EntityScore(
      model: kiji.model, resources: resources, usesDocument: !without.contains("document"))
    for path in score {
      let figures = try scorer.score(path)
      tell(String(format: "%@: P %.3f R %.3f F1 %.4f", path, figures.precision, figures.recall, figures.f1))
    }
  }

  private func tell(_ text: String) { FileHandle.standardError.write(Data("\(text)\n".utf8)) }
}
