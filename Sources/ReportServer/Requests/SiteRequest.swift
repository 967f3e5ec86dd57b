/// A request, as the pages and the interface see it: without a connection.
package struct SiteRequest: Sendable {
  /// `GET`, `HEAD`, `POST`, ….
  package let method: String
  /// The target in origin form.
  package let target: String
  /// The hosts that it names.
  package let hosts: [String]
  /// Reads the body, up to so many bytes.
  package let readBody: @Sendable (_ limit: Int) async throws -> [UInt8]
  private let fields: [String: String]

  /// Creates a request.
  /// - Parameter fields: The values of its fields by name, whatever their case.
  package init(
    _ method: String, _ target: String, hosts: [String], fields: [String: String] = [:],
    readBody: @escaping @Sendable (_ limit: Int) async throws -> [UInt8] = { _ in [] }
  ) {
    (self.method, self.target, self.hosts, self.readBody) = (method, target, hosts, readBody)
    self.fields = Dictionary(fields.map { ($0.lowercased(), $1) }, uniquingKeysWith: { first, _ in first })
  }

  /// The value of a field.
  package func field(_ name: String) -> String? { fields[name] }

  /// The type of the body without its parameters.
  var mediaType: String? {
    field("content-type").map { field in
      field.prefix { $0 != ";" }.filter { $0 != " " && $0 != "\t" }.lowercased()
    }
  }

  /// How many bytes the body is said to have.
  var contentLength: Int? { field("content-length").flatMap { Int($0) } }
}
