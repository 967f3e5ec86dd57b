import Foundation

/// Runs jobs on several threads and hands out their results in the order of the jobs.
///
/// Each thread makes its own worker with `makeWorker` and keeps it for all of its jobs. Jobs are taken one by one from
/// `next`, and only a bounded number runs ahead of the results handed out, so memory does not grow with the jobs.
final class OrderedWorkers<Job: Sendable, Result: Sendable>: @unchecked Sendable {
  // @unchecked: all mutable state is guarded by `condition`, but for what `reading` guards.

  /// Results that may wait for an earlier one, for each thread.
  private static var lookahead: Int { 4 }

  private let condition = NSCondition()
  /// Guards `next` and `hasEnded`.
  private let reading = NSLock()
  private var hasEnded = false
  private let next: @Sendable () -> Job?
  private let emit: @Sendable (Result) -> Void
  private var taken = 0
  private var emitted = 0
  private var isEmitting = false
  private var isExhausted = false
  private var waiting: [Int: Result] = [:]
  private var running = 0

  /// Prepares jobs.
  /// - Parameters:
  ///   - next: The next job, or `nil` where there are no more; called by one thread at a time.
  ///   - emit: Takes the results in the order of the jobs; called by one thread at a time.
  init(next: @escaping @Sendable () -> Job?, emit: @escaping @Sendable (Result) -> Void) {
    self.next = next
    self.emit = emit
  }

  /// Runs all jobs on `count` threads and returns when the last result was handed out.
  /// - Parameter work: Makes a thread's worker; the worker does one job.
  func run(count: Int, _ makeWorker: @escaping @Sendable () -> (Job) -> Result) {
    running = count
    for _ in 1..<max(count, 1) {
      let thread = Thread { self.work(makeWorker(), threads: count) }
      thread.stackSize = 8 << 20
      thread.start()
    }
    work(makeWorker(), threads: count)
    condition.lock()
    while running > 0 { condition.wait() }
    condition.unlock()
  }

  private func work(_ worker: (Job) -> Result, threads: Int) {
    while let (index, job) = take(threads: threads) { put(worker(job), at: index) }
    condition.lock()
    running -= 1
    condition.broadcast()
    condition.unlock()
  }

  private func take(threads: Int) -> (Int, Job)? {
    condition.lock()
    while !isExhausted && taken - emitted >= threads * Self.lookahead { condition.wait() }
    condition.unlock()
    // Waiting for the next job must not keep others from handing out results: it has a lock of its own.
    reading.lock()
    defer { reading.unlock() }
    let job = hasEnded ? nil : next()
    hasEnded = job == nil
    condition.lock()
    defer { condition.unlock() }
    guard let job else {
      isExhausted = true
      condition.broadcast()
      return nil
    }
    taken += 1
    return (taken - 1, job)
  }

  private func put(_ result: Result, at index: Int) {
    condition.lock()
    defer { condition.unlock() }
    waiting[index] = result
    guard !isEmitting else { return }
    isEmitting = true
    while let result = waiting.removeValue(forKey: emitted) {
      condition.unlock()
      emit(result)
      condition.lock()
      emitted += 1
      condition.broadcast()
    }
    isEmitting = false
  }
}
