public import TextCore

/// Why a normalizer could not be made.
public enum NormalizationError: DescribedError, Equatable {
  /// ICU gave the error number `status` when it was asked for the data of `form`.
  case formUnavailable(NormalizationForm, status: Int)
  /// A repeat limit below 1.
  case repeatLimitTooSmall(Int)

  /// The stable code.
  public var code: DiagnosticCode {
    switch self {
    case .formUnavailable: DiagnosticCode("normalization.form-unavailable")
    case .repeatLimitTooSmall: DiagnosticCode("normalization.repeat-limit")
    }
  }

  /// What was tried, what was found, what to do.
  public var message: String {
    switch self {
    case .formUnavailable(let form, let status):
      "正規化形式 \(form.rawValue) のデータを ICU から読み込めませんでした(ICU エラー \(status))。ICU を入れ直してください。"
    case .repeatLimitTooSmall(let limit):
      "繰り返しの上限に \(limit) が指定されました。1 以上の数を指定してください。"
    }
  }
}
