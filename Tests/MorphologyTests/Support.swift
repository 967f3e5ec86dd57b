import Foundation
import Morphology
import TextCore

/// A dictionary that is installed here, or `nil`.
func installed(_ name: DictionaryName) -> DictionaryLocation? { try? DictionaryLocator().locate(.named(name)) }

/// The dictionaries that are installed here.
let installedDictionaries: [DictionaryName] = DictionaryName.allCases.filter { installed($0) != nil }

/// A program that is installed here.
func program(_ paths: [String]) -> String? { paths.first { FileManager.default.isExecutableFile(atPath: $0) } }

let mecabCommand = program(["/usr/bin/mecab", "/opt/homebrew/bin/mecab", "/usr/local/bin/mecab"])
let dictIndexCommand = program(["/usr/lib/mecab/mecab-dict-index", "/opt/homebrew/libexec/mecab/mecab-dict-index"])

/// Runs a program and returns what it writes.
func run(_ path: String, _ arguments: [String], input: [UInt8] = []) throws -> [UInt8] {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: path)
  process.arguments = arguments
  let folder = FileManager.default.temporaryDirectory
  let file = folder.appendingPathComponent("kiji-input-\(UUID().uuidString)")
  try Data(input).write(to: file)
  defer { try? FileManager.default.removeItem(at: file) }
  let output = Pipe()
  process.standardInput = try FileHandle(forReadingFrom: file)
  process.standardOutput = output
  process.standardError = FileHandle.nullDevice
  try process.run()
  let data = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return [UInt8](data)
}

extension Segmenter {
  /// The surfaces of one sentence's morphemes.
  mutating func surfaces(_ sentence: String) throws -> [String] {
    try morphemes(sentence).map(\.surface)
  }

  /// The morphemes of one sentence with their classes.
  mutating func morphemes(_ sentence: String) throws -> [(surface: String, part: PartOfSpeech)] {
    let bytes = Array(sentence.utf8)
    var table = MorphemeTable()
    try segment(bytes.span, sentences: [ByteRange(0, bytes.count)], into: &table)
    return (0..<table.count).map {
      (lexemes.surface(of: table.lexemes[$0]), lexemes.partsOfSpeech[Int(table.lexemes[$0])])
    }
  }

  /// The lines of the `mecab` command for one sentence.
  mutating func lines(_ sentence: String) throws -> String {
    let bytes = Array(sentence.utf8)
    var output: [UInt8] = []
    try writeMeCabLines(bytes.span, sentence: ByteRange(0, bytes.count), to: &output)
    return String(decoding: output, as: UTF8.self)
  }
}
