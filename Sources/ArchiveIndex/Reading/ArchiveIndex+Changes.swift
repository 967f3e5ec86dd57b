internal import GRDB

extension ArchiveIndex {
  /// A number that changes whenever another connection has written to the index; it compares with those of this
  /// connection only.
  package func changeMark() throws(ArchiveIndexError) -> Int {
    try read { try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
  }

  /// Whether the index holds what was published last, and no batch is at work on it.
  package func isPublished() throws(ArchiveIndexError) -> Bool { try value(.state) == "published" }
}
