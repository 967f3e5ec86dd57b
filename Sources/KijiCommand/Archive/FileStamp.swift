import Foundation

/// Which file it is, whatever its path.
struct FileIdentity: Hashable, Sendable {
  let device: UInt64
  let inode: UInt64
}

/// What the file system says of a file: enough to tell, in most cases, that it has not changed.
struct FileStamp: Equatable, Sendable {
  /// What stands at a path.
  enum Kind: Sendable { case file, folder, link, other }

  let kind: Kind
  let identity: FileIdentity
  /// The size in bytes.
  let size: Int
  /// When the content was changed, in nanoseconds since 1970.
  let contentChange: Int
  /// When the content, the name or the rights were changed, in nanoseconds since 1970.
  let statusChange: Int

  /// What stands at `path`, links followed; `nil` with the reason in `errno` where nothing can be seen.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// What stands at `path`, a link being a link.
  init?(linkOrFile path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// What an open file is.
  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    default: kind = .other
    }
    identity = FileIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
    size = Int(status.st_size)
    #if canImport(Darwin)
      contentChange = Self.nanoseconds(status.st_mtimespec)
      statusChange = Self.nanoseconds(status.st_ctimespec)
    #else
      contentChange = Self.nanoseconds(status.st_mtim)
      statusChange = Self.nanoseconds(status.st_ctim)
    #endif
  }

  private static func nanoseconds(_ time: timespec) -> Int { Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec) }

  /// The path without links; `nil` where it leads nowhere.
  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
