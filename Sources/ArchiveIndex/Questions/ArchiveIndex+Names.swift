internal import GRDB

extension ArchiveIndex {
  /// The names of all entities that at least so many articles mention.
  package func entityNames(inAtLeast articles: Int) throws(ArchiveIndexError) -> Set<String> {
    try read { database in
      var names: Set<String> = []
      try RowQuery(
        "SELECT name FROM entities GROUP BY name HAVING count(DISTINCT article) >= \(articles)", on: database,
        path: path
      ).forEach { names.insert($0.text(0)) }
      return names
    }
  }
}
