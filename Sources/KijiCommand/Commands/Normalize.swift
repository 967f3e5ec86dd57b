public import ArgumentParser
import Kiji
public import Normalization
import TextCore

extension NormalizationForm: ExpressibleByArgument {}
extension TildeHandling: ExpressibleByArgument {}

/// `kiji normalize`: normalized text, line for line.
struct Normalize: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "テキストを正規化します。行の数は変わりません。")

  @Argument(help: "テキストのファイル。- は標準入力です。")
  var file: String?

  @Option(help: "正規化の形。")
  var form: NormalizationForm = .japanese

  @Option(help: "波線の扱い（japanese のとき）。記事の分析では keep-ranges を使います。")
  var tilde: TildeHandling = .remove

  @Option(name: .customLong("repeat"), help: "同じ文字や語の繰り返しを残す回数の上限（japanese のとき）。")
  var repeatLimit: Int?

  @Option(help: "読み込むファイルの上限（バイト）。")
  var sizeLimit = 64 << 20

  @Flag(help: "警告を表示しません。")
  var quiet = false

  func validate() throws {
    if let repeatLimit, repeatLimit < 1 { throw ValidationError("--repeat には1以上の整数を指定してください。") }
  }

  func run() throws {
    let input = try TextInput(file, limit: max(1, sizeLimit), quiet: quiet)
    do {
      var normalizer = try Normalizer(form: form, tilde: tilde, repeatLimit: repeatLimit)
      Console.write(normalizer.normalize(input.source.bytes.span).bytes)
    } catch {
      throw CommandFailure(error)
    }
  }
}
