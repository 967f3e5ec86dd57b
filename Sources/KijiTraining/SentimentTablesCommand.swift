import Annotation
import ArgumentParser
import Foundation

/// `kiji-train sentiment-tables`: compiles the lexicon and the model of sentiment.
struct SentimentTablesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sentiment-tables",
    abstract: "Compiles the tables of dictionaries/sentiment into compiled.bin, which the package carries.",
    discussion: "To be run after every change of these tables, and after `kiji-train sentiment`.")

  @Option(help: "The folder of the tables.")
  var folder = "dictionaries/sentiment"

  /// The tables of the lexicon: rows of the first file come before those of the others.
  static let lexicon = ["grammar.tsv", "common.tsv", "general.tsv", "business-tech.tsv"]

  func run() throws {
    func bytes(_ name: String) throws -> [UInt8] {
      Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
    }
    var rows = SentimentRows(try Self.lexicon.flatMap(bytes))
    while rows.next() != nil {}
    guard rows.faults.isEmpty else {
      throw ValidationError(rows.faults.map { "line \($0.line): \($0.text)" }.joined(separator: "\n"))
    }
    let tables = SentimentTables(
      lexicon: SentimentLexicon(rows.bytes), model: try SentimentModel(bytes("model.tsv")))
    try Data(tables.compiled).write(to: URL(fileURLWithPath: folder + "/compiled.bin"), options: .atomic)
  }
}
