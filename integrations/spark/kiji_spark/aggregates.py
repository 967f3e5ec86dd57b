"""The archive's aggregates in Spark SQL, as `archive.json` has them.

Scores are summed in ten-thousandths, as kiji does, so that sums do not depend on the order of the rows. The tags that
kiji suggests are not here: they need a model of the whole archive.
"""
import decimal

#: The entities that are names; dates, times and amounts are not listed in `archive.json`.
NAMES = "('person', 'organization', 'location', 'facility', 'product', 'event', 'law')"
#: The order in which variants win where as many articles have each.
SUBTYPES = ["company", "government", "other"]
KINDS = ["compound", "noun", "properNoun", "verb", "adjective"]
POLARITIES = ["positive", "negative", "neutral", "mixed"]
TOTALS = ["characters", "sentences", "paragraphs", "morphemes", "han", "hiragana", "katakana", "latin", "digits",
          "codeCharacters", "images"]
#: `archive.json` ends its longer lists here.
LIMIT = 500

_SENTENCES = ", ".join(f"size(filter(sentences, s -> s.polarity = '{name}')) AS {name}" for name in POLARITIES)
_POLARITY_SUMS = ", ".join(f"sum({name}) AS {name}" for name in POLARITIES)

FIGURES = f"""
SELECT path, source.format AS format, substr(frontMatter.date, 1, 10) AS day, source.bytes AS bytes,
  statistics.* EXCEPT (readingTime), statistics.readingTime.seconds AS seconds, sentiment.polarity AS polarity,
  cast(round(sentiment.score * 10000) AS bigint) AS score, {_SENTENCES}
FROM analyses
""".replace("statistics.* EXCEPT (readingTime)", ", ".join(f"statistics.{name} AS {name}" for name in TOTALS))

MONTHS = f"""
SELECT substr(day, 1, 7) AS month, count(*) AS articles, sum(characters) AS characters, sum(seconds) AS seconds,
  sum(score) AS score, {_POLARITY_SUMS}
FROM figures WHERE day IS NOT NULL GROUP BY 1 ORDER BY 1
"""

# Strings are compared by their UTF-8 bytes, in Spark as in kiji.
COUNTED = "SELECT {key}, sum(count) AS count, count(*) AS articles FROM ({rows}) GROUP BY ALL ORDER BY articles DESC, count DESC, {order}"
LABELS = "SELECT label, count(*) AS count FROM (SELECT path, explode(frontMatter.{name}) AS label FROM analyses) GROUP BY path, label"
EMOTIONS = "SELECT path, emotion, count FROM analyses LATERAL VIEW explode(sentiment.emotions) AS emotion, count"
DIAGNOSTICS = "SELECT path, d.code AS code, count(*) AS count FROM (SELECT path, explode(diagnostics) AS d FROM analyses) GROUP BY ALL"
RELATIONS = """
SELECT path, r.type AS type, r.`from` AS `from`, r.`to` AS `to`, count(*) AS count
FROM (SELECT path, explode(relations) AS r FROM analyses) GROUP BY ALL
"""


def _variants(key, variant, order, rows):
    """Strings with the variant that most articles have of each; of equal ones the first in `order`."""
    place = f"array_position(array({', '.join(repr(name) for name in order)}), {variant})"
    return f"""
      SELECT {key}, any_value({variant}) FILTER (WHERE number = 1) AS {variant}, sum(count) AS count,
        sum(articles) AS articles
      FROM (
        SELECT *, row_number() OVER (PARTITION BY {key} ORDER BY articles DESC, coalesce({place}, 0)) AS number
        FROM (SELECT {key}, {variant}, sum(count) AS count, count(*) AS articles FROM ({rows}) GROUP BY {key}, {variant})
      ) GROUP BY {key}
    """


ENTITIES = _variants(
    "name, type", "subtype", SUBTYPES,
    f"SELECT e.name AS name, e.type AS type, e.subtype AS subtype, e.count AS count FROM (SELECT explode(entities) AS e FROM analyses) WHERE e.type IN {NAMES}",
)
TERMS = _variants(
    "term", "kind", KINDS,
    "SELECT term, kind, count FROM analyses LATERAL VIEW explode(termCounts) AS kind, counts LATERAL VIEW explode(counts) AS term, count",
)
WEIGHTS = """
SELECT t.term AS term, sum(cast(round(t.score * 10000) AS bigint)) AS weight, count(*) AS listed
FROM (SELECT explode(terms) AS t FROM analyses) GROUP BY ALL
"""
#: The terms that weigh most in the articles that list them.
HEAVIEST = f"""
SELECT term, kind, count, articles, weight FROM ({TERMS}) JOIN ({WEIGHTS}) USING (term)
ORDER BY weight DESC, listed DESC, term LIMIT {LIMIT}
"""
RANKED = "SELECT * FROM ({rows}) ORDER BY articles DESC, count DESC, {order}"


