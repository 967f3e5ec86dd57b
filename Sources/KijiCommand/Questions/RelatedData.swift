import ArchiveAnalysis
import ArchiveIndex
import Foundation
import Reporting

/// Writes the related articles of all articles as a data file for Hugo or Jekyll: path → list.
struct RelatedData {
  let options: IndexOptions
  let limit: Int

  func write(to path: String) throws {
    let index = try options.open()
    let object = try options.telling { () -> [UInt8] in
      let similarity = try index.similarityIndex(isForMany: true)
      let cards = try index.cards()
      if path.hasSuffix(".json") {
        var output = JSONOutput(.indented)
        try write(similarity, cards, index, to: &output)
        return output.bytes + [0x0A]
      }
      var output = YAMLOutput()
      try write(similarity, cards, index, to: &output)
      return output.bytes
    }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw CommandFailure.output(folder, "フォルダーを作れませんでした。パスと権限を確かめてください。")
    }
    let file = try ReplacedFile(path)
    try file.write(object)
    try file.finish()
    try file.replace()
  }

  private func write(
    _ similarity: ArchiveSimilarity, _ cards: [Int: ArticleCard], _ index: ArchiveIndex,
    to output: inout some StructuredOutput
  ) throws {
    output.beginObject()
    for card in cards.values.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
      output.key(card.path)
      let matches = try similarity.matches(for: try index.features(of: card.id), excluding: card.id, limit: limit)
      output.array(matches.compactMap { match in cards[match.article].map { (match, $0) } }) { output, match in
        output.beginObject()
        output.key("path")
        output.string(match.1.path)
        output.key("title")
        output.string(match.1.title)
        output.key("score")
        output.score(match.0.score)
        output.endObject()
      }
    }
    output.endObject()
  }
}
