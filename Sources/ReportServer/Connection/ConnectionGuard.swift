import NIOCore
import NIOHTTP1
import ReportPages

/// Watches one connection: a client that sends or reads too slowly is let go, and an answer that ends the connection
/// does end it.
///
/// Hummingbird's own limit begins anew with each byte, so a client that sends one from time to time would hold its
/// connection for good; and it reads the rest of a body that was refused. It stands before the parts of HTTP/1 are
/// turned into those of `HTTPTypes`, since the host of a target in absolute form is lost there.
final class ConnectionGuard: ChannelDuplexHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  /// What the client is waited for to do.
  private enum Wait: Equatable {
    case head, body, reading, closing
    /// The server is at work.
    case none
  }

  private let limits: ConnectionLimits
  private var wait = Wait.none
  private var timer: Scheduled<Void>?
  /// For each request whose answer has not ended, whether the connection ends with it.
  private var unanswered: [Bool] = []
  /// Whether the head of a request has come and its end has not.
  private var isReceiving = false
  /// Whether an answer has begun and its last byte has not left.
  private var isAnswering = false
  /// Whether the connection is ending: nothing goes through any more.
  private var isEnding = false

  init(limits: ConnectionLimits) { self.limits = limits }

  func handlerAdded(context: ChannelHandlerContext) { if context.channel.isActive { update(context) } }

  func handlerRemoved(context: ChannelHandlerContext) { timer?.cancel() }

  func channelActive(context: ChannelHandlerContext) {
    update(context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    timer?.cancel()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isEnding else { return }
    switch unwrapInboundIn(data) {
    case .head(let head):
      unanswered.append(!head.isKeepAlive)
      isReceiving = true
      context.fireChannelRead(wrapInboundOut(.head(Self.withOriginForm(head))))
    case .body:
      context.fireChannelRead(data)
    case .end:
      isReceiving = false
      context.fireChannelRead(data)
    }
    update(context)
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if isEnding, case ChannelEvent.inputClosed? = event as? ChannelEvent { return context.close(promise: nil) }
    context.fireUserInboundEventTriggered(event)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard !isEnding else {
      promise?.fail(ChannelError.ioOnClosedChannel)
      return
    }
    switch unwrapOutboundIn(data) {
    case .head(var head):
      isAnswering = true
      if unanswered.isEmpty { unanswered = [true] }
      if head.headers[canonicalForm: "connection"].contains("close") { unanswered[0] = true }
      if unanswered[0] { head.headers.replaceOrAdd(name: "connection", value: "close") }
      context.write(wrapOutboundOut(.head(head)), promise: promise)
    case .body:
      context.write(data, promise: promise)
    case .end:
      let sent = promise ?? context.eventLoop.makePromise()
      sent.futureResult.assumeIsolated().whenComplete { _ in self.answerEnded(context) }
      context.write(data, promise: sent)
    }
    update(context)
  }

  private func answerEnded(_ context: ChannelHandlerContext) {
    isAnswering = false
    let isLast = unanswered.isEmpty || unanswered.removeFirst()
    if isLast { end(context) }
    update(context)
  }

  /// Sends nothing more, and closes once the client has, or has had time to read the answer: a connection that is
  /// closed while bytes come in is reset, and the answer lost.
  private func end(_ context: ChannelHandlerContext) {
    guard !isEnding else { return }
    isEnding = true
    context.close(mode: .output, promise: nil)
  }

  // MARK: Time

  /// Waits for what the client has to do next.
  private func update(_ context: ChannelHandlerContext) {
    let next: Wait =
      isEnding ? .closing : isAnswering ? .reading : isReceiving ? .body : unanswered.isEmpty ? .head : .none
    guard next != wait else { return }
    wait = next
    timer?.cancel()
    timer = nil
    let time: Duration
    switch next {
    case .none: return
    case .head: time = limits.headTime
    case .body: time = limits.bodyTime
    case .reading: time = limits.answerTime
    case .closing: time = limits.lingerTime
    }
    timer = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(time)) { self.timeEnded(context) }
  }

  private func timeEnded(_ context: ChannelHandlerContext) {
    guard wait == .body else { return context.close(promise: nil) }
    let problem = Problem.timeout.json(.japanese)
    var head = HTTPResponseHead(version: .http1_1, status: .requestTimeout)
    head.headers.add(name: "content-type", value: Problem.mediaType)
    head.headers.add(name: "content-length", value: String(problem.count))
    head.headers.add(name: "connection", value: "close")
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.write(wrapOutboundOut(.body(.byteBuffer(context.channel.allocator.buffer(bytes: problem)))), promise: nil)
    let sent = context.eventLoop.makePromise(of: Void.self)
    sent.futureResult.assumeIsolated().whenComplete { _ in
      self.end(context)
      self.update(context)
    }
    isAnswering = true
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: sent)
    update(context)
  }

  // MARK: Targets

  /// The head with a target that begins with a slash; the host of a target in absolute form stands behind the others.
  private static func withOriginForm(_ head: HTTPRequestHead) -> HTTPRequestHead {
    let start = head.uri.prefix(8).lowercased()
    guard let scheme = ["http://", "https://"].first(where: start.hasPrefix) else { return head }
    let rest = head.uri.dropFirst(scheme.count)
    let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
    var head = head
    head.headers.add(name: "host", value: String(rest[..<end]))
    head.uri = rest[end...].hasPrefix("/") ? String(rest[end...]) : "/" + rest[end...]
    return head
  }
}

@available(*, unavailable)
extension ConnectionGuard: Sendable {}
