package import ArchiveAnalysis
internal import GRDB

/// Writes articles into an index, many in one transaction.
///
/// Used by one thread at a time. What was not committed when the process ends is not in the index, and the article
/// is analyzed again.
package final class IndexWriter: @unchecked Sendable {
  // @unchecked: the caller hands it from thread to thread, with one at a time; SQLite is in its serialized mode.
  /// The articles of one transaction.
  private static let articlesPerTransaction = 64

  let index: ArchiveIndex
  private var statements: ArticleStatements?
  private var nextID = 0
  private var pending = 0
  /// Whether this transaction says that the archive has changed.
  private var isMarked = false

  /// How often it has committed.
  package private(set) var commits = 0

  /// A writer to `index`.
  package init(_ index: ArchiveIndex) { self.index = index }

  /// Leaves it to the caller to move what was committed into the file with `ArchiveIndex.checkpoint`, which nobody waits
  /// for; the writer itself does so only where that does not keep up.
  package func leaveCheckpoints() throws(ArchiveIndexError) {
    try ArchiveIndexError.telling(index.path) {
      try index.queue.inDatabase {
        try $0.execute(sql: "PRAGMA wal_autocheckpoint = \(ArchiveIndex.putOffPages)")
      }
    }
  }

  /// Puts an article in, in the place of one of the same path.
  /// - Parameter replaced: The number of the article that was kept under the path.
  package func put(_ article: PreparedArticle, replacing replaced: Int?) throws(ArchiveIndexError) {
    try change { statements in
      if let replaced { try statements.remove(replaced) }
      nextID += 1
      try statements.insert(article, id: nextID)
    }
  }

  /// Takes articles out.
  package func remove(_ articles: [Int]) throws(ArchiveIndexError) {
    for article in articles { try change { try $0.remove(article) } }
  }

  /// Remembers that the file of an article was found to have the same content, though the file system's facts differ.
  package func confirm(_ article: Int, file: FileFacts) throws(ArchiveIndexError) {
    try change(isVisible: false) { try $0.confirm(article, file) }
  }

  /// Commits what was written so far.
  package func commit() throws(ArchiveIndexError) {
    guard pending > 0 else { return }
    try ArchiveIndexError.telling(index.path) { try index.queue.inDatabase { try $0.execute(sql: "COMMIT") } }
    commits += 1
    end()
  }

  /// Lets go of what was not committed.
  package func rollBack() {
    // After some errors SQLite has done so itself, and says that there is nothing to roll back.
    if pending > 0 { try? index.queue.inDatabase { try $0.execute(sql: "ROLLBACK") } }
    end()
  }

  /// Ends a transaction. The file cannot be closed while there are statements, so none is kept.
  private func end() {
    pending = 0
    statements = nil
  }

  /// - Parameter isVisible: Whether the files beside the index have to be written anew.
  private func change(
    isVisible: Bool = true, _ body: (ArticleStatements) throws -> Void
  ) throws(ArchiveIndexError) {
    do {
      try ArchiveIndexError.telling(index.path) {
        try index.queue.inDatabase { database in
          if pending == 0 {
            try database.execute(sql: "BEGIN IMMEDIATE")
            isMarked = false
          }
          if isVisible, !isMarked {
            try database.execute(
              sql: "INSERT OR REPLACE INTO archive (key, value) VALUES (?, ?)",
              arguments: [ArchiveKey.state.rawValue, "changed"])
            isMarked = true
          }
          pending += 1
          let statements = try self.statements ?? begin(database)
          try body(statements)
        }
      }
    } catch {
      rollBack()
      throw error
    }
    if pending >= Self.articlesPerTransaction { try commit() }
  }

  private func begin(_ database: Database) throws -> ArticleStatements {
    nextID = try Int.fetchOne(database, sql: "SELECT max(id) FROM articles") ?? 0
    let statements = try ArticleStatements(database, path: index.path)
    self.statements = statements
    return statements
  }
}
