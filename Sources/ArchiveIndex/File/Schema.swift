internal import GRDB

/// The form of an index, and how older forms become this one.
///
/// A form is never changed once it was published: what is new is a further step.
enum Schema {
  /// `kiji` in ASCII, at offset 68 of the file.
  static let applicationID: Int32 = 0x6B69_6A69

  /// The steps; the file's `user_version` tells how many were made.
  static let steps: [String] = [
    SchemaTables.sql, SchemaViews.sql, SchemaLists.sql, SchemaReadability.sql, SchemaSentences.sql,
  ]

  /// The version of this form.
  static var version: Int { steps.count }

  /// Makes sure that the file is an index of this version; to be written to, it may also be older, or empty.
  static func check(_ database: Database, for access: ArchiveIndex.Access, path: String) throws {
    let application = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard application == applicationID else {
      let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      guard access == .writing, application == 0, tables == 0 else { throw ArchiveIndexError.notAnIndex(path: path) }
      return
    }
    guard version <= Self.version else {
      throw ArchiveIndexError.newer(path: path, version: version, supported: Self.version)
    }
    guard access == .writing || version == Self.version else { throw ArchiveIndexError.older(path: path) }
  }

  /// Brings the file to this form, all steps or none.
  /// - Parameter limit: The version to stop at; tests make old files with it.
  static func migrate(_ queue: DatabaseQueue, to limit: Int = version) throws {
    try queue.inDatabase { database in
      guard try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0 < limit else { return }
      try database.inTransaction(.immediate) {
        // Asked again: another process may have been faster.
        let current = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        for step in steps[min(current, limit)..<limit] { try database.execute(sql: step) }
        try database.execute(sql: "PRAGMA application_id = \(applicationID)")
        try database.execute(sql: "PRAGMA user_version = \(max(current, limit))")
        return .commit
      }
    }
  }
}
