/// The first form of an index. `Documentation/Index.md` tells what each column means.
enum SchemaTables {
  static let sql = """
    CREATE TABLE archive (
      key TEXT NOT NULL PRIMARY KEY,
      value
    ) WITHOUT ROWID;

    CREATE TABLE articles (
      id INTEGER PRIMARY KEY,
      path TEXT NOT NULL UNIQUE,
      title TEXT,
      date TEXT,
      day TEXT,
      author TEXT,
      excerpt TEXT,
      format TEXT NOT NULL,
      encoding TEXT NOT NULL,
      polarity TEXT NOT NULL,
      score REAL NOT NULL,
      subjectivity REAL NOT NULL,
      words INTEGER NOT NULL,
      reading_minutes INTEGER NOT NULL,
      bytes INTEGER NOT NULL,
      characters INTEGER NOT NULL,
      sentences INTEGER NOT NULL,
      paragraphs INTEGER NOT NULL,
      morphemes INTEGER NOT NULL,
      han INTEGER NOT NULL,
      hiragana INTEGER NOT NULL,
      katakana INTEGER NOT NULL,
      latin INTEGER NOT NULL,
      digits INTEGER NOT NULL,
      code_characters INTEGER NOT NULL,
      images INTEGER NOT NULL,
      reading_seconds INTEGER NOT NULL,
      positive INTEGER NOT NULL,
      negative INTEGER NOT NULL,
      neutral INTEGER NOT NULL,
      mixed INTEGER NOT NULL,
      emotions TEXT NOT NULL,
      diagnostics TEXT NOT NULL
    );
    CREATE INDEX articles_by_day ON articles (day);

    CREATE TABLE fingerprints (
      article INTEGER PRIMARY KEY REFERENCES articles (id),
      path TEXT NOT NULL,
      source TEXT NOT NULL,
      analysis TEXT NOT NULL,
      file_size INTEGER NOT NULL,
      file_content_change INTEGER NOT NULL,
      file_status_change INTEGER NOT NULL,
      file_inode INTEGER NOT NULL
    );

    CREATE TABLE sentences (
      article INTEGER NOT NULL REFERENCES articles (id),
      number INTEGER NOT NULL,
      text TEXT NOT NULL,
      start INTEGER NOT NULL,
      end INTEGER NOT NULL,
      line INTEGER NOT NULL,
      block INTEGER NOT NULL,
      block_kind TEXT NOT NULL,
      word INTEGER NOT NULL,
      polarity TEXT NOT NULL,
      score REAL NOT NULL,
      importance REAL NOT NULL,
      PRIMARY KEY (article, number)
    ) WITHOUT ROWID;

    CREATE VIRTUAL TABLE article_words USING fts5 (
      title, body, tokenize = "ascii tokenchars '!#$%&()*+,-./:;<=>?@[\\]^_`{|}~'"
    );

    CREATE TABLE article_terms (
      article INTEGER PRIMARY KEY REFERENCES articles (id),
      ranked TEXT NOT NULL,
      counts TEXT NOT NULL
    );
    CREATE VIEW terms AS
      SELECT t.article AS article, r.key + 1 AS rank, json_extract(r.value, '$[0]') AS term,
        json_extract(r.value, '$[1]') AS kind, json_extract(r.value, '$[2]') AS count,
        json_extract(r.value, '$[3]') AS score
      FROM article_terms t, json_each(t.ranked) r;
    CREATE VIEW term_counts AS
      SELECT t.article AS article, k.key AS kind, c.key AS term, c.value AS count
      FROM article_terms t, json_each(t.counts) k, json_each(k.value) c;

    CREATE TABLE entities (
      article INTEGER NOT NULL REFERENCES articles (id),
      number INTEGER NOT NULL,
      name TEXT NOT NULL,
      type TEXT NOT NULL,
      subtype TEXT,
      count INTEGER NOT NULL,
      mentions TEXT NOT NULL,
      PRIMARY KEY (article, number)
    ) WITHOUT ROWID;
    CREATE INDEX entities_by_name ON entities (name);

    CREATE TABLE expressions (
      article INTEGER NOT NULL REFERENCES articles (id),
      number INTEGER NOT NULL,
      text TEXT NOT NULL,
      type TEXT NOT NULL,
      value NUMERIC,
      upper NUMERIC,
      unit TEXT,
      bound TEXT,
      count INTEGER NOT NULL,
      mentions TEXT NOT NULL,
      PRIMARY KEY (article, number)
    ) WITHOUT ROWID;

    CREATE VIEW mentions AS
      SELECT e.article AS article, e.number AS entity, e.name AS name, e.type AS type,
        json_extract(m.value, '$[0]') AS sentence, json_extract(m.value, '$[1]') AS start,
        json_extract(m.value, '$[2]') AS end, json_extract(m.value, '$[3]') AS line,
        json_extract(m.value, '$[4]') AS column, coalesce(json_extract(m.value, '$[5]'), e.name) AS text
      FROM entities e, json_each(e.mentions) m
      UNION ALL
      SELECT e.article, e.number, e.text, e.type, json_extract(m.value, '$[0]'), json_extract(m.value, '$[1]'),
        json_extract(m.value, '$[2]'), json_extract(m.value, '$[3]'), json_extract(m.value, '$[4]'),
        coalesce(json_extract(m.value, '$[5]'), e.text)
      FROM expressions e, json_each(e.mentions) m;

    CREATE TABLE relations (
      article INTEGER NOT NULL REFERENCES articles (id),
      number INTEGER NOT NULL,
      type TEXT NOT NULL,
      actor TEXT NOT NULL,
      target TEXT,
      amount TEXT,
      value NUMERIC,
      upper NUMERIC,
      currency TEXT,
      bound TEXT,
      certainty TEXT NOT NULL,
      start INTEGER NOT NULL,
      end INTEGER NOT NULL,
      PRIMARY KEY (article, number)
    ) WITHOUT ROWID;

    CREATE TABLE aspects (
      article INTEGER NOT NULL REFERENCES articles (id),
      number INTEGER NOT NULL,
      entity TEXT NOT NULL,
      polarity TEXT NOT NULL,
      score REAL NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (article, number)
    ) WITHOUT ROWID;

    CREATE TABLE author_labels (
      article INTEGER NOT NULL REFERENCES articles (id),
      kind TEXT NOT NULL,
      rank INTEGER NOT NULL,
      label TEXT NOT NULL,
      PRIMARY KEY (article, kind, rank)
    ) WITHOUT ROWID;
    CREATE INDEX author_labels_by_label ON author_labels (label, kind);

    CREATE TABLE suggested_labels (
      article INTEGER NOT NULL REFERENCES articles (id),
      kind TEXT NOT NULL,
      rank INTEGER NOT NULL,
      label TEXT NOT NULL,
      score REAL NOT NULL,
      novelty TEXT,
      reason TEXT,
      PRIMARY KEY (article, kind, rank)
    ) WITHOUT ROWID;

    CREATE TABLE article_lines (
      article INTEGER PRIMARY KEY REFERENCES articles (id),
      head BLOB NOT NULL,
      tail BLOB NOT NULL,
      hash TEXT NOT NULL
    );

    CREATE TABLE article_features (
      article INTEGER PRIMARY KEY REFERENCES articles (id),
      features BLOB NOT NULL
    );

    CREATE TABLE models (
      name TEXT NOT NULL PRIMARY KEY,
      model BLOB NOT NULL
    ) WITHOUT ROWID;
    """

  /// The tables whose rows belong to an article, by the name of the column that tells which.
  static let articleTables: [(table: String, column: String)] = [
    ("articles", "id"), ("fingerprints", "article"), ("article_sentences", "article"), ("article_words", "rowid"),
    ("article_terms", "article"), ("entities", "article"), ("expressions", "article"), ("relations", "article"),
    ("aspects", "article"), ("author_labels", "article"), ("suggested_labels", "article"),
    ("article_lines", "article"), ("article_features", "article"), ("article_readability", "article"),
  ]
}
