package import ReportPages

/// Where a server listens, whom it answers, and how long it waits.
package struct ServerSettings: Sendable {
  /// The address or the name to listen at.
  package var host = "127.0.0.1"
  /// The port; 0 for one that is free.
  package var port = 8080
  /// Names besides its own that a request may call the server.
  package var allowedHosts: [String] = []
  /// The language of all pages; `nil` for what each browser wishes.
  package var language: PageLanguage?
  /// The threads that read the index, and as many that analyze; at least 1.
  package var threads = 2
  /// How much and how slowly a client may send.
  package var limits = ConnectionLimits()

  /// The defaults: loopback only.
  package init() {}

  /// Whether nobody but this machine can reach the server.
  package var isLoopback: Bool { HostRules.isLoopback(host) }
}

/// How much a client may send, and how long it may take.
package struct ConnectionLimits: Sendable {
  /// The most bytes of a body: an article of 350,000 characters.
  package var body = 1 << 20
  /// The most bytes of a request's head.
  package var head = 32 << 10
  /// The most connections at a time; others wait to be accepted.
  package var connections = 512
  /// From the connection, or the last answer, to the end of a request's head.
  package var headTime = Duration.seconds(10)
  /// From the head to the end of the body.
  package var bodyTime = Duration.seconds(15)
  /// From the first byte of an answer to its last.
  package var answerTime = Duration.seconds(30)
  /// How long a connection that ends is still read from, so that its client sees the answer.
  package var lingerTime = Duration.seconds(1)

  /// The defaults.
  package init() {}
}
