import Foundation

/// Work that is done on a thread of its own, and waited for.
final class BackgroundWork<Value: Sendable>: @unchecked Sendable {
  // @unchecked: `result` is written before `done` is signalled and read behind it.
  private let done = DispatchSemaphore(value: 0)
  private var result: Result<Value, any Error>?

  /// Begins the work.
  init(_ work: @escaping @Sendable () throws -> Value) {
    let thread = Thread { [self] in
      result = Result { try work() }
      done.signal()
    }
    thread.stackSize = 8 << 20
    thread.start()
  }

  /// A value that is there already.
  init(value: Value) {
    result = .success(value)
    done.signal()
  }

  /// Whether it is done.
  var isDone: Bool {
    guard done.wait(timeout: .now()) == .success else { return false }
    done.signal()
    return true
  }

  /// What came of it, once it is done; any thread may ask, any number of times.
  func value() throws -> Value {
    done.wait()
    done.signal()
    guard let result else { preconditionFailure("the result is not taken") }
    return try result.get()
  }

  /// What came of it, once it is done; to be asked once, since it is let go of then.
  func take() throws -> Value {
    done.wait()
    defer { result = nil }
    guard let result else { preconditionFailure("the result is taken once") }
    return try result.get()
  }
}
