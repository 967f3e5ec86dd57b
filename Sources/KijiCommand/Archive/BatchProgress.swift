import Dispatch
import Foundation

/// Tells how far a batch is: on one line of a terminal, else a line every few seconds.
struct BatchProgress {
  /// Where it is shown.
  enum Display { case nowhere, terminal, log }

  private let work: String
  private let display: Display
  private let total: Int
  private let start: Double
  private var told: Double
  private var width = 0

  private static let terminalInterval = 0.1
  private static let logInterval = 5.0

  /// The seconds of a clock that never goes back.
  static var now: Double { Double(DispatchTime.now().uptimeNanoseconds) / 1e9 }

  /// - Parameters:
  ///   - work: What is done, in a word.
  ///   - display: Where it is shown.
  ///   - total: The number of articles to look at.
  ///   - now: The seconds of a clock that never goes back.
  init(_ work: String, _ display: Display, total: Int, now: Double) {
    self.work = work
    self.display = display
    self.total = total
    start = now
    told = now
  }

  /// Tells that `done` articles are finished, where it is time to.
  mutating func update(_ done: Int, now: Double) {
    let interval = display == .terminal ? Self.terminalInterval : Self.logInterval
    guard display != .nowhere, now - told >= interval else { return }
    told = now
    let rate = Double(done) / max(now - start, 0.001)
    let left = rate > 0 ? Int((Double(total - done) / rate).rounded(.up)) : 0
    show("\(work) \(done)/\(total)件、毎秒\(Int(rate.rounded()))件、残り約\(Self.duration(left))")
  }

  /// Clears the line of the terminal.
  mutating func clear() {
    guard display == .terminal, width > 0 else { return }
    Console.show("\r\u{1B}[K")
    width = 0
  }

  private mutating func show(_ text: String) {
    guard display == .terminal else { return Console.tell("kiji: \(text)") }
    Console.show("\r\u{1B}[K\(text)")
    width = 1
  }

  private static func duration(_ seconds: Int) -> String {
    seconds < 60 ? "\(seconds)秒" : "\(seconds / 60)分\(seconds % 60)秒"
  }
}
