import ArticleAnalysis
import Foundation
import Kiji
import Reporting
import TestSupport
import Testing
import TextCore

@Suite("Samples")
struct GoldenTests {
  private static let kiji = Result { try Kiji() }

  @Test(
    "The analysis of each sample is the golden one; scripts/update-goldens writes them anew",
    arguments: try Repository.samples)
  func golden(path: String) throws {
    let analysis = try Self.kiji.get().analyze(bytes: Repository.bytes(path), path: path)
    var output = JSONOutput(.indented)
    ArticleObject(analysis).write(to: &output)
    let found = String(decoding: output.bytes, as: UTF8.self) + "\n"
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let golden = String(decoding: try Repository.bytes("Tests/KijiTests/Goldens/\(name).json"), as: UTF8.self)
    guard found != golden else { return }
    for (line, pair) in zip(found.split(separator: "\n"), golden.split(separator: "\n")).enumerated()
    where pair.0 != pair.1 {
      Issue.record("\(name).json:\(line + 1): found \(pair.0), golden \(pair.1)")
      return
    }
    Issue.record("\(name).json: the lengths differ")
  }

  @Test(
    "Every range is the place of its text in the decoded file, in every unit", arguments: try Repository.samples,
    OffsetUnit.allCases)
  func ranges(path: String, unit: OffsetUnit) throws {
    var configuration = KijiConfiguration(environment: ProcessInfo.processInfo.environment)
    configuration.options.offsetUnit = unit
    let bytes = try Repository.bytes(path)
    let analysis = try Kiji(configuration: configuration).analyze(bytes: bytes, path: path)
    let source = try ArticleReader.read(bytes, path: path).source
    for sentence in analysis.sentences {
      let slice = try #require(Self.slice(source.bytes, sentence.range, unit))
      // What is not in the sentence is markup: the sentence's characters stand in the slice in order.
      var rest = Substring(slice)
      for character in sentence.text.filter({ !$0.isWhitespace }) where !slice.contains("&") {
        guard let place = rest.firstIndex(of: character) else {
          Issue.record("\(path): \(sentence.text) is not in \(slice)")
          break
        }
        rest = rest[rest.index(after: place)...]
      }
    }
  }

  /// The text of a range, by the definition of the unit.
  private static func slice(_ bytes: [UInt8], _ range: Range<Int>, _ unit: OffsetUnit) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    switch unit {
    case .utf8: return String(validating: bytes[range], as: UTF8.self)
    case .utf16: return String(validating: Array(text.utf16)[range], as: UTF16.self)
    case .scalar: return String(String.UnicodeScalarView(Array(text.unicodeScalars)[range]))
    }
  }

  @Test("Excerpts keep the contract at every limit", arguments: try Repository.samples)
  func excerpts(path: String) throws {
    for limit in [1, 2, 10, 30, 60, 90, 120, 300] {
      for style in ExcerptStyle.allCases {
        var configuration = KijiConfiguration(environment: ProcessInfo.processInfo.environment)
        configuration.options.excerptLimit = limit
        configuration.options.excerptStyle = style
        configuration.options.parts = [.summary]
        let analysis = try Kiji(configuration: configuration).analyze(bytes: Repository.bytes(path), path: path)
        let excerpt = try #require(analysis.summary?.excerpt)
        #expect(!excerpt.isEmpty && excerpt.count <= limit)
        let isBalanced = ExcerptForm.isBalanced(Array(excerpt.utf8).span)
        #expect(limit < 4 || isBalanced, "\(path) \(limit): \(excerpt)")
        #expect(excerpt != analysis.title)
      }
    }
  }
}
