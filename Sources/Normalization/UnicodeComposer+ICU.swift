internal import CICUNormalization
internal import TextCore

/// ICU's composing normalization, with its scratch memory.
struct UnicodeComposer: ~Copyable {
  private let handle: OpaquePointer

  /// Creates a composer to `form`; NFC where that is not a compatibility form.
  init(_ form: NormalizationForm) throws(NormalizationError) {
    var status: Int32 = 0
    guard let handle = kiji_normalizer_create(form != .nfc, &status) else {
      throw .formUnavailable(form, status: Int(status))
    }
    self.handle = handle
  }

  deinit { kiji_normalizer_destroy(handle) }

  /// Normalizes valid UTF-8, and lends the result and its map to `body`.
  /// - Complexity: O(*n*) where no run of combining marks is long, which `SourceRepair` sees to.
  mutating func compose<Result>(
    _ text: Span<UInt8>, _ body: (UnsafeBufferPointer<UInt8>, OffsetMap<RepairedSpace, FormSpace>) -> Result
  ) -> Result {
    // SAFETY: the shim reads `text` only during the call; its result stays in place until the shim is called again,
    // which `body` cannot do, for `self` is held.
    text.withUnsafeBufferPointer { source in
      let normalized = kiji_normalizer_normalize(handle, source.baseAddress, source.count)
      var map = OffsetMap<RepairedSpace, FormSpace>()
      map.reserveCapacity(normalized.edit_count)
      for edit in UnsafeBufferPointer(start: normalized.edits, count: normalized.edit_count) {
        let start = Int(edit.source)
        map.replace(ByteRange(start, start + Int(edit.source_count)), withCount: Int(edit.target_count))
      }
      return body(UnsafeBufferPointer(start: normalized.bytes, count: normalized.byte_count), map)
    }
  }

  /// The questions about single scalars.
  var properties: ScalarProperties { ScalarProperties(handle: handle) }
}

/// What ICU knows of single scalars. Lives no longer than the composer it comes from.
struct ScalarProperties {
  fileprivate let handle: OpaquePointer

  /// Whether normalization may join `scalar` with what stands before it.
  func joinsPrevious(_ scalar: UInt32) -> Bool { !kiji_normalizer_has_boundary_before(handle, scalar) }

  /// The non-starters at the ends of the compatibility decomposition of `scalar`.
  func nonStarters(_ scalar: UInt32) -> (leading: Int, trailing: Int, hasStarter: Bool) {
    let ends = kiji_normalizer_non_starters(handle, scalar)
    return (Int(ends.leading), Int(ends.trailing), ends.has_starter)
  }
}

extension Normalizer {
  /// Whether the version of Unicode that ICU knows assigns `scalar`.
  package static func isAssigned(_ scalar: UInt32) -> Bool { kiji_icu_is_assigned(scalar) }
}
