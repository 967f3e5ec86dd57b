import Foundation
import Normalization
import Testing

/// All rows of Unicode's NormalizationTest.txt; Debian's package `unicode-data` brings the file.
struct ConformanceTests {
  /// Where Debian puts the file, packed or not.
  private static let path = "/usr/share/unicode/NormalizationTest.txt"

  private static var isInstalled: Bool {
    ["", ".bz2", ".gz"].contains { FileManager.default.fileExists(atPath: path + $0) }
  }

  @Test("Every row of Unicode's NormalizationTest.txt holds", .enabled("unicode-data is not installed") { isInstalled })
  func conformance() throws {
    var nfc = try Normalizer(form: .nfc)
    var nfkc = try Normalizer(form: .nfkc)
    var rowCount = 0
    var skippedCount = 0
    for line in try Self.text().split(separator: "\n") where line.first != "#" && line.first != "@" {
      let columns = line.split(separator: ";", omittingEmptySubsequences: false).prefix(5).map { column in
        column.split(separator: " ").compactMap { UInt32($0, radix: 16) }
      }
      // A file of a later Unicode than ICU's may test characters that ICU does not know.
      guard columns.joined().allSatisfy({ Normalizer.isAssigned($0) }) else {
        skippedCount += 1
        continue
      }
      rowCount += 1
      let texts = columns.map { string($0) }
      for (index, text) in texts.enumerated() {
        expectScalars(nfc.normalize(text), index < 3 ? texts[1] : texts[3], "NFC of column \(index + 1): \(line)")
        expectScalars(nfkc.normalize(text), texts[3], "NFKC of column \(index + 1): \(line)")
      }
    }
    #expect(rowCount > 18_000)
    #expect(skippedCount < 2_000, "ICU is several versions of Unicode behind the file")
  }

  @Test("What the file does not list stays as it is")
  func unlisted() throws {
    var nfc = try Normalizer(form: .nfc)
    let kanji = string(Array(0x4E00...0x9FFF)) + string(Array(0x3041...0x3096))
    expectScalars(nfc.normalize(kanji), kanji, "kanji and hiragana")
  }

  private func expectScalars(_ text: String, _ expected: String, _ comment: Comment) {
    if !text.utf8.elementsEqual(expected.utf8) {
      Issue.record("\(comment): \(text.scalarList), not \(expected.scalarList)")
    }
  }

  private static func text() throws -> String {
    if let plain = FileManager.default.contents(atPath: path) { return String(decoding: plain, as: UTF8.self) }
    let isBzip2 = FileManager.default.fileExists(atPath: path + ".bz2")
    let unpacking = Process()
    let output = Pipe()
    unpacking.executableURL = URL(filePath: "/usr/bin/env")
    unpacking.arguments = isBzip2 ? ["bzip2", "-dc", path + ".bz2"] : ["gzip", "-dc", path + ".gz"]
    unpacking.standardOutput = output
    try unpacking.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    unpacking.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }
}