def _rounded(value):
    """A number with four decimals."""
    return float(value.quantize(decimal.Decimal("0.0001"), rounding=decimal.ROUND_HALF_UP))


def _mean(score, articles):
    """A mean score, of ten-thousandths."""
    return _rounded(decimal.Decimal(int(score)) / articles / 10000) if articles else 0.0


def _terms(rows):
    most = decimal.Decimal(int(rows[0]["weight"])) if rows else 1
    return [row | {"score": _rounded(int(row.pop("weight")) / most)} for row in rows]


def _polarities(row):
    return {name: int(row[name]) for name in POLARITIES}


def archive(analyses):
    """The aggregates of analyses (of `analyze`, or of a Parquet file of them) as `archive.json` has them, as a dict.

    Names, terms and deals come whole, not only the first 500, as DataFrames under `frames`.
    """
    spark = analyses.sparkSession
    good = analyses.where("error IS NULL")
    good.createOrReplaceTempView("analyses")
    figures = spark.sql(FIGURES).cache()
    figures.createOrReplaceTempView("figures")

    def rows(sql, **parts):
        return [row.asDict() for row in spark.sql(sql.format(**parts)).collect()]

    sums = ", ".join(f"coalesce(sum({name}), 0) AS {name}" for name in ["bytes", *TOTALS, "seconds", "score"])
    means = ", ".join(f"coalesce(sum({name}), 0) AS {name}" for name in POLARITIES)
    whole = rows(f"""
      SELECT count(*) AS articles, count(day) AS dated, min(day) AS first, max(day) AS last, {sums},
        percentile_disc(0.5) WITHIN GROUP (ORDER BY seconds) AS median FROM figures""")[0]
    sentences = rows(f"SELECT {means} FROM figures")[0]
    judged = rows("SELECT " + ", ".join(f"count_if(polarity = '{name}') AS {name}" for name in POLARITIES) + " FROM figures")[0]
    frames = {
        "terms": spark.sql(RANKED.format(rows=TERMS, order="term")),
        "entities": spark.sql(RANKED.format(
            rows=ENTITIES,
            order="array_position(array" + NAMES + ", type), name")),
        "relations": spark.sql(COUNTED.format(
            key="type, `from`, `to`", rows=RELATIONS, order="type, `from`, coalesce(`to`, '')")),
    }
    totals = {name: int(whole[name]) for name in ["bytes", *TOTALS]}
    result = {
        "articles": whole["articles"],
        "period": {name: whole[name] for name in ("first", "last", "dated")} if whole["dated"] else None,
        "formats": rows("SELECT format, count(*) AS articles FROM figures GROUP BY ALL ORDER BY 2 DESC, 1"),
        "totals": totals,
        "readingTime": {"seconds": int(whole["seconds"]), "medianSeconds": int(whole["median"] or 0)},
        "sentiment": {
            "score": _mean(whole["score"], whole["articles"]),
            "articles": _polarities(judged),
            "sentences": _polarities(sentences),
            "emotions": rows(COUNTED, key="emotion", rows=EMOTIONS, order="emotion"),
        },
        "months": [
            {"month": row["month"], "articles": row["articles"], "characters": row["characters"],
             "readingSeconds": row["seconds"], "score": _mean(row["score"], row["articles"]),
             "sentences": _polarities(row)}
            for row in rows(MONTHS)
        ],
        "distinctTerms": frames["terms"].count(),
        "terms": _terms(rows(HEAVIEST)),
        "entities": [row.asDict() for row in frames["entities"].limit(LIMIT).collect()],
        "tags": _labels(rows, "tags", "tag"),
        "categories": _labels(rows, "categories", "category"),
        "relations": [row.asDict() for row in frames["relations"].limit(LIMIT).collect()],
        "diagnostics": rows(COUNTED, key="code", rows=DIAGNOSTICS, order="code"),
        "frames": frames,
    }
    figures.unpersist()
    return result


def _labels(rows, name, key):
    found = rows(COUNTED, key="label", rows=LABELS.format(name=name), order="label")
    return [{key: row["label"], "articles": row["articles"]} for row in found]
