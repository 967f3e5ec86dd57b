import ArgumentParser
import Kiji
import Morphology
import Reporting
import Sentences
import TextCore

/// `kiji segment`: morphemes of plain text.
struct Segment: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "プレーンテキストを形態素に分けます。",
    discussion: """
      テキストは正規化せず、文ごとにMeCabに渡します。mecab形式の出力は、同じ辞書の mecab コマンドがその文に返す行と同じです。
      そのため kiji の語彙は、--with-words を付けたときだけ使います。
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case mecab, wakati, tsv, json, conllu
  }

  @Argument(help: "テキストのファイル。- は標準入力です。")
  var file: String?

  @Option(help: "出力の形式。")
  var format: Format = .mecab

  @Flag(help: "kiji の語彙も使います。")
  var withWords = false

  @Option(help: "読み込むファイルの上限（バイト）。")
  var sizeLimit = 64 << 20

  @OptionGroup var dictionaries: DictionaryOptions

  func run() throws {
    var configuration = try dictionaries.configuration(input: file == "-" ? nil : file)
    configuration.usesOwnWords = withWords
    let input = try TextInput(file, limit: max(1, sizeLimit), quiet: dictionaries.quiet)
    let kiji = try dictionaries.open(configuration)
    do {
      try write(input.source.bytes, kiji)
    } catch let error as MorphologyError {
      throw CommandFailure(error)
    }
  }

  private func write(_ bytes: [UInt8], _ kiji: Kiji) throws {
    var segmenter = try Segmenter(model: kiji.model)
    var splitter = SentenceSplitter()
    var sentences: [ByteRange<NormalizedSpace>] = []
    splitter.split(bytes.span, into: &sentences)
    var output = MorphemeOutput(format: format)
    var table = MorphemeTable()
    var isEmpty = true
    for range in sentences {
      let sentence = SentenceTrimming.withoutLineEnd(range, in: bytes.span)
      guard !bytes[sentence.offsets].allSatisfy({ $0 <= 0x20 }) else { continue }
      isEmpty = false
      if format == .mecab {
        try segmenter.writeMeCabLines(bytes.span, sentence: sentence, to: &output.bytes)
      } else {
        table.removeAll()
        try segmenter.segment(bytes.span, sentences: [sentence], into: &table)
        output.append(bytes.span, sentence, table, segmenter.lexemes)
      }
      if output.bytes.count > 1 << 20 { output.flush() }
    }
    // A text without a sentence is an empty line to the mecab command.
    if isEmpty && format == .mecab { output.bytes.append(contentsOf: "EOS\n".utf8) }
    output.flush()
  }
}
