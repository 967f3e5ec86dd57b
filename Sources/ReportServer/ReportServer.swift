import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle
package import TextCore
import UnixSignals

/// Serves a site until the process is told to end.
package struct ReportServer: Sendable {
  private let site: Site
  private let settings: ServerSettings

  /// How often the index is looked at for changes.
  private static let lookInterval = Duration.seconds(2)
  /// How long answers that are under way may still take at the end.
  private static let lastTime = Duration.seconds(10)

  /// A server of a site.
  package init(_ site: Site) {
    self.site = site
    settings = site.settings
  }

  /// Listens, and returns when SIGTERM or SIGINT has come and what was under way has been answered.
  /// - Parameter onListening: Called with the port once requests are answered.
  /// - Throws: `ServerFailure` where it cannot listen.
  package func run(onListening: @escaping @Sendable (_ port: Int) -> Void) throws {
    let end = DispatchSemaphore(value: 0)
    let outcome = Outcome()
    Task {
      do {
        try await serve(onListening)
      } catch {
        outcome.error = error
      }
      await site.stop()
      end.signal()
    }
    end.wait()
    if let error = outcome.error { throw error }
  }

  private func serve(_ onListening: @escaping @Sendable (Int) -> Void) async throws {
    // What is told goes to the command, which alone prints.
    let logger = Logger(label: "kiji.serve") { _ in SwiftLogNoOpLogHandler() }
    let limits = settings.limits
    let started = Outcome()
    let application = Application(
      responder: SiteResponder(site: site),
      server: HTTPServerBuilder { responder in GuardedChannel(responder: responder, limits: limits) },
      configuration: ApplicationConfiguration(
        address: .hostname(settings.host, port: settings.port),
        availableConnectionsDelegate: .maximum(limits.connections, logger: logger)),
      services: [Watch(site: site, interval: Self.lookInterval)],
      onServerRunning: { channel in
        started.isDone = true
        onListening(channel.localAddress?.port ?? 0)
      }, logger: logger)
    var configuration = ServiceGroupConfiguration(
      services: [.init(service: application)], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
    configuration.maximumGracefulShutdownDuration = Self.lastTime
    do {
      try await ServiceGroup(configuration: configuration).run()
    } catch {
      guard !started.isDone else { throw error }
      throw ServerFailure.cannotListen(host: settings.host, port: settings.port, reason: "\(error)")
    }
  }

  /// What a task came to.
  private final class Outcome: @unchecked Sendable {
    // @unchecked: written before, and read after, the task or the signal that parts them.
    var error: (any Error)?
    var isDone = false
  }

  /// Looks for a new edition of the archive from time to time.
  private struct Watch: Service {
    let site: Site
    let interval: Duration

    func run() async throws {
      while !Task.isShuttingDownGracefully, !Task.isCancelled {
        do {
          try await cancelWhenGracefulShutdown { try await Task.sleep(for: interval) }
        } catch is CancellationError {
          return
        }
        await site.refresh()
      }
    }
  }
}

/// Why a server does not start.
package enum ServerFailure: DescribedError, Equatable {
  /// The address cannot be listened at.
  case cannotListen(host: String, port: Int, reason: String)

  /// The stable code.
  package var code: DiagnosticCode { DiagnosticCode("serve.cannot-listen") }

  /// What was tried, and what to do.
  package var message: String {
    switch self {
    case .cannotListen(let host, let port, let reason):
      "\(host) のポート\(port)で待ち受けられません（\(reason)）。ほかの処理が使っていないか確かめるか、--port で別のポートを指定してください。"
    }
  }
}
