/// The second form of an index: views for whoever asks it by hand.
enum SchemaViews {
  static let sql = """
    CREATE VIEW labels AS
      SELECT article, kind, rank, label, 'author' AS source, NULL AS score, NULL AS reason FROM author_labels
      UNION ALL
      SELECT article, kind, rank, label, 'kiji', score, reason FROM suggested_labels;

    CREATE VIEW months AS
      SELECT substr(day, 1, 7) AS month, count(*) AS articles, sum(characters) AS characters,
        sum(reading_seconds) AS reading_seconds, avg(score) AS score, sum(positive) AS positive,
        sum(negative) AS negative, sum(neutral) AS neutral, sum(mixed) AS mixed
      FROM articles WHERE day IS NOT NULL GROUP BY substr(day, 1, 7);
    """
}
