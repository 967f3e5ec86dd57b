package import ArchiveAnalysis
internal import GRDB

/// An article that an index holds, and what it was made from.
package struct KnownArticle: Equatable, Sendable {
  /// Its number in the index.
  package let id: Int
  /// Its path.
  package let path: String
  /// What it was made from.
  package let fingerprint: ArticleFingerprint
}

extension ArchiveIndex {
  /// All articles, by the bytes of their paths.
  package func knownArticles() throws(ArchiveIndexError) -> [KnownArticle] {
    let known = try read { database in
      var known: [KnownArticle] = []
      let query = try RowQuery(
        """
        SELECT article, path, source, analysis, file_size, file_content_change, file_status_change, file_inode
        FROM fingerprints
        """, on: database, path: path)
      try query.forEach { row in
        known.append(
          KnownArticle(
            id: row.integer(0), path: row.text(1),
            fingerprint: ArticleFingerprint(
              source: row.text(2), analysis: row.text(3),
              file: FileFacts(
                size: row.integer(4), contentChange: row.integer(5), statusChange: row.integer(6),
                inode: row.integer(7)))))
      }
      return known
    }
    return known.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The number of articles.
  package func articleCount() throws(ArchiveIndexError) -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM fingerprints") ?? 0 }
  }

  /// What the archive says of itself under `key`; `nil` where it says nothing.
  package func value(_ key: ArchiveKey) throws(ArchiveIndexError) -> String? {
    try read { try String.fetchOne($0, sql: "SELECT value FROM archive WHERE key = ?", arguments: [key.rawValue]) }
  }

  /// Sets what the archive says of itself.
  package func set(_ values: [ArchiveKey: String]) throws(ArchiveIndexError) {
    try write { database in
      for (key, value) in values.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        try database.execute(
          sql: "INSERT OR REPLACE INTO archive (key, value) VALUES (?, ?)", arguments: [key.rawValue, value])
      }
    }
  }
}

/// What an archive says of itself.
package enum ArchiveKey: String, Sendable {
  /// `changed` from the first change on, `published` once the files beside the index tell the same as the index.
  case state
  /// What the file system said of the files beside the index when they were published.
  case files
  /// The most tags that are suggested for an article.
  case tagLimit
  /// What the file system said of the program that analyzed last.
  case program
  /// The fingerprint of that program.
  case programHash
}
