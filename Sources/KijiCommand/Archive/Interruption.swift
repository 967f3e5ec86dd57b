import Dispatch
import Foundation

/// Notices Ctrl-C and a request to end, so that what is in hand can be finished.
///
/// The second one ends the process at once.
final class Interruption: @unchecked Sendable {
  // @unchecked: dispatch sources may be used from any thread.
  /// Whether one came.
  let mark = Mark()
  private let sources: [any DispatchSourceSignal]

  /// Begins to watch.
  init() {
    let mark = mark
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        guard mark.isRaised else { return mark.raise() }
        signal(number, SIG_DFL)
        kill(getpid(), number)
      }
      source.resume()
      return source
    }
  }

  deinit { for source in sources { source.cancel() } }
}
