package import TextCore

/// Reads the front matter of an article: YAML, TOML or JSON on the first lines of the file.
public enum FrontMatterReader {
  /// The largest block that is read. Parsers are not made for more, and no author writes it.
  static let byteLimit = 256 * 1024

  /// Reads what `source` begins with.
  ///
  /// A broken block gives a diagnostic with the place that the parser tells; its fields are read one by one as far as
  /// they can be, and the body is what follows it.
  /// - Returns: The front matter, `nil` where the file has none; where the body begins; and what was wrong.
  /// - Complexity: O(*n*) in bytes of the block.
  package static func read(
    _ source: DecodedSource
  ) -> (frontMatter: FrontMatter?, bodyStart: Int, diagnostics: [Diagnostic]) {
    let text = source.bytes.span
    guard var block = FrontMatterBlock.find(in: text) else { return (nil, 0, []) }
    var reading = self.reading(of: block, in: text)
    if let fault = reading.fault, fault.kind == .syntax, let start = block.cutAtProse(in: text) {
      block = start
      reading = self.reading(of: block, in: text)
    }
    var diagnostics: [Diagnostic] = []
    if !block.isTerminated { diagnostics.append(unterminated(block, in: text)) }
    if let fault = reading.fault, block.isTerminated || block.kind != .json {
      diagnostics.append(diagnostic(of: fault, block, in: text))
    }
    let (matter, problems) = FrontMatterFields.matter(of: reading.entries, kind: block.kind, range: 0..<block.end)
    return (matter, block.end, diagnostics + problems)
  }

  /// The fields of a block that can be read, in the order of the file.
  static func entries(of block: FrontMatterBlock, in text: Span<UInt8>) -> [FrontMatterEntry] {
    reading(of: block, in: text).entries
  }

  private static func reading(of block: FrontMatterBlock, in text: Span<UInt8>) -> FrontMatterReading {
    guard block.content.count <= byteLimit else {
      return FrontMatterReading(
        fault: FrontMatterFault(
          kind: .size, problem: "\(block.content.count)バイトあり、上限の\(byteLimit)バイトを超えています",
          offset: block.content.lowerBound))
    }
    return switch block.kind {
    case .yaml: FrontMatterYAML.read(block.content, in: text)
    case .toml: FrontMatterTOML.read(block.content, in: text)
    case .json: FrontMatterJSON.read(block.content, in: text)
    }
  }

  private static func diagnostic(
    of fault: FrontMatterFault, _ block: FrontMatterBlock, in text: Span<UInt8>
  ) -> Diagnostic {
    let place = place(of: fault, block, in: text)
    return switch fault.kind {
    case .syntax:
      Diagnostic(
        DiagnosticCode("front-matter.broken"), .error,
        "フロントマター（\(block.kind.name)）を読めません。\(fault.problem)。", at: place)
    case .size:
      Diagnostic(
        DiagnosticCode("front-matter.too-large"), .error,
        "フロントマターが\(fault.problem)。読まずに本文だけを扱います。", at: place)
    case .duplicate:
      Diagnostic(
        DiagnosticCode("front-matter.duplicate-name"), .warning,
        "フロントマターで\(fault.problem)。最後の値を使います。一つだけ残してください。", at: place)
    }
  }

  private static func unterminated(_ block: FrontMatterBlock, in text: Span<UInt8>) -> Diagnostic {
    var lines = LineWalk(0..<text.count)
    let opening = lines.next(in: text).map { $0.start..<$0.end } ?? 0..<0
    let closing =
      switch block.kind {
      case .yaml: "「---」の行"
      case .toml: "「+++」の行"
      case .json: "「}」"
      }
    return Diagnostic(
      DiagnosticCode("front-matter.unterminated"), .warning,
      "フロントマターを閉じる\(closing)がありません。項目に見える行までをフロントマターとして読みました。", at: ByteRange(opening))
  }

  /// The rest of the line from the fault on.
  private static func place(
    of fault: FrontMatterFault, _ block: FrontMatterBlock, in text: Span<UInt8>
  ) -> ByteRange<FileSpace> {
    let offset = min(max(fault.offset, block.content.lowerBound), block.content.upperBound)
    var end = offset
    while end < block.content.upperBound, text[end] != 0x0A, text[end] != 0x0D { end += 1 }
    return ByteRange(offset, end)
  }
}

extension FrontMatter.Kind {
  /// The language's name as people write it.
  fileprivate var name: String {
    switch self {
    case .yaml: "YAML"
    case .toml: "TOML"
    case .json: "JSON"
    }
  }
}
