#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// The few questions and acts on files that dictionaries need, without Foundation.
enum FileSystem {
  /// What stands at a path.
  enum Entry { case nothing, file, folder }

  /// What stands at `path`.
  static func entry(at path: String) -> Entry {
    var status = stat()
    guard stat(path, &status) == 0 else { return .nothing }
    return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }

  /// The path of `name` in `folder`.
  static func path(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// Makes `folder` and what is missing above it.
  static func makeFolder(_ folder: String) throws(MorphologyError) {
    var end = folder.startIndex
    while end < folder.endIndex {
      let next = folder[folder.index(after: end)...].firstIndex(of: "/") ?? folder.endIndex
      let part = String(folder[..<next])
      if mkdir(part, 0o755) != 0 && errno != EEXIST && entry(at: part) != .folder {
        throw .cannotWrite(path: folder, reason: MappedFile.reason(errno))
      }
      end = next
    }
  }

  /// Removes folders whose names begin with `prefix`, the longest unchanged first, until at most `count` are left.
  ///
  /// What cannot be removed stays: somebody may be using it, and it is only a cache.
  static func removeOldest(in folder: String, prefix: String, keeping count: Int) {
    guard let directory = opendir(folder) else { return }
    defer { closedir(directory) }
    var found: [(path: String, changed: Int)] = []
    while let entry = readdir(directory) {
      // SAFETY: `d_name` is a NUL-terminated array inside the entry, which lives until the next `readdir`.
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name.hasPrefix(prefix) else { continue }
      var status = stat()
      guard stat(path(folder, name), &status) == 0 else { continue }
      #if canImport(Darwin)
        found.append((path(folder, name), status.st_mtimespec.tv_sec))
      #else
        found.append((path(folder, name), status.st_mtim.tv_sec))
      #endif
    }
    found.sort { $0.changed != $1.changed ? $0.changed > $1.changed : $0.path < $1.path }
    for old in found.dropFirst(count) {
      for name in ["sys.dic", "unk.dic", "char.bin", "matrix.bin", "dicrc"] { unlink(path(old.path, name)) }
      rmdir(old.path)
    }
  }

  /// Writes `bytes` to `path` so that others see the old state or the whole new file, never a part.
  ///
  /// The bytes go to a file of their own name in the same folder, which then takes the place of `path`.
  static func replace(_ path: String, with bytes: [UInt8]) throws(MorphologyError) {
    var template = (path + ".XXXXXX").utf8CString.map { $0 }
    let descriptor = template.withUnsafeMutableBufferPointer { name in
      // SAFETY: the template ends with NUL, and mkstemp only rewrites its last six characters.
      name.baseAddress.map { unsafe mkstemp($0) } ?? -1
    }
    guard descriptor >= 0 else { throw .cannotWrite(path: path, reason: MappedFile.reason(errno)) }
    let temporary = template.withUnsafeBufferPointer {
      String(decoding: $0.dropLast().lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    let failure = writeAll(bytes, to: descriptor)
    fchmod(descriptor, 0o644)
    let closed = close(descriptor)
    if let failure {
      unlink(temporary)
      throw .cannotWrite(path: path, reason: MappedFile.reason(failure))
    }
    guard closed == 0, rename(temporary, path) == 0 else {
      let number = errno
      unlink(temporary)
      throw .cannotWrite(path: path, reason: MappedFile.reason(number))
    }
  }

  /// Writes all of `bytes`; the error number of the call that failed, or `nil`.
  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    bytes.withUnsafeBytes { bytes in
      var written = 0
      while written < bytes.count {
        let count = unsafe write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
        if count < 0 {
          if errno == EINTR { continue }
          return errno
        }
        written += count
      }
      return nil
    }
  }
}
