import Foundation
import TextCore

/// Puts new bytes in the place of a file, so that whoever reads it sees the old file or the new one, never a part.
enum FileRewriter {
  /// Writes a temporary file beside the file that `path` leads to, and gives it the file's name and rights.
  ///
  /// A symbolic link stays one: the file that it leads to is replaced.
  static func replace(_ path: String, with bytes: [UInt8]) throws(CommandFailure) {
    guard let real = realpath(path, nil) else { throw failure(path, errno) }
    defer { free(real) }
    let target = String(cString: real)
    var status = stat()
    guard stat(target, &status) == 0 else { throw failure(path, errno) }
    // A file that may not be written is left alone, though its folder would let it be replaced.
    guard access(target, W_OK) == 0 else { throw failure(path, errno) }
    let url = URL(fileURLWithPath: target)
    var template = Array((url.deletingLastPathComponent().path + "/.kiji-XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw failure(path, errno) }
    let temporary = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    var error = write(bytes, to: descriptor)
    if error == 0, fchmod(descriptor, status.st_mode & 0o7777) != 0 { error = errno }
    // The owner can be kept only by the owner and by root; where it cannot, the rights above still hold.
    if error == 0, fchown(descriptor, status.st_uid, status.st_gid) != 0, errno != EPERM { error = errno }
    if error == 0, fsync(descriptor) != 0 { error = errno }
    if close(descriptor) != 0, error == 0 { error = errno }
    if error == 0, rename(temporary, target) != 0 { error = errno }
    guard error == 0 else {
      unlink(temporary)
      throw failure(path, error)
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes
      while !rest.isEmpty {
        let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
        if count > 0 {
          rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
  }

  private static func failure(_ path: String, _ error: Int32) -> CommandFailure {
    CommandFailure(
      path: path, "ファイルを書き換えられませんでした（\(String(cString: strerror(error)))）。フォルダーの権限と空き容量を確かめてください。",
      DiagnosticCode("front-matter.cannot-write"))
  }
}
