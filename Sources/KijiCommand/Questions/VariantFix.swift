import ArticleSource
import Foundation
import TextCore

/// Rewrites words in files to the usual way.
struct VariantFix {
  let decoding: SourceDecoder.Options
  let dryRun: Bool

  private static let notRewritten = DiagnosticCode("variants.not-rewritten")

  /// Rewrites what is safe to, tells each place, and counts what was left.
  func run(_ places: [VariantPlace]) throws {
    var (mended, left, files) = (0, 0, 0)
    var start = 0
    while start < places.count {
      var end = start
      while end < places.count, places[end].path == places[start].path { end += 1 }
      let own = places[start..<end]
      let safe = Self.apart(own.filter { $0.replacement != nil })
      let isDone = try safe.isEmpty || rewrite(own[start].path, safe)
      for place in safe where isDone {
        Console.write("\(place.position): 「\(place.text)」→「\(place.replacement ?? "")」\n")
      }
      mended += isDone ? safe.count : 0
      left += isDone ? own.count - safe.count : own.count
      files += isDone && !safe.isEmpty ? 1 : 0
      start = end
    }
    let what = dryRun ? "直せます（--dry-run を外すと書き換えます）" : "直しました"
    Console.tell("kiji: \(files)個のファイルの\(mended)か所を\(what)。そのままにした箇所: \(left)")
  }

  /// The places without those that overlap one before.
  private static func apart(_ places: [VariantPlace]) -> [VariantPlace] {
    var end = 0
    return places.filter { place in
      guard place.range.lowerBound >= end else { return false }
      end = place.range.upperBound
      return true
    }
  }

  /// Writes the file anew; returns whether it could.
  private func rewrite(_ path: String, _ places: [VariantPlace]) throws -> Bool {
    let bytes = try InputFile.path(path).read(limit: decoding.byteLimit)
    let decoded: DecodedSource
    do {
      decoded = try SourceDecoder(options: decoding).decode(bytes)
    } catch {
      throw CommandFailure(error, path: path)
    }
    // Every other byte stays as it is, so the text must be the file itself, but for a mark of the encoding in front.
    let offset = bytes.count - decoded.bytes.count
    guard offset == 0 || offset == 3, bytes[offset...].elementsEqual(decoded.bytes),
      places.allSatisfy({ place in
        place.range.upperBound <= decoded.bytes.count && decoded.bytes[place.range].elementsEqual(place.text.utf8)
      })
    else {
      Console.tell("\(path):1:1: warning: UTF-8ではないか、読んだあとに変わったため、書き換えません。 [\(Self.notRewritten.name)]")
      return false
    }
    guard !dryRun else { return true }
    var result = Array(bytes[..<offset])
    var copied = 0
    for place in places {
      result += decoded.bytes[copied..<place.range.lowerBound]
      result += Array((place.replacement ?? place.text).utf8)
      copied = place.range.upperBound
    }
    result += decoded.bytes[copied...]
    // A link stays a link to the file that it leads to, and the file keeps its rights.
    let target = FileStamp.realPath(path) ?? path
    var status = stat()
    let mode = stat(target, &status) == 0 ? status.st_mode & 0o7777 : 0o644
    let file = try ReplacedFile(target)
    try file.write(result)
    try file.finish()
    try file.replace()
    chmod(target, mode)
    return true
  }
}
