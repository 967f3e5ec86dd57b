public import TextCore

/// Why a file could not be taken as an article at all.
public enum SourceError: DescribedError, Equatable {
  /// The file has `found` bytes, more than the `limit` that was set.
  case tooLarge(found: Int, limit: Int)
  /// ICU could not convert the file from the encoding `name`.
  case conversionFailed(name: String)

  /// The stable code.
  public var code: DiagnosticCode {
    switch self {
    case .tooLarge: DiagnosticCode("source.too-large")
    case .conversionFailed: DiagnosticCode("source.conversion-failed")
    }
  }

  /// What was found and what to do.
  public var message: String {
    switch self {
    case .tooLarge(let found, let limit):
      "ファイルの大きさが\(found)バイトあり、上限の\(limit)バイトを超えています。ファイルを分けるか、上限を上げてください。"
    case .conversionFailed(let name):
      "\(name)からUTF-8への変換に失敗しました。ICUの文字コード表が使えるかどうかを確かめてください。"
    }
  }
}
