"""python -m kiji_spark FOLDER --output DIR: analyses and aggregates of the articles under a folder."""
import argparse
import json
import os

from pyspark.sql import SparkSession

from . import analyze, archive, read_articles


def main():
    parser = argparse.ArgumentParser(prog="kiji_spark", description=__doc__.split(": ", 1)[1])
    parser.add_argument("folder", help="a folder of articles, as Spark names it (a path, s3a://…, hdfs://…)")
    parser.add_argument("--output", required=True, help="where articles.parquet and archive.json go")
    parser.add_argument("--kiji", default=os.environ.get("KIJI", "kiji"), help="the command, on every worker")
    parser.add_argument("--partitions", type=int, help="into how many tasks the articles are parted")
    arguments = parser.parse_args()
    spark = SparkSession.builder.appName("kiji").getOrCreate()
    articles = read_articles(spark, arguments.folder, arguments.partitions)
    parquet = f"{arguments.output.rstrip('/')}/articles.parquet"
    analyze(articles, [arguments.kiji]).write.mode("overwrite").parquet(parquet)
    found = archive(spark.read.parquet(parquet))
    del found["frames"]
    text = json.dumps(found, ensure_ascii=False, indent=2)
    if "://" in arguments.output:
        spark.createDataFrame([(text,)], "value string").coalesce(1).write.mode("overwrite").text(
            f"{arguments.output.rstrip('/')}/archive.json")
    else:
        with open(os.path.join(arguments.output, "archive.json"), "w", encoding="utf-8") as file:
            file.write(text + "\n")


main()
