/// A stable name of a kind of problem, such as `source.invalid-bytes`; `Documentation/Errors.md` lists all of them.
public struct DiagnosticCode: Hashable, Sendable, CustomStringConvertible {
  /// The name as users see it.
  public let name: String

  /// Creates a code. Write the literal at the call, so that the list of codes can be checked against the sources.
  public init(_ name: StaticString) { self.name = "\(name)" }

  /// The name.
  public var description: String { name }
}

/// A problem that leaves a result: it is told beside the result, with its place.
public struct Diagnostic: Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Sendable {
    /// Something to know.
    case note
    /// Something is off, and was worked around.
    case warning
    /// A part could not be read at all.
    case error
  }

  /// The kind of problem.
  public let code: DiagnosticCode
  /// How bad it is.
  public let severity: Severity
  /// What was found and what to do, in Japanese, one or two sentences.
  public let message: String
  /// Where in the decoded source; `nil` where it concerns the whole file.
  public let range: ByteRange<FileSpace>?

  /// Creates a diagnostic.
  public init(
    _ code: DiagnosticCode, _ severity: Severity, _ message: String, at range: ByteRange<FileSpace>? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.range = range
  }
}

/// An error that can tell a user what was tried, what was found and what to do.
public protocol DescribedError: Error, Sendable {
  /// The stable code.
  var code: DiagnosticCode { get }
  /// What was tried, what was found, what to do, in Japanese.
  var message: String { get }
}
