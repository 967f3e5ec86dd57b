import Foundation
import NIOPosix

/// Threads for work that waits for the disk or takes the processor, so that connections never wait for it.
final class WorkPool: @unchecked Sendable {
  // @unchecked: `waiting` is guarded by `lock`.
  private let threads: NIOThreadPool
  private let lock = NSLock()
  private let limit: Int
  private var waiting = 0

  /// Pieces of work for each thread that may wait; with more, the server is busy.
  private static let waitingForEach = 64

  init(threads count: Int) {
    threads = NIOThreadPool(numberOfThreads: max(1, count))
    limit = max(1, count) * Self.waitingForEach
    threads.start()
  }

  /// Does some work on one of the threads.
  /// - Throws: `Problem.busy` where too much is waiting, and what `body` throws.
  func run<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
    guard enter() else { throw Problem.busy }
    defer { leave() }
    return try await threads.runIfActive(body)
  }

  /// Ends the threads.
  func stop() async throws { try await threads.shutdownGracefully() }

  private func enter() -> Bool {
    lock.withLock {
      guard waiting < limit else { return false }
      waiting += 1
      return true
    }
  }

  private func leave() { lock.withLock { waiting -= 1 } }
}
