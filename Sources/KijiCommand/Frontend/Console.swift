import Foundation

/// Standard output and standard error: the only place that prints.
///
/// Data goes to standard output, everything else to standard error. A reader that closes the pipe has seen enough: the
/// process ends with success.
enum Console {
  /// Writes data to standard output.
  static func write(_ bytes: [UInt8]) { bytes.withUnsafeBytes { write($0, to: STDOUT_FILENO) } }

  /// Writes text to standard output.
  static func write(_ text: String) { write(Array(text.utf8)) }

  /// Writes a line to standard error.
  static func tell(_ line: String) {
    Array((line + "\n").utf8).withUnsafeBytes { write($0, to: STDERR_FILENO) }
  }

  /// Writes to standard error without a line end: what a terminal shows for a while.
  static func show(_ text: String) { Array(text.utf8).withUnsafeBytes { write($0, to: STDERR_FILENO) } }

  /// Whether standard error is a terminal.
  static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether standard output is a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether standard input is a terminal.
  static var isInputTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) {
    var rest = bytes
    while !rest.isEmpty {
      let written = Foundation.write(descriptor, rest.baseAddress, rest.count)
      if written > 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[written...])
      } else if errno == EPIPE {
        exit(0)
      } else if errno == EAGAIN {
        var place = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&place, 1, -1)
      } else if errno != EINTR {
        if descriptor == STDOUT_FILENO {
          tell("kiji: error: 結果を書き出せませんでした（\(String(cString: strerror(errno)))）。出力先の空き容量を確かめてください。 [output.failed]")
        }
        exit(2)
      }
    }
  }
}
