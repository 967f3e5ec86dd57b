import Normalization
import Testing
import TextCore

/// A normalizer's settings, to make one wherever a test needs it.
struct Settings: Sendable, CustomStringConvertible {
  var form = NormalizationForm.japanese
  var tilde = TildeHandling.keepRanges
  var repeatLimit: Int?

  var description: String { "\(form.rawValue), \(tilde.rawValue), \(repeatLimit.map(String.init) ?? "no limit")" }

  func normalizer() throws -> Normalizer { try Normalizer(form: form, tilde: tilde, repeatLimit: repeatLimit) }

  /// Every form, and the form `japanese` with every handling of tildes and some limits.
  static let all: [Settings] =
    [Settings(form: .none), Settings(form: .nfc), Settings(form: .nfkc)]
    + TildeHandling.allCases.flatMap { tilde in
      [nil, 1, 3].map { Settings(form: .japanese, tilde: tilde, repeatLimit: $0) }
    }
}

extension Normalizer {
  /// Normalizes a string.
  mutating func normalize(_ text: String) -> String {
    String(decoding: normalize(Array(text.utf8).span).bytes, as: UTF8.self)
  }
}

/// Normalizes one string.
func normalize(_ text: String, _ settings: Settings = Settings()) throws -> String {
  var normalizer = try settings.normalizer()
  return normalizer.normalize(text)
}

/// The string of these scalars.
func string(_ scalars: [UInt32]) -> String {
  var text = String.UnicodeScalarView()
  text.append(contentsOf: scalars.compactMap(Unicode.Scalar.init))
  return String(text)
}

extension String {
  /// The scalars in hexadecimal, for messages about what looks alike.
  var scalarList: String { unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ") }
}

/// Checks that the edits of `result` cut both texts into equal stretches and replacements.
func expectMapFits(_ result: NormalizedText, of source: [UInt8], _ comment: Comment? = nil) {
  var (sourceEnd, targetEnd) = (0, 0)
  for edit in result.map.edits {
    guard edit.source.lowerBound >= sourceEnd, edit.source.upperBound <= source.count,
      edit.target.upperBound <= result.bytes.count
    else {
      Issue.record("an edit out of order: \(edit)")
      return
    }
    #expect(
      source[sourceEnd..<edit.source.lowerBound] == result.bytes[targetEnd..<edit.target.lowerBound], comment)
    (sourceEnd, targetEnd) = (edit.source.upperBound, edit.target.upperBound)
  }
  #expect(source[sourceEnd...] == result.bytes[targetEnd...], comment)
}
