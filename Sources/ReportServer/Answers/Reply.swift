import Morphology
import ReportPages

/// An answer, before it is sent.
package struct Reply: Sendable {
  /// Whether a browser may keep it.
  enum Keeping {
    /// Kept, and asked for again with its tag before it is shown.
    case revalidated
    /// Not kept at all: it is made of what somebody wrote.
    case never
  }

  /// The status of HTTP.
  package var status = 200
  /// The type of what is sent.
  package let mediaType: String
  /// What is sent.
  package var bytes: [UInt8]
  /// The fields beside type and length.
  package private(set) var fields: [(name: String, value: String)] = []
  /// The length that is told: that of ``bytes``, and for `HEAD` that of what `GET` sends.
  package private(set) var length: Int

  init(_ mediaType: String, _ bytes: [UInt8], keeping: Keeping = .revalidated) {
    self.mediaType = mediaType
    self.bytes = bytes
    length = bytes.count
    switch keeping {
    case .revalidated:
      add("cache-control", "no-cache")
      add("etag", "\"\(ContentHash(bytes).hexadecimal)\"")
    case .never: add("cache-control", "no-store")
    }
  }

  /// A page.
  static func html(_ bytes: [UInt8], keeping: Keeping = .revalidated) -> Reply {
    Reply("text/html; charset=utf-8", bytes, keeping: keeping)
  }

  /// An answer to a program.
  static func json(_ bytes: [UInt8], keeping: Keeping = .revalidated) -> Reply {
    Reply("application/json", bytes, keeping: keeping)
  }

  mutating func add(_ name: String, _ value: String) { fields.append((name, value)) }

  /// The value of a field.
  package func field(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  /// The answer as a request wants it: without what the client has already, and without a body for `HEAD`.
  func fitted(to request: SiteRequest) -> Reply {
    var reply = self
    reply.fields += Self.safety
    guard request.method == "GET" || request.method == "HEAD" else { return reply }
    if status == 200, let tag = field("etag"), let known = request.field("if-none-match"),
      known == "*" || known.split(separator: ",").contains(where: { $0.filter { $0 != " " }.hasSuffix(tag) })
    {
      reply.status = 304
      reply.bytes = []
      reply.length = 0
    } else if request.method == "HEAD" {
      reply.bytes = []
    }
    return reply
  }

  /// What keeps a browser from taking an answer for anything else, or from telling others of it.
  private static let safety: [(name: String, value: String)] = [
    ("content-security-policy", PageLayout.contentSecurityPolicy + "; frame-ancestors 'none'"),
    ("x-content-type-options", "nosniff"), ("x-frame-options", "DENY"), ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"), ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
  ]
}
