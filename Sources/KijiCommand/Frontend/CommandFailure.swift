import Foundation
import TextCore

/// A failure as the user is told of it: `PATH:LINE:COLUMN: error: MESSAGE [code]`.
struct CommandFailure: Error {
  let path: String?
  var line = 1
  var column = 1
  let message: String
  let code: DiagnosticCode

  /// An error with the path that it concerns.
  init(_ error: any DescribedError, path: String? = nil) {
    self.path = path
    message = error.message
    code = error.code
  }

  /// A failure of the command itself.
  init(path: String? = nil, line: Int = 1, column: Int = 1, _ message: String, _ code: DiagnosticCode) {
    self.path = path
    self.line = line
    self.column = column
    self.message = message
    self.code = code
  }

  /// The line for standard error.
  var text: String {
    let place = path.map { "\($0):\(line):\(column)" } ?? "kiji"
    return "\(place): error: \(message) [\(code.name)]"
  }
}
