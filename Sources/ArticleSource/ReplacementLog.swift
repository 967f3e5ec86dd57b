internal import TextCore

/// Remembers where U+FFFD stands for what could not be read, and tells it as diagnostics.
///
/// Replacements that touch are one run. Only the first `limit` runs are told one by one: a broken file may have
/// millions.
struct ReplacementLog {
  /// Why a character was replaced.
  enum Cause: Equatable {
    /// Bytes that are no character in the file's encoding.
    case invalidBytes
    /// NUL, which is no text.
    case null
  }

  private struct Run {
    let cause: Cause
    let start: Int
    var end: Int
  }

  /// How many runs are told one by one.
  static let limit = 100
  /// The bytes of U+FFFD.
  static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  private var runs: [Run] = []
  private var open: Run?
  private var untold = 0

  /// Notes that the U+FFFD at `offset` of the decoded text was put there; offsets ascend.
  mutating func record(_ cause: Cause, at offset: Int) {
    let end = offset + Self.replacement.count
    if let run = open, run.cause == cause, run.end == offset {
      open?.end = end
    } else {
      close()
      open = Run(cause: cause, start: offset, end: end)
    }
  }

  private mutating func close() {
    guard let run = open else { return }
    if runs.count < Self.limit { runs.append(run) } else { untold += 1 }
    open = nil
  }

  /// Tells what was recorded.
  mutating func diagnostics(encoding: SourceEncoding) -> [Diagnostic] {
    close()
    var diagnostics = runs.map { run in
      let characters = (run.end - run.start) / Self.replacement.count
      let range = ByteRange<FileSpace>(run.start, run.end)
      return switch run.cause {
      case .invalidBytes:
        Diagnostic(
          DiagnosticCode("source.invalid-bytes"), .warning,
          "\(encoding.name)として読めないバイト列をU+FFFD（\(characters)個）に置き換えました。元のファイルの文字コードを確かめてください。",
          at: range)
      case .null:
        Diagnostic(
          DiagnosticCode("source.null-character"), .warning,
          "NUL文字（\(characters)個）をU+FFFDに置き換えました。テキストではないデータが混ざっていないか確かめてください。",
          at: range)
      }
    }
    if untold > 0 {
      diagnostics.append(
        Diagnostic(
          DiagnosticCode("source.invalid-bytes"), .warning,
          "読めない箇所はほかに\(untold)か所あり、同じように置き換えました。文字コードの指定が合っているかどうかを確かめてください。"))
    }
    return diagnostics
  }
}
