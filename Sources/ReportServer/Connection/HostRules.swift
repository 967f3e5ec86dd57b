/// Which names a request may call the server.
///
/// A page of another site can lead a browser to this machine under a name of its own (DNS rebinding), and would then
/// read what the server answers. So only numbers and names that are known are answered: a rebound name is neither.
/// Ports do not count, since a tunnel has one of its own.
package struct HostRules: Sendable {
  private let names: Set<String>
  private let isLoopback: Bool

  /// The rules of a server.
  /// - Parameters:
  ///   - host: Where it listens.
  ///   - names: Further names.
  package init(listeningAt host: String, names: [String] = []) {
    isLoopback = Self.isLoopback(host)
    self.names = Set((["localhost", host] + names).map { $0.lowercased() })
  }

  /// Looks at all hosts that a request names: of its field `Host`, and of its target.
  package func check(_ hosts: [String]) throws(Problem) {
    guard let first = hosts.first else { throw .badRequest }
    guard hosts.allSatisfy(allows) else { throw .foreignHost }
    guard hosts.allSatisfy({ $0.lowercased() == first.lowercased() }) else { throw .badRequest }
  }

  /// Whether a server at `host` can be reached from this machine only.
  package static func isLoopback(_ host: String) -> Bool {
    host.lowercased() == "localhost" || host == "::1" || isIPv4(host) && host.hasPrefix("127.")
  }

  private func allows(_ authority: String) -> Bool {
    guard let host = Self.host(of: authority.lowercased()) else { return false }
    if names.contains(host) { return true }
    if Self.isIPv4(host) { return !isLoopback || host.hasPrefix("127.") }
    // A colon stands in nothing but IPv6 addresses here.
    return host.contains(":") && (!isLoopback || host == "::1")
  }

  /// The host of `host:port` or `[address]:port`; `nil` for anything else.
  static func host(of authority: String) -> String? {
    var host = authority[...]
    var rest: Substring
    if host.hasPrefix("[") {
      guard let end = host.firstIndex(of: "]") else { return nil }
      rest = host[host.index(after: end)...]
      host = host[host.index(after: host.startIndex)..<end]
      guard host.contains(":"), host.utf8.allSatisfy(isPartOfIPv6) else { return nil }
    } else {
      let end = host.firstIndex(of: ":") ?? host.endIndex
      rest = host[end...]
      host = host[..<end]
      guard host.utf8.allSatisfy(isPartOfName) else { return nil }
    }
    if host.hasSuffix(".") { host.removeLast() }
    if rest.hasPrefix(":") {
      rest.removeFirst()
      guard rest.utf8.count <= 5, rest.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    } else if !rest.isEmpty {
      return nil
    }
    return host.isEmpty ? nil : String(host)
  }

  private static func isIPv4(_ host: String) -> Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        (1...3).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
          && (Int(part) ?? 256) < 256
      }
  }

  private static func isPartOfIPv6(_ byte: UInt8) -> Bool {
    (0x30...0x3A).contains(byte) || (0x61...0x66).contains(byte) || byte == UInt8(ascii: ".")
  }

  private static func isPartOfName(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
  }
}
