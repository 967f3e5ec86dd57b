import Foundation

/// Reads lines from standard input as they come, without waiting for more than one.
struct LineReader {
  private var buffer: [UInt8] = []
  private var start = 0
  /// Bytes behind `start` that hold no line end.
  private var searched = 0
  private var isAtEnd = false
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)

  /// The next line without its line end; `nil` at the end of the input.
  mutating func next() -> [UInt8]? {
    while true {
      if let end = lineEnd() {
        let line = Array(buffer[start..<end])
        start = end + 1
        searched = 0
        return line
      }
      searched = buffer.count - start
      if isAtEnd { return rest() }
      fill()
    }
  }

  private func lineEnd() -> Int? {
    buffer.withUnsafeBufferPointer { bytes in
      var index = start + searched
      while index < bytes.count {
        if bytes[index] == 0x0A { return index }
        index += 1
      }
      return nil
    }
  }

  private mutating func rest() -> [UInt8]? {
    guard start < buffer.count else { return nil }
    defer {
      start = buffer.count
      searched = 0
    }
    return Array(buffer[start...])
  }

  private mutating func fill() {
    if start > 0 {
      buffer.removeFirst(start)
      start = 0
    }
    while true {
      let count = chunk.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
      if count > 0 {
        buffer.append(contentsOf: chunk[..<count])
      } else if count < 0 && errno == EINTR {
        continue
      } else {
        isAtEnd = true
      }
      return
    }
  }
}
