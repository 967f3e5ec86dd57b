import ArgumentParser
import ArticleAnalysis
import ArticleSource
import Kiji
import Normalization
import Sentences
import TextCore

/// `kiji prose`: what a reader reads of an article, as the later stages get it.
struct Prose: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "記事の本文だけを取り出します。コードや記法は含みません。",
    discussion: "--sentences を付けると1行に1文ずつ出力します。")

  @Argument(help: "記事のファイル。- は標準入力です。")
  var files: [String] = []

  @Flag(help: "分析と同じように正規化します。")
  var normalized = false

  @Flag(help: "1行に1文ずつ出力します。")
  var sentences = false

  @Option(help: "入力の形式。")
  var inputFormat: InputFormatChoice = .auto

  @Option(help: "読み込むファイルの上限（バイト）。")
  var sizeLimit = 64 << 20

  func run() throws {
    var normalizer = try Normalizer(form: normalized ? .japanese : .none, tilde: .keepRanges)
    for input in try ArticleRun.inputs(files) {
      let bytes = try input.read(limit: sizeLimit)
      let prose: ProseText
      do {
        prose = try ArticleReader.read(
          bytes, path: input.path, format: inputFormat.format, decoding: .init(byteLimit: sizeLimit)
        ).prose
      } catch {
        throw CommandFailure(error, path: input.name)
      }
      let text = normalizer.normalize(prose.bytes.span).bytes
      Console.write(sentences ? Self.lines(text) : text + [0x0A])
    }
  }

  /// One sentence a line; line ends inside a sentence become spaces.
  private static func lines(_ text: [UInt8]) -> [UInt8] {
    var splitter = SentenceSplitter()
    var ranges: [ByteRange<NormalizedSpace>] = []
    splitter.split(text.span, into: &ranges)
    var lines: [UInt8] = []
    lines.reserveCapacity(text.count + ranges.count)
    for range in ranges {
      let sentence = SentenceTrimming.trim(range, in: text.span)
      guard !sentence.isEmpty else { continue }
      lines += text[sentence.offsets].map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
      lines.append(0x0A)
    }
    return lines
  }
}
