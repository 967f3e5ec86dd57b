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
  var rounds = 6

  @Option(help: "The share of features that is left out at random in each step.")
  var dropout: Float = 0.6

  @Option(help: "The fewest sentences that a feature has to stand in.")
  var fewest = 2

  @Option(help: "The most bytes of the model.")
  var limit = 8_000_000

  @Option(help: "The least weight that is kept, in 32nds.")
  var least = 2

  @Option(help: "Leave a part out, to see what it buys: gazetteer, classes, texts.")
  var without: [String] = []

  func run() throws {
    let kiji = try Kiji()
    let gazetteer = without.contains("gazetteer") ? Gazetteer(tables: []) : Gazetteer()
    let classes = WordClasses(isEmpty: without.contains("classes"))
    var maker = try TaggerExampleMaker(model: kiji.model, gazetteer: gazetteer, classes: classes)
    var examples: [TaggerExample] = []
    for name in ["stockmark-train", "gsd-train"] {
      for text in try AnnotatedText.read(json: "\(data)/\(name).json") { try maker.make(text, into: &examples) }
    }
    if !without.contains("texts") {
      for name in try FileManager.default.contentsOfDirectory(atPath: texts).sorted() where name.hasSuffix(".txt") {
        for text in try AnnotatedText.read(marked: "\(texts)/\(name)") { try maker.make(text, into: &examples) }
      }
    }
    tell("\(examples.count) sentences")
    let field = ConditionalRandomField(examples, fewest: fewest, dropout: dropout)
    tell("\(field.rows.count) features")
    field.train(rounds: rounds) { round, loss in tell("round \(round): loss \(loss)") }
    let model = TaggerModelWriter.write(field, limit: limit, least: least)
    try Data(model).write(to: URL(fileURLWithPath: output), options: .atomic)
    tell("\(try TaggerModel(bytes: model).rowCount) features in \(model.count) bytes: \(output)")
  }

  private func tell(_ text: String) { FileHandle.standardError.write(Data("\(text)\n".utf8)) }
}
