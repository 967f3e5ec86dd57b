internal import TextCore

/// Reads UTF-16 in either byte order.
enum UTF16Reading {
  /// Decodes `bytes`; lone surrogates, NUL and a last odd byte become U+FFFD with a diagnostic.
  /// - Parameter encoding: One of the two UTF-16 encodings.
  /// - Complexity: O(*n*).
  static func text(of bytes: ArraySlice<UInt8>, encoding: SourceEncoding) -> RepairedText {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 2)
    var log = ReplacementLog()
    bytes.withUnsafeBufferPointer { bytes in
      let high = encoding == .utf16BigEndian ? 0 : 1
      func unit(_ offset: Int) -> UInt32 { UInt32(bytes[offset + high]) << 8 | UInt32(bytes[offset + 1 - high]) }
      var offset = 0
      while offset < bytes.count {
        guard offset + 1 < bytes.count else {
          log.record(.invalidBytes, at: output.count)
          output.append(contentsOf: ReplacementLog.replacement)
          break
        }
        var value = unit(offset)
        offset += 2
        if value & 0xFC00 == 0xD800, offset + 1 < bytes.count, unit(offset) & 0xFC00 == 0xDC00 {
          value = 0x10000 + (value & 0x3FF) << 10 + (unit(offset) & 0x3FF)
          offset += 2
        }
        if let scalar = Unicode.Scalar(value), value != 0 {
          output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        } else {
          log.record(value == 0 ? .null : .invalidBytes, at: output.count)
          output.append(contentsOf: ReplacementLog.replacement)
        }
      }
    }
    return RepairedText(bytes: output, diagnostics: log.diagnostics(encoding: encoding))
  }
}
