internal import GRDB
internal import TextCore

extension ArchiveIndex {
  /// Takes in all articles of another index.
  ///
  /// An article that both have is kept once where it is the same in both.
  /// - Throws: `ArchiveIndexError.unlike` where the two were analyzed in different ways, `.conflict` where they hold
  ///   different articles under one path; nothing is taken in then.
  package func absorb(_ other: String) throws(ArchiveIndexError) {
    // Opened once on its own, to find out whether it is an index of this form.
    try ArchiveIndex(path: other, for: .reading).close()
    try ArchiveIndexError.telling(path) {
      try queue.inDatabase { database in
        try database.execute(sql: "ATTACH ? AS source", arguments: [other])
        // The attached file is let go of in any case; what went wrong before is the error to tell.
        defer { try? database.execute(sql: "DETACH source") }
        try database.inTransaction(.immediate) {
          try Self.copy(database, from: other)
          return .commit
        }
      }
    }
  }

  private static func copy(_ database: Database, from other: String) throws {
    try check(database, from: other)
    let offset = try Int.fetchOne(database, sql: "SELECT max(id) FROM main.articles") ?? 0
    let isNew = "NOT IN (SELECT s.article FROM source.fingerprints s JOIN main.fingerprints m ON m.path = s.path)"
    try database.execute(
      sql: "CREATE TEMP TABLE absorbed AS SELECT article FROM source.fingerprints WHERE article \(isNew) ORDER BY 1")
    for (table, column) in SchemaTables.articleTables {
      let columns =
        column == "rowid"
        ? ["title", "body"]
        : try database.columns(in: table, in: "main").map(\.name).filter { $0 != column }
      let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
      try database.execute(
        sql: """
          INSERT INTO main.\(table) (\(column), \(names))
          SELECT \(column) + \(offset), \(names) FROM source.\(table)
          WHERE \(column) IN (SELECT article FROM temp.absorbed) ORDER BY \(column)
          """)
    }
    try database.execute(sql: "DROP TABLE temp.absorbed")
    try database.execute(
      sql: "INSERT OR REPLACE INTO main.archive (key, value) VALUES (?, ?)",
      arguments: [ArchiveKey.state.rawValue, "changed"])
  }

  private static func check(_ database: Database, from other: String) throws {
    let ways = try Int.fetchOne(
      database,
      sql: """
        SELECT count(*) FROM
          (SELECT analysis FROM main.fingerprints UNION SELECT analysis FROM source.fingerprints)
        """)
    guard (ways ?? 0) <= 1 else { throw ArchiveIndexError.unlike(path: other) }
    let conflict = try String.fetchOne(
      database,
      sql: """
        SELECT s.path FROM source.fingerprints s JOIN main.fingerprints m ON m.path = s.path
        WHERE s.source <> m.source ORDER BY s.path LIMIT 1
        """)
    if let conflict { throw ArchiveIndexError.conflict(path: other, article: conflict) }
  }
}
