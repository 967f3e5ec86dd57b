import Foundation
import TextCore

/// A file or standard input, as an argument names it.
enum InputFile: Sendable {
  case standardInput
  case path(String)

  init(_ argument: String) { self = argument == "-" ? .standardInput : .path(argument) }

  /// The path as it was given; `nil` for standard input.
  var path: String? {
    guard case .path(let path) = self else { return nil }
    return path
  }

  /// The name in messages.
  var name: String { path ?? "<stdin>" }

  /// Reads all bytes.
  /// - Parameter limit: The most bytes; one more is read, so that a decoder can tell that it was too much.
  func read(limit: Int) throws(CommandFailure) -> [UInt8] {
    var descriptor = STDIN_FILENO
    if let path {
      descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw .unreadable(path, errno) }
    }
    defer { if path != nil { close(descriptor) } }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw CommandFailure(
        path: name, "フォルダーが指定されました。記事のファイルを指定してください。", DiagnosticCode("source.is-directory"))
    }
    let expected = Int(status.st_size)
    return try Self.readAll(descriptor, expected: min(max(expected, 0), limit), limit: limit, name: name)
  }

  private static func readAll(
    _ descriptor: Int32, expected: Int, limit: Int, name: String
  ) throws(CommandFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(expected + 1)
    var chunk = [UInt8](repeating: 0, count: min(max(expected + 1, 1 << 16), 1 << 20))
    while bytes.count <= limit {
      let count = chunk.withUnsafeMutableBytes { Foundation.read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw .unreadable(name, errno)
      }
      bytes.append(contentsOf: chunk[..<count])
    }
    return bytes
  }
}
