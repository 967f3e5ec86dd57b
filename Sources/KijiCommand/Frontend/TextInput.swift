import ArgumentParser
import ArticleSource
import Kiji
import TextCore

/// The text of the commands that take text and no article.
struct TextInput {
  /// The decoded text.
  let source: DecodedSource

  /// Reads and decodes a file or standard input; tells of what was worked around on standard error.
  init(_ argument: String?, limit: Int, quiet: Bool) throws {
    if argument == nil, Console.isInputTerminal {
      throw ValidationError("テキストのファイルを指定してください。標準入力から読むには - を指定します。")
    }
    let input = argument.map(InputFile.init) ?? .standardInput
    let bytes = try input.read(limit: limit)
    do {
      source = try SourceDecoder(options: .init(byteLimit: limit)).decode(bytes)
    } catch {
      throw CommandFailure(error, path: input.name)
    }
    guard !quiet, !source.diagnostics.isEmpty else { return }
    let lines = LineIndex(source.bytes.span)
    for diagnostic in source.diagnostics {
      let place = lines.position(ofByte: diagnostic.range?.lowerBound ?? 0, in: source.bytes.span)
      Console.tell(
        "\(input.name):\(place.line):\(place.column): \(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.code.name)]"
      )
    }
  }
}
