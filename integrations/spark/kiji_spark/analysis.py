"""From a DataFrame of articles to one of analyses."""
from pyspark.sql import functions as F

from .stream import KijiStream

FORMATS = {"md": "markdown", "mdx": "markdown", "markdown": "markdown", "html": "html", "htm": "html", "txt": "plain"}

_RANGE = "range array<bigint>"
_LABEL = "score double, kind string, reason string"

#: The article object, `kiji.article/1`, as Spark's types. What may be a number, a text or an object stays JSON.
ARTICLE = ", ".join([
    "id string",
    "source struct<path string, format string, encoding string, bytes bigint, sha256 string>",
    "offsetUnit string",
    "frontMatter struct<kind string, title string, date string, author string, categories array<string>, "
    "tags array<string>, excerpt string, description string, readingTime string, other string>",
    "statistics struct<characters bigint, sentences bigint, paragraphs bigint, morphemes bigint, han bigint, "
    "hiragana bigint, katakana bigint, latin bigint, digits bigint, codeCharacters bigint, images bigint, "
    "readingTime struct<minutes bigint, seconds bigint>>",
    "terms array<struct<term string, kind string, count bigint, score double>>",
    "entities array<struct<name string, type string, subtype string, count bigint, value string, "
    f"mentions array<struct<text string, {_RANGE}, line bigint, column bigint>>>>",
    f"relations array<struct<type string, `from` string, `to` string, amount string, {_RANGE}>>",
    "sentiment struct<polarity string, score double, subjectivity double, "
    f"cues array<struct<text string, {_RANGE}, polarity string, weight double, negated boolean>>, "
    "aspects array<struct<entity string, polarity string, score double, ranges array<array<bigint>>>>, "
    "emotions map<string, bigint>>",
    f"sentences array<struct<text string, {_RANGE}, line bigint, polarity string, score double, importance double>>",
    "summary struct<excerpt string, description string, points array<string>, ranges array<array<bigint>>>",
    f"tags array<struct<tag string, {_LABEL}>>",
    "categories array<struct<category string, score double>>",
    "termCounts map<string, map<string, bigint>>",
    "diagnostics array<struct<code string, severity string, message string, line bigint, column bigint>>",
    "error struct<code string, message string>",
])


class KijiError(ValueError):
    """The DataFrame is not one of articles."""


def read_articles(spark, folder, partitions=None):
    """The articles under a folder: `path`, `text` and `format`.

    Texts are taken as UTF-8; `kiji batch` finds other encodings by itself.
    """
    files = (
        spark.read.format("binaryFile").option("recursiveFileLookup", "true")
        .option("pathGlobFilter", "*.{md,mdx,markdown,html,htm,txt}").load(folder)
    )
    extension = F.lower(F.element_at(F.split("path", r"\."), -1))
    formats = F.create_map(*[F.lit(part) for pair in FORMATS.items() for part in pair])
    articles = files.select("path", F.decode("content", "UTF-8").alias("text"), formats[extension].alias("format"))
    return articles.repartition(partitions, "path") if partitions else articles


def analyze(articles, command=("kiji",), options=()):
    """Analyzes each row of `articles` with `kiji stream`, one process for each partition.

    The DataFrame needs the columns `path` (any name of the article that tells it from others) and `text`; `format`
    (plain, markdown, html) and `title` are used where they are there. `command` has to be found on every worker;
    `options` are those of `kiji stream`.

    The result has `path`, and the article object's keys as columns; `error` is not null where an article could not be
    analyzed. An article that makes kiji itself end fails the task, which Spark tries again as often as
    `spark.task.maxFailures` says.
    """
    names = [name for name in ("path", "text", "format", "title") if name in articles.columns]
    if names[:2] != ["path", "text"]:
        raise KijiError(f"articles need the columns path and text; these are {', '.join(articles.columns)}")
    command, options = tuple(command), ("--term-counts", *options)

    def lines(batches):
        import pandas as pd

        with KijiStream(command, options) as kiji:
            for batch in batches:
                rows = batch.to_dict("records")
                records = [
                    {"id": row["path"]}
                    | {name: row[name] for name in names[1:] if isinstance(row[name], str)} | {"text": row["text"] or ""}
                    for row in rows
                ]
                yield pd.DataFrame({"line": list(kiji.answers(records))}, dtype="object")

    # Read as they are written, or not at all: a key of another type is an error to see.
    parsed = F.from_json("line", ARTICLE, {"mode": "FAILFAST"})
    found = articles.select(*names).mapInPandas(lines, "line string").select(parsed.alias("article"))
    return found.select(F.col("article.id").alias("path"), "article.*").drop("id")
