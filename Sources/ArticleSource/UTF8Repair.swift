internal import TextCore

/// Text that is valid UTF-8 without NUL, and what had to be replaced for that.
struct RepairedText {
  let bytes: [UInt8]
  let diagnostics: [Diagnostic]
}

/// Makes bytes valid UTF-8: each maximal part of a broken sequence becomes one U+FFFD, as the Unicode Standard
/// recommends in section 3.9, and so does each NUL.
enum UTF8Repair {
  /// Repairs `bytes`, which are meant to be UTF-8; they are kept as they are where nothing is broken.
  /// - Complexity: O(*n*).
  static func repaired(_ bytes: [UInt8]) -> RepairedText {
    repaired(bytes, from: bytes.withUnsafeBufferPointer { UTF8Validity.survey($0).firstProblem })
  }

  /// Repairs `bytes`, whose first problem is known to be at `firstProblem`.
  static func repaired(_ bytes: [UInt8], from firstProblem: Int) -> RepairedText {
    guard firstProblem < bytes.count else { return RepairedText(bytes: bytes, diagnostics: []) }
    return rewritten(bytes, from: firstProblem, encoding: .utf8)
  }

  /// Takes what a converter made of a file in `encoding`: its U+FFFD are what it could not read, since none of the
  /// converted encodings has that character.
  static func converted(_ bytes: [UInt8], encoding: SourceEncoding) -> RepairedText {
    rewritten(bytes, from: 0, encoding: encoding)
  }

  private static func rewritten(_ bytes: [UInt8], from start: Int, encoding: SourceEncoding) -> RepairedText {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 8)
    var log = ReplacementLog()
    bytes.withUnsafeBufferPointer { bytes in
      var copied = 0
      var offset = start
      while offset < bytes.count {
        let step = UTF8Validity.step(bytes, at: offset)
        let cause: ReplacementLog.Cause?
        if bytes[offset] == 0 {
          cause = .null
        } else if !step.isWellFormed || encoding != .utf8 && isReplacement(bytes, at: offset) {
          cause = .invalidBytes
        } else {
          cause = nil
        }
        if let cause {
          output.append(contentsOf: bytes[copied..<offset])
          log.record(cause, at: output.count)
          output.append(contentsOf: ReplacementLog.replacement)
          copied = offset + step.length
        }
        offset += step.length
      }
      output.append(contentsOf: bytes[copied...])
    }
    return RepairedText(bytes: output, diagnostics: log.diagnostics(encoding: encoding))
  }

  private static func isReplacement(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    bytes[offset] == 0xEF && offset + 2 < bytes.count && bytes[offset + 1] == 0xBF && bytes[offset + 2] == 0xBD
  }
}
