import Annotation
import ArgumentParser
import Foundation
import Kiji
import Morphology
import Normalization
import Sentences
import TextCore

/// `kiji-train values`: finds the numbers and times of texts, to score or to look at them.
struct Values: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "values",
    abstract: "Reads one text a line and prints one JSON array a line: start and end in scalars, kind, value.")

  @Option(help: "The day that relative times are counted from: 2025-11-02.")
  var anchor: String?

  func run() throws {
    let kiji = try Kiji()
    let finder = try ValueFinder(model: kiji.model, anchor: day())
    while let line = readLine() { print(try finder.find(line)) }
  }

  private func day() throws -> CalendarDay? {
    guard let anchor else { return nil }
    let parts = anchor.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, let day = CalendarDay(year: parts[0], month: parts[1], day: parts[2]) else {
      throw ValidationError("\(anchor) is no day, such as 2025-11-02")
    }
    return day
  }
}

/// All stages up to the values, for one text after the other.
private final class ValueFinder {
  private var normalizer: Normalizer
  private var splitter = SentenceSplitter()
  private var segmenter: Segmenter
  private var table = MorphemeTable()
  private var scanner = ValueScanner()
  private let anchor: CalendarDay?

  init(model: MeCabModel, anchor: CalendarDay?) throws {
    let normalizer = try Normalizer(form: .japanese)
    let segmenter = try Segmenter(model: model)
    self.normalizer = normalizer
    self.segmenter = segmenter
    self.anchor = anchor
  }

  /// The values of a text as a line of JSON.
  func find(_ line: String) throws -> String {
    let bytes = Array(line.utf8)
    let normalized = normalizer.normalize(bytes.span)
    var sentences: [ByteRange<NormalizedSpace>] = []
    splitter.split(normalized.bytes.span, into: &sentences)
    table.removeAll()
    try segmenter.segment(normalized.bytes.span, sentences: sentences, into: &table)
    var mentions: [ValueMention] = []
    scanner.beginArticle(anchor: anchor)
    for index in 0..<table.sentenceCount {
      scanner.scan(
        table.morphemes(ofSentence: index), of: table, lexemes: segmenter.lexemes, text: normalized.bytes.span,
        into: &mentions)
    }
    let items = mentions.map { mention in
      let range = normalized.map.sourceRange(of: mention.range)
      let start = String(decoding: bytes[..<range.lowerBound], as: UTF8.self).unicodeScalars.count
      let text = String(decoding: bytes[range.offsets], as: UTF8.self)
      let value = mention.value.map { "\"\($0)\"" } ?? "null"
      let kind = mention.kind.rawValue
      return "[\(start),\(start + text.unicodeScalars.count),\"\(kind)\",\(value),\(mention.isDeictic)]"
    }
    return "[" + items.joined(separator: ",") + "]"
  }
}
