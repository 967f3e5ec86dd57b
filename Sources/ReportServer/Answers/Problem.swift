package import ReportPages
import Reporting
package import TextCore

/// Why a request is not answered as it asks to be.
package struct Problem: Error, Equatable, Sendable {
  /// The status of HTTP.
  package let status: Int
  /// The stable code.
  package let code: DiagnosticCode
  /// What was found, and what to do.
  package let message: Phrase
  /// The methods that are possible, where it is about those.
  package var allowed: [String] = []

  init(_ status: Int, _ code: DiagnosticCode, _ message: Phrase) {
    (self.status, self.code, self.message) = (status, code, message)
  }

  /// Whether the rest of the request is not read, and the connection ends.
  var endsConnection: Bool { status == 413 || status == 408 }
}

extension Problem {
  static let badRequest = Problem(
    400, DiagnosticCode("serve.bad-request"),
    Phrase("リクエストの形式が正しくありません。アドレスを確かめてください。", "The request is malformed. Look at its address."))
  static let body = Problem(
    400, DiagnosticCode("serve.body"),
    Phrase(
      "本文が {\"text\": \"…\"} の形のJSONではありません。/openapi.yaml の説明を確かめてください。",
      "The body is no JSON of the form {\"text\": \"…\"}. See /openapi.yaml."))
  static let form = Problem(
    400, DiagnosticCode("serve.form"),
    Phrase("フォームの内容を読み取れません。もう一度送信してください。", "The form cannot be read. Send it again."))
  static let foreignOrigin = Problem(
    403, DiagnosticCode("serve.foreign-origin"),
    Phrase("ほかのサイトのページからは送信できません。", "Pages of other sites may not send anything here."))
  static let notFound = Problem(
    404, DiagnosticCode("serve.not-found"),
    Phrase(
      "このアドレスには何もありません。記事集を作り直したときに、なくなったのかもしれません。",
      "There is nothing at this address. It may have gone when the archive was made anew."))
  static let notAcceptable = Problem(
    406, DiagnosticCode("serve.not-acceptable"),
    Phrase("求められた形式では答えられません。Accept を確かめてください。", "There is no answer of the wished type. Look at Accept."))
  static let timeout = Problem(
    408, DiagnosticCode("serve.timeout"),
    Phrase("リクエストの送信に時間がかかりすぎたため、接続を終えました。", "The request took too long to come; the connection ends."))
  static let unknownMediaType = Problem(
    415, DiagnosticCode("serve.media-type"),
    Phrase("本文の形式に対応していません。Content-Type を確かめてください。", "The type of the body is not known. Look at Content-Type."))
  static let foreignHost = Problem(
    421, DiagnosticCode("serve.foreign-host"),
    Phrase(
      "このサーバーの名前ではない Host です。別の名前で使うには、kiji serve に --allow-host を指定してください。",
      "The Host is no name of this server. Name it with --allow-host to use it."))
  static let busy = Problem(
    503, DiagnosticCode("serve.busy"),
    Phrase("混み合っています。少し待ってから、もう一度お試しください。", "The server is busy. Try again in a moment."))
  static let failed = Problem(
    500, DiagnosticCode("serve.failed"),
    Phrase("答えを作れませんでした。サーバーの標準エラー出力を確かめてください。", "The answer could not be made. See what the server said."))

  static func tooLarge(_ limit: Int) -> Problem {
    Problem(
      413, DiagnosticCode("serve.too-large"),
      Phrase(
        "送られた内容が大きすぎます。\(limit >> 10) KiB までにしてください。", "What was sent is too large: \(limit >> 10) KiB at most."))
  }

  static func method(_ allowed: [String]) -> Problem {
    var problem = Problem(
      405, DiagnosticCode("serve.method"),
      Phrase("このアドレスでは使えないメソッドです。", "This address has no such method."))
    problem.allowed = allowed
    return problem
  }

  static func parameter(_ name: String, _ what: Phrase) -> Problem {
    Problem(
      400, DiagnosticCode("serve.parameter"),
      Phrase("パラメーター「\(name)」: \(what.japanese)", "Parameter \(name): \(what.english)"))
  }

  /// An error of the analysis or the index that the client can do something about.
  init(_ error: any DescribedError, status: Int) {
    self.init(status, error.code, Phrase(error.message, error.message))
  }
}

extension Phrase {
  static let missing = Phrase("値を指定してください。", "Give a value.")
  static let twice = Phrase("2回指定されています。", "It stands twice.")
  static let tooLong = Phrase("長すぎます。", "It is too long.")
}

extension Problem {
  /// The type of the object (RFC 9457).
  static let mediaType = "application/problem+json"

  /// The problem as an object for programs.
  func json(_ language: PageLanguage) -> [UInt8] {
    var output = JSONOutput()
    output.beginObject()
    output.key("type")
    output.string("about:blank")
    output.key("title")
    output.string(Self.title(status))
    output.key("status")
    output.integer(status)
    output.key("code")
    output.string(code.name)
    output.key("detail")
    output.string(language == .japanese ? message.japanese : message.english)
    output.endObject()
    output.endLine()
    return output.bytes
  }

  /// The words of HTTP for a status.
  private static func title(_ status: Int) -> String {
    switch status {
    case 400: "Bad Request"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 406: "Not Acceptable"
    case 408: "Request Timeout"
    case 413: "Content Too Large"
    case 415: "Unsupported Media Type"
    case 421: "Misdirected Request"
    case 503: "Service Unavailable"
    default: "Internal Server Error"
    }
  }
}
