import ArgumentParser

/// The command `kiji-train`: makes the tables and models that the package ships.
@main
struct KijiTraining: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kiji-train",
    abstract: "Makes the tables and models that kiji ships from data that is not part of it.",
    subcommands: [
      Background.self, Entities.self, SentimentTraining.self, SentimentScoring.self, SentimentTablesCommand.self,
      Values.self,
    ])
}
