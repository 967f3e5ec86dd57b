internal import TextCore

/// Brings texts into a normalization form, and remembers every change. One for each worker: it keeps scratch memory.
///
/// Normalizing twice gives what normalizing once gives. Line ends stay where they are, and nothing is joined,
/// cut or dropped across them.
public struct Normalizer: ~Copyable {
  /// The form that is made.
  public let form: NormalizationForm
  private var composer: UnicodeComposer
  private var repair: SourceRepair
  private var rewriter: JapaneseRewriter
  private var limiter: RepeatLimiter?

  /// Creates a normalizer.
  ///
  /// - Parameters:
  ///   - form: The form to make.
  ///   - tilde: What becomes of tildes; only the form `japanese` looks at it.
  ///   - repeatLimit: How often up to eight characters may stand in a row before the rest is dropped, at least 1:
  ///     with 1, `無駄無駄無駄` becomes `無駄`. No limit where `nil`. Only the form `japanese` looks at it.
  /// - Throws: `NormalizationError` where ICU lacks the data of the form or the limit is below 1.
  public init(
    form: NormalizationForm, tilde: TildeHandling = .keepRanges, repeatLimit: Int? = nil
  ) throws(NormalizationError) {
    if let repeatLimit, repeatLimit < 1 { throw .repeatLimitTooSmall(repeatLimit) }
    let composer = try UnicodeComposer(form)
    self.form = form
    self.composer = composer
    repair = SourceRepair(makesLongVowels: form == .japanese)
    rewriter = JapaneseRewriter(tilde: tilde)
    limiter = repeatLimit.map { RepeatLimiter(limit: $0) }
  }

  /// Normalizes `text`.
  ///
  /// `text` should be valid UTF-8. Bytes that are not are replaced by U+FFFD, one for each maximal part of a
  /// sequence. More than 30 combining marks in a row get joiners (U+034F) as in Unicode's Stream-Safe Text Format.
  /// - Complexity: O(*n*).
  public mutating func normalize(_ text: Span<UInt8>) -> NormalizedText {
    guard form != .none else { return repairOnly(text) }
    guard repair.repair(text, composer.properties) else { return normalize(valid: text, after: OffsetMap()) }
    let repaired = repair.output
    return normalize(valid: repaired.span, after: repair.map)
  }

  private mutating func repairOnly(_ text: Span<UInt8>) -> NormalizedText {
    let bytes = repair.replaceBroken(text) ? repair.output : text.withUnsafeBufferPointer { Array($0) }
    return NormalizedText(bytes: bytes, map: repair.map.followed(by: OffsetMap()))
  }

  /// Normalizes text that is valid UTF-8, which `repairs` carries back to the text that was given.
  private mutating func normalize(
    valid text: Span<UInt8>, after repairs: OffsetMap<ProseSpace, RepairedSpace>
  ) -> NormalizedText {
    let properties = composer.properties
    guard form == .japanese else {
      return composer.compose(text) { composed, composition in
        NormalizedText(
          bytes: Array(composed), map: repairs.followed(by: composition).followed(by: OffsetMap<FormSpace, _>()))
      }
    }
    let (bytes, map) = composer.compose(text) { composed, composition in
      rewriter.rewrite(composed.span, properties)
      let bytes = rewriter.map.isIdentity ? Array(composed) : rewriter.output
      return (bytes, repairs.followed(by: composition).followed(by: rewriter.map))
    }
    guard let limiter, let limited = limiter.limit(bytes.span) else {
      return NormalizedText(bytes: bytes, map: map.followed(by: OffsetMap()))
    }
    return NormalizedText(bytes: limited.bytes, map: map.followed(by: limited.map))
  }
}
