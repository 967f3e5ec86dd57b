internal import TextCore

/// Reads web pages and parts of them.
enum HTMLReader {
  /// The prose of the HTML in `body`.
  static func read(_ source: UnsafeBufferPointer<UInt8>, _ body: Range<Int>) -> ProseText {
    let outline = HTMLOutline(source, body)
    let content = outline.content(of: body)
    var builder = ProseBuilder(source)
    var flow = HTMLFlow(.page)
    if outline.isTooDeep {
      builder.diagnostics.append(
        Diagnostic(
          DiagnosticCode("html.too-deep"), .warning,
          "HTML の要素の入れ子や数が多すぎるため、構造を解析せず、タグを取り除いて読みました。閉じていないタグがないか確認してください。",
          at: ByteRange(body.lowerBound, body.lowerBound)))
    }
    if outline.isTooDeep || !HTMLTree.read(source, body, content, &flow, &builder) {
      for range in content { flow.read(range, &builder) }
    }
    builder.documentTitle = documentTitle(source, outline)
    return builder.finish()
  }

  /// The title of a page: the one for social networks where the other only adds the name of the site to it.
  private static func documentTitle(_ source: UnsafeBufferPointer<UInt8>, _ outline: HTMLOutline) -> String? {
    let title = outline.title.map { decoded(source, $0) } ?? []
    let social = outline.socialTitle.map { decoded(source, $0) } ?? []
    let isInside = !social.isEmpty && title.indices.contains { title[$0...].starts(with: social) }
    let chosen = isInside || title.isEmpty ? social : title
    return chosen.isEmpty ? nil : String(decoding: chosen, as: UTF8.self)
  }

  /// The longest title, in bytes of the source.
  private static let longestTitle = 2_000

  /// The text of a stretch that holds no tags.
  private static func decoded(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [UInt8] {
    let end = UTF8Scan.boundary(atOrBefore: min(range.upperBound, range.lowerBound + longestTitle), in: source.span)
    var builder = ProseBuilder(UnsafeBufferPointer(rebasing: source[range.lowerBound..<max(range.lowerBound, end)]))
    builder.encodedText(0, builder.source.count)
    return builder.finish().bytes
  }
}
