public import TextCore

/// What can go wrong with dictionaries and with MeCab itself.
public enum MorphologyError: DescribedError, Equatable {
  /// No folder that was tried holds the dictionary; `tried` says for each what was found there.
  case dictionaryNotFound(name: String, tried: [String], install: [String])
  /// The dictionary is not in UTF-8; `package` is the one to install instead.
  case wrongCharset(path: String, charset: String, package: String)
  /// The dictionary's features are laid out in a way that is not known.
  case unsupportedLayout(path: String)
  /// A dictionary file cannot be read, or is no dictionary.
  case cannotOpen(path: String, reason: String)
  /// A compiled dictionary cannot be written.
  case cannotWrite(path: String, reason: String)
  /// MeCab gave no result for a sentence.
  case segmentationFailed(reason: String)

  /// The stable code.
  public var code: DiagnosticCode {
    switch self {
    case .dictionaryNotFound: DiagnosticCode("dictionary.not-found")
    case .wrongCharset: DiagnosticCode("dictionary.wrong-charset")
    case .unsupportedLayout: DiagnosticCode("dictionary.unsupported-layout")
    case .cannotOpen: DiagnosticCode("dictionary.cannot-open")
    case .cannotWrite: DiagnosticCode("dictionary.cannot-write")
    case .segmentationFailed: DiagnosticCode("segmentation.failed")
    }
  }

  /// What was tried, what was found, what to do.
  public var message: String {
    switch self {
    case .dictionaryNotFound(let name, let tried, let install):
      "辞書「\(name)」が見つかりません。探した場所:\n" + tried.map { "  \($0)\n" }.joined()
        + "次のコマンドで入れられます:\n" + install.map { "  \($0)" }.joined(separator: "\n")
    case .wrongCharset(let path, let charset, let package):
      "辞書 \(path) の文字コードは \(charset) です。UTF-8 の辞書（\(package)）を使ってください。"
    case .unsupportedLayout(let path):
      "辞書 \(path) の素性の形式がわかりません。IPADIC、UniDic、NAIST-jdic、JUMAN のいずれかを使ってください。"
    case .cannotOpen(let path, let reason):
      "辞書 \(path) を開けません: \(reason)"
    case .cannotWrite(let path, let reason):
      "辞書 \(path) を書き込めません: \(reason)"
    case .segmentationFailed(let reason):
      "MeCab で文を分割できませんでした: \(reason)"
    }
  }
}
