package import GRDB
internal import GRDBSQLite
internal import TextCore

/// The index of an archive: one SQLite file, which `Documentation/Index.md` describes.
///
/// It is kept in WAL mode, so that readers and one writer do not stand in each other's way, and a process that is
/// killed leaves what was committed before.
package final class ArchiveIndex: Sendable {
  /// What an index is opened for.
  package enum Access: Sendable {
    /// To be asked; the file is not changed.
    case reading
    /// To be written to; it is made where there is none, and brought to this version's form where it is older.
    case writing
  }

  /// The path of the file.
  package let path: String
  /// The connection.
  package let queue: DatabaseQueue

  /// Opens an index.
  /// - Throws: `ArchiveIndexError` where the file is no index, is damaged, or was made by a later version; it is left as
  ///   it is then.
  package init(path: String, for access: Access) throws(ArchiveIndexError) {
    self.path = path
    queue = try ArchiveIndexError.telling(path) {
      let exists = FileHead.exists(path)
      guard exists || access == .writing else { throw ArchiveIndexError.notFound(path: path) }
      if exists, !FileHead.isDatabase(path) { throw ArchiveIndexError.notAnIndex(path: path) }
      let queue = try DatabaseQueue(path: path, configuration: Self.configuration(access))
      try queue.inDatabase { try Schema.check($0, for: access, path: path) }
      if access == .writing { try Schema.migrate(queue) }
      return queue
    }
  }

  /// Makes an index of an earlier form, as an earlier version made it; tests bring it to this form.
  /// - Parameter version: The version of the form, at least 1.
  package static func makeOld(path: String, version: Int) throws(ArchiveIndexError) {
    try ArchiveIndexError.telling(path) {
      let queue = try DatabaseQueue(path: path, configuration: configuration(.writing))
      try Schema.migrate(queue, to: version)
      try queue.close()
    }
  }

  private static func configuration(_ access: Access) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = access == .reading
    configuration.foreignKeysEnabled = false
    configuration.busyMode = .timeout(10)
    // Statements of several calls go into one transaction.
    configuration.allowsUnsafeTransactions = true
    configuration.label = "kiji.index"
    configuration.prepareDatabase { database in
      guard access == .writing else { return }
      // Before the first page is written; afterwards it has no effect.
      try database.execute(sql: "PRAGMA page_size = \(Self.pageSize)")
      try database.execute(sql: "PRAGMA journal_mode = WAL")
      // A commit may be lost when the machine loses power, but nothing is damaged: what is lost is analyzed again.
      try database.execute(sql: "PRAGMA synchronous = NORMAL")
      // Debian's SQLite overwrites what is deleted with zeros.
      try database.execute(sql: "PRAGMA secure_delete = OFF")
      try database.execute(sql: "PRAGMA cache_size = -\(Self.cacheKibibytes)")
      try database.execute(sql: "PRAGMA wal_autocheckpoint = \(Self.checkpointPages)")
    }
    return configuration
  }

  /// Lines and texts of articles take several pages of SQLite's default size.
  private static let pageSize = 8192
  private static let cacheKibibytes = 8_192
  /// 32 MiB of changes between two checkpoints, which wait for the disk.
  private static let checkpointPages = 4096
  /// 64 MiB, where `checkpoint` moves most of them before.
  static let putOffPages = 8192

  /// Reads from the index, all that `body` reads as of one moment.
  package func read<Result>(_ body: (Database) throws -> Result) throws(ArchiveIndexError) -> Result {
    try ArchiveIndexError.telling(path) {
      try queue.inDatabase { database in
        if database.isInsideTransaction { return try body(database) }
        // In a transaction SQLite takes the lock of the file once, and not for each of many small queries.
        try database.execute(sql: "BEGIN")
        defer {
          // Nothing was written, so there is nothing to lose; what cannot be ended one way is ended the other.
          try? database.execute(sql: "COMMIT")
          if database.isInsideTransaction { try? database.execute(sql: "ROLLBACK") }
        }
        return try body(database)
      }
    }
  }

  /// Writes to the index: all of `body` or nothing.
  package func write<Result>(_ body: (Database) throws -> Result) throws(ArchiveIndexError) -> Result {
    try ArchiveIndexError.telling(path) {
      try queue.inDatabase { database in
        try database.execute(sql: "BEGIN IMMEDIATE")
        do {
          let result = try body(database)
          try database.execute(sql: "COMMIT")
          return result
        } catch {
          // After some errors SQLite has rolled back itself; the first error is the one to tell.
          if database.isInsideTransaction { try? database.execute(sql: "ROLLBACK") }
          throw error
        }
      }
    }
  }

  /// Moves what was committed to the index at `path` from the WAL into the file, on a connection of its own: neither
  /// readers nor the writer wait for it, nor for the disk.
  package static func checkpoint(path: String) throws(ArchiveIndexError) {
    let index = try ArchiveIndex(path: path, for: .writing)
    try ArchiveIndexError.telling(path) { _ = try index.queue.inDatabase { try $0.checkpoint(.passive) } }
    try index.close()
  }

  /// Closes the file; what is in the WAL goes into the file itself, where nobody else reads.
  package func close() throws(ArchiveIndexError) {
    try ArchiveIndexError.telling(path) { try queue.close() }
  }
}
