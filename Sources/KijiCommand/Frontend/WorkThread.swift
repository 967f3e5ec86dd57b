import Foundation

/// A thread that does one piece of work after the other, and stays the same for all of them.
///
/// What is built up piece by piece is so built up by one thread: tables that grow on one thread after the other leave
/// holes in the memory of each.
final class WorkThread {
  /// What the thread shares with who gives it work.
  private final class Exchange: @unchecked Sendable {
    // @unchecked: `work` is written before `given` is signalled and read behind it, `failure` likewise with `done`.
    let given = DispatchSemaphore(value: 0)
    let done = DispatchSemaphore(value: 0)
    var work: (@Sendable () throws -> Void)?
    var failure: (any Error)?
  }

  private let exchange = Exchange()
  private var isBusy = false

  /// Starts the thread.
  init() {
    let thread = Thread { [exchange] in
      while true {
        exchange.given.wait()
        guard let work = exchange.work else { return }
        exchange.work = nil
        do { try work() } catch { exchange.failure = error }
        exchange.done.signal()
      }
    }
    thread.stackSize = 8 << 20
    thread.start()
  }

  /// Ends the thread once it has done what it was given.
  deinit {
    if isBusy { exchange.done.wait() }
    exchange.given.signal()
  }

  /// Gives the thread work, once it has done what it was given before.
  /// - Throws: What went wrong with that.
  func begin(_ work: @escaping @Sendable () throws -> Void) throws {
    try wait()
    exchange.work = work
    isBusy = true
    exchange.given.signal()
  }

  /// Returns when the thread has done what it was given.
  /// - Throws: What went wrong with it.
  func wait() throws {
    guard isBusy else { return }
    exchange.done.wait()
    isBusy = false
    defer { exchange.failure = nil }
    if let failure = exchange.failure { throw failure }
  }
}
