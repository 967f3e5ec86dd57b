/// The third form of an index: lists that questions are answered from quickly.
enum SchemaLists {
  static let sql = """
    DELETE FROM models;

    CREATE TABLE similar_topics (
      topic INTEGER PRIMARY KEY,
      articles INTEGER NOT NULL,
      postings BLOB NOT NULL
    );

    CREATE TABLE frequent_words (
      word TEXT NOT NULL PRIMARY KEY,
      articles INTEGER NOT NULL,
      postings BLOB NOT NULL
    );

    UPDATE archive SET value = 'changed' WHERE key = 'state';
    """
}
