"""kiji on Apache Spark: articles in, analyses as Parquet, and the archive's aggregates in Spark SQL."""
from .aggregates import archive
from .analysis import ARTICLE, KijiError, analyze, read_articles

__all__ = ["ARTICLE", "KijiError", "analyze", "archive", "read_articles"]
