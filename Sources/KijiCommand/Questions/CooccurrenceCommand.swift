import ArchiveAnalysis
import ArchiveIndex
import ArgumentParser
import Foundation
import Kiji
import Reporting
import TextCore

/// `kiji cooccurrence`: what stands together, as a network.
struct CooccurrenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cooccurrence",
    abstract: "語や固有表現の共起ネットワークを作ります。",
    discussion: "text、csv、tsv、json、jsonl、markdown は辺の一覧、graphml は Gephi や Cytoscape で開けるグラフです。")

  enum Subject: String, CaseIterable, ExpressibleByArgument { case term, entity }
  enum Unit: String, CaseIterable, ExpressibleByArgument { case sentence, paragraph, article }
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, jsonl, csv, tsv, markdown, graphml }

  @Option(help: "kiji batch が作った索引（index.sqlite）か、そのフォルダー。")
  var index: String

  @Option(help: "出力の形式。")
  var format: Format = .text

  @Option(help: "節点にするもの。")
  var of: Subject = .entity

  @Option(help: "一緒に現れたと数える範囲。")
  var unit: Unit = .sentence

  @Option(help: "節点の数の上限（多くの記事に現れるものから）。")
  var nodes = 200

  @Option(name: .customLong("min-count"), help: "辺にする、一緒に現れた回数の下限。")
  var minimumCount = 3

  @OptionGroup var limit: LimitOption
  @OptionGroup var dictionaries: DictionaryOptions

  func validate() throws {
    if nodes < 2 || nodes > 5000 { throw ValidationError("--nodes には2から5000までの整数を指定してください。") }
    if minimumCount < 1 { throw ValidationError("--min-count には1以上の整数を指定してください。") }
  }

  func run() throws {
    let options = try IndexOptions.parse(["--index", index])
    let archive = try options.open()
    let network = try options.telling { () -> CooccurrenceNetwork in
      let names = try mostFrequent(archive)
      var counter = Cooccurrence(nodes: names.count)
      switch of {
      case .entity: try countEntities(archive, names, &counter)
      case .term: try countTerms(archive, names, &counter)
      }
      return CooccurrenceNetwork(
        names: names, counter: counter, edges: Array(counter.edges(minimum: minimumCount).prefix(limit.rows(300))),
        unit: unit.rawValue)
    }
    guard let format = AnswerTable.Format(rawValue: format.rawValue) else { return Console.write(network.graphML) }
    Console.write(network.table.render(format))
  }

  /// The names that stand in most articles.
  private func mostFrequent(_ archive: ArchiveIndex) throws -> [String] {
    let articles = try archive.articlesByDay().map(\.id)
    var counts: [String: Int] = [:]
    try archive.forEachNames(of == .term ? .term : .entity, of: articles) { _, names in
      for (name, _) in names { counts[name, default: 0] += 1 }
    }
    return counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.prefix(nodes).map(\.key)
  }

  private func countEntities(_ archive: ArchiveIndex, _ names: [String], _ counter: inout Cooccurrence) throws {
    let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    var mentions: [Int: [(node: Int, sentence: Int)]] = [:]
    try archive.forEachMentions { article, own in
      mentions[article] = own.compactMap { mention in numbers[mention.name].map { ($0, mention.sentence) } }
    }
    try archive.forEachArticleSentences { article, sentences in
      var units: [Int: Set<Int>] = [:]
      for (node, sentence) in mentions[article] ?? [] {
        units[number(of: sentence, sentences), default: []].insert(node)
      }
      add(units, count(of: sentences), to: &counter)
    }
  }

  private func countTerms(_ archive: ArchiveIndex, _ names: [String], _ counter: inout Cooccurrence) throws {
    var configuration = try dictionaries.configuration(input: nil)
    configuration.options.parts = []
    let kiji = try dictionaries.open(configuration)
    var matcher = PhraseMatcher()
    for (node, name) in names.enumerated() { matcher.add(try kiji.wordForms(of: name), node: node) }
    var places: [Int: [(node: Int, word: Int)]] = [:]
    try archive.forEachArticleWords { article, words in places[article] = matcher.places(in: words) }
    try archive.forEachArticleSentences { article, sentences in
      var units: [Int: Set<Int>] = [:]
      var sentence = 0
      for (node, word) in places[article] ?? [] {
        while sentence + 1 < sentences.count, sentences[sentence + 1].word <= word { sentence += 1 }
        units[number(of: sentence, sentences), default: []].insert(node)
      }
      add(units, count(of: sentences), to: &counter)
    }
  }

  /// The number of the unit that a sentence belongs to.
  private func number(of sentence: Int, _ sentences: [IndexedSentence]) -> Int {
    switch unit {
    case .sentence: sentence
    case .paragraph: sentence < sentences.count ? sentences[sentence].block : 0
    case .article: 0
    }
  }

  private func count(of sentences: [IndexedSentence]) -> Int {
    switch unit {
    case .sentence: return sentences.count
    case .article: return sentences.isEmpty ? 0 : 1
    case .paragraph:
      var last: Int?
      return sentences.count { sentence in
        defer { last = sentence.block }
        return sentence.block != last
      }
    }
  }

  private func add(_ units: [Int: Set<Int>], _ count: Int, to counter: inout Cooccurrence) {
    for unit in units.keys.sorted() { counter.add((units[unit] ?? []).sorted()) }
    for _ in units.count..<max(count, units.count) { counter.add([]) }
  }
}
