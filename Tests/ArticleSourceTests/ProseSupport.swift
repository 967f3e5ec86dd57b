import ArticleSource
import TextCore

/// The prose of a text.
func prose(_ text: String, _ format: InputFormat, bodyStart: Int = 0) -> ProseText {
  ProseReader.read(DecodedSource(bytes: Array(text.utf8)), bodyStart: bodyStart, format: format)
}

extension ProseText {
  /// The blocks as tests write them: `h2 見出し`, `p 段落`, `li 項目`, `td 欄`, `q 引用`, `fig 図`; a line break as `⏎`.
  var lines: [String] {
    blocks.map { block in
      let text = String(decoding: bytes[block.range.offsets], as: UTF8.self).split(separator: "\n").joined(
        separator: "⏎")
      switch block.kind {
      case .heading: return "h\(block.level) \(text)"
      case .paragraph: return "p \(text)"
      case .listItem: return "li \(text)"
      case .tableCell: return "td \(text)"
      case .quote: return "q \(text)"
      case .caption: return "fig \(text)"
      }
    }
  }

  /// What breaks the promises of a prose text read from `source`; `nil` where it keeps them all.
  func flaw(from source: [UInt8]) -> String? {
    guard String(validating: bytes, as: UTF8.self) != nil else { return "the prose is no UTF-8" }
    var (sourcePlace, place) = (0, 0)
    for edit in map.edits {
      let count = edit.source.lowerBound - sourcePlace
      guard count >= 0, edit.target.lowerBound - place == count else { return "the edits are out of order at \(edit)" }
      guard source[sourcePlace..<sourcePlace + count] == bytes[place..<place + count] else {
        return "the prose from \(place) on is no copy of the source"
      }
      (sourcePlace, place) = (edit.source.upperBound, edit.target.upperBound)
    }
    guard source[sourcePlace...] == bytes[place...] else { return "the end of the prose is no copy of the source" }
    var end = 0
    for (index, block) in blocks.enumerated() {
      if block.range.isEmpty { return "an empty block" }
      if block.range.lowerBound != end + (index == 0 ? 0 : 1) { return "a gap before \(block.range)" }
      if index > 0 && bytes[end] != 0x0A { return "no separator before \(block.range)" }
      end = block.range.upperBound
    }
    return end == bytes.count ? nil : "bytes after the last block"
  }

  /// The source text that stands behind the first `part` of the prose.
  func source(of part: String, in text: String) -> String? {
    let wanted = Array(part.utf8)
    guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: wanted) }) else { return nil }
    let range = map.sourceRange(of: ByteRange(start, start + wanted.count))
    return String(decoding: Array(text.utf8)[range.offsets], as: UTF8.self)
  }
}
