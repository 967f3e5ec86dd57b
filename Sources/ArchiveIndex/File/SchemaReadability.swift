/// The fourth form of an index: how articles read.
enum SchemaReadability {
  static let sql = """
    CREATE TABLE article_readability (
      article INTEGER PRIMARY KEY REFERENCES articles (id),
      figures TEXT NOT NULL
    );
    """
}
