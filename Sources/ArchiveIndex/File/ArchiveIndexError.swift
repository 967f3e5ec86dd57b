internal import ArchiveAnalysis
internal import GRDB
internal import GRDBSQLite
public import TextCore

/// Why an index cannot be used.
public enum ArchiveIndexError: DescribedError, Equatable {
  /// There is no file.
  case notFound(path: String)
  /// The file is a database of something else, or none at all.
  case notAnIndex(path: String)
  /// The file was made by a later version.
  case newer(path: String, version: Int, supported: Int)
  /// The file is damaged.
  case damaged(path: String, reason: String)
  /// The file has the form of an earlier version, and is not to be changed.
  case older(path: String)
  /// It was analyzed with other options, another dictionary or another kiji than what it is to be merged with.
  case unlike(path: String)
  /// It holds another article under a path than what it is to be merged with.
  case conflict(path: String, article: String)
  /// Another process is writing to it.
  case locked(path: String)
  /// There is no room left.
  case full(path: String)
  /// It cannot be opened or written.
  case cannotUse(path: String, reason: String)

  /// The stable code.
  public var code: DiagnosticCode {
    switch self {
    case .notFound: DiagnosticCode("index.not-found")
    case .notAnIndex: DiagnosticCode("index.not-an-index")
    case .newer: DiagnosticCode("index.newer")
    case .damaged: DiagnosticCode("index.damaged")
    case .older: DiagnosticCode("index.older")
    case .unlike: DiagnosticCode("merge.unlike")
    case .conflict: DiagnosticCode("merge.conflict")
    case .locked: DiagnosticCode("index.locked")
    case .full: DiagnosticCode("output.full")
    case .cannotUse: DiagnosticCode("index.cannot-use")
    }
  }

  /// What was tried, what was found, what to do.
  public var message: String {
    switch self {
    case .notFound(let path):
      "索引（\(path)）が見つかりません。kiji batch で作ってから、そのパスを指定してください。"
    case .notAnIndex(let path):
      "\(path) は kiji の索引ではありません。上書きはしていません。別の出力先を指定するか、このファイルを移してください。"
    case .newer(let path, let version, let supported):
      "索引（\(path)）は新しい版の kiji で作られています（形式\(version)、この版が読めるのは\(supported)まで）。kiji を更新してください。"
    case .damaged(let path, let reason):
      "索引（\(path)）が壊れています（\(reason)）。上書きはしていません。バックアップから戻すか、このファイルを移してから kiji batch をやり直してください。"
    case .older(let path):
      "索引（\(path)）は古い版の kiji の形式です。kiji batch をもう一度実行して新しくしてください。"
    case .unlike(let path):
      "索引（\(path)）は、ほかの索引と異なる条件（設定、辞書、kiji の版）で分析されています。同じ条件で kiji batch をやり直してください。"
    case .conflict(let path, let article):
      "索引（\(path)）の記事「\(article)」は、ほかの索引の同じパスの記事と内容が違います。どちらかを kiji batch で新しくしてください。"
    case .locked(let path):
      "索引（\(path)）は別の処理が使っています。その処理が終わってから、もう一度実行してください。"
    case .full(let path):
      "\(path) に書き込む空き容量がありません。容量を空けて、同じコマンドをもう一度実行してください。保存できたところから続けます。"
    case .cannotUse(let path, let reason):
      "索引（\(path)）を使えませんでした（\(reason)）。フォルダーの権限を確かめてください。"
    }
  }

  /// The error for a result code of SQLite.
  init(code: Int32, message: String, path: String) {
    switch code & 0xFF {
    case SQLITE_CORRUPT: self = .damaged(path: path, reason: message)
    case SQLITE_NOTADB: self = .notAnIndex(path: path)
    case SQLITE_BUSY, SQLITE_LOCKED: self = .locked(path: path)
    case SQLITE_FULL: self = .full(path: path)
    default: self = .cannotUse(path: path, reason: message)
    }
  }

  /// Runs `body` and tells its errors as errors of the index at `path`.
  static func telling<Result>(_ path: String, _ body: () throws -> Result) throws(ArchiveIndexError) -> Result {
    do {
      return try body()
    } catch let error as ArchiveIndexError {
      throw error
    } catch let error as DatabaseError {
      throw ArchiveIndexError(
        code: error.resultCode.rawValue, message: error.message ?? "SQLite \(error.extendedResultCode.rawValue)",
        path: path)
    } catch let error as BinaryFormError {
      throw .damaged(path: path, reason: "\(error)")
    } catch {
      throw .cannotUse(path: path, reason: "\(error)")
    }
  }
}
