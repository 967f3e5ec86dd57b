"""kiji on a real Spark: two executors of two cores each, in processes of their own.

KIJI names the command, KIJI_POSTS a folder of posts (the package's samples where it is not set).
"""
import json
import os
import pathlib
import shutil
import stat
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[3]
KIJI = os.environ.get("KIJI", str(ROOT / ".build/release/kiji"))
POSTS = pathlib.Path(os.environ.get("KIJI_POSTS", ROOT / "samples"))
PACKAGE = str(pathlib.Path(__file__).resolve().parents[1])
# Executors start their Python by these.
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [PACKAGE, os.environ.get("PYTHONPATH")]))
os.environ["PYSPARK_PYTHON"] = sys.executable
sys.path.insert(0, PACKAGE)

from pyspark.sql import SparkSession  # noqa: E402

from kiji_spark import KijiError, analyze, archive, read_articles  # noqa: E402

#: A command that does to one of its ancestors what a machine room does, once, when the first article comes in.
KILLER = """#!/bin/sh
if mkdir "{mark}" 2>/dev/null; then
  read -r line
  {kill}
  sleep 60
fi
exec "{kiji}" "$@"
"""
KILLS = {
    "kiji": "kill -9 $$",
    "python worker": "kill -9 $PPID",
    # The JVM of the executor: the first Java above.
    "executor": "pid=$PPID; until grep -q java /proc/$pid/comm; do pid=$(awk '/^PPid/ {print $2}' /proc/$pid/status); done; kill -9 $pid",
}


class SparkTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.spark = (
            SparkSession.builder.master("local-cluster[2,2,1024]").appName("kiji tests")
            .config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false")
            # A handful of rows: compiling queries and asking for more plans takes longer than they do.
            .config("spark.sql.shuffle.partitions", "2").config("spark.sql.codegen.wholeStage", "false")
            .config("spark.sql.adaptive.enabled", "false")
            .config("spark.executor.memory", "900m").config("spark.driver.host", "127.0.0.1")
            .config("spark.local.dir", cls.folder.name).config("spark.sql.warehouse.dir", cls.folder.name)
            .getOrCreate()
        )
        cls.spark.sparkContext.setLogLevel("OFF")
        cls.output = pathlib.Path(cls.folder.name) / "batch"
        # Spark reads texts as UTF-8; kiji finds other encodings by itself.
        cls.posts = pathlib.Path(cls.folder.name) / "posts"
        shutil.copytree(POSTS, cls.posts, ignore=shutil.ignore_patterns("sjis-*"))
        subprocess.run([KIJI, "batch", cls.posts, "--output", cls.output, "--quiet"], check=True, cwd=ROOT)
        cls.expected = json.loads((cls.output / "archive.json").read_bytes())
        cls.plain = cls.analyzed("plain")

    @classmethod
    def tearDownClass(cls):
        cls.spark.stop()
        cls.folder.cleanup()

    @classmethod
    def analyzed(cls, name, command=KIJI):
        """The analyses, through a Parquet file."""
        path = f"{cls.folder.name}/{name}.parquet"
        analyze(read_articles(cls.spark, cls.posts.as_uri(), 8), [command]).write.mode("overwrite").parquet(path)
        return cls.spark.read.parquet(path)

    @staticmethod
    def rows(analyses):
        """All there is in each row, by path."""
        return {row.path: row.all for row in analyses.selectExpr("path", "to_json(struct(*)) AS all").collect()}

    def check(self, found):
        """Compares everything that both tell."""
        self.maxDiff = 4000
        self.assertEqual(set(self.expected) - set(found), {"schema", "suggestedTags"})
        for key in set(self.expected) & set(found):
            self.assertEqual(found[key], self.expected[key], key)
        self.assertGreater(len(found["terms"]), 100)

    def test_same_aggregates_as_batch(self):
        self.assertEqual(self.plain.where("error IS NOT NULL").count(), 0)
        self.check(archive(self.plain))

    def test_killed_workers_are_tried_again(self):
        for name, kill in KILLS.items():
            with self.subTest(name):
                command = pathlib.Path(self.folder.name) / f"kiji-{name.replace(' ', '-')}"
                mark = command.with_suffix(".killed")
                command.write_text(KILLER.format(mark=mark, kill=kill, kiji=KIJI))
                command.chmod(command.stat().st_mode | stat.S_IXUSR)
                analyses = self.analyzed(f"killed {name}", str(command))
                self.assertTrue(mark.exists(), "nothing was killed")
                self.assertEqual(self.rows(analyses), self.rows(self.plain))

    def test_an_article_that_fails_has_its_error(self):
        rows = [("a", "青葉電算は東京に支店を開いた。", "plain"), ("b", "猫がいる。", "papyrus"), ("c", None, "plain")]
        found = analyze(self.spark.createDataFrame(rows, "path string, text string, format string"), [KIJI])
        rows = {row.path: row for row in found.collect()}
        self.assertEqual(rows["b"].error.code, "stream.invalid-record")
        self.assertIsNone(rows["a"].error)
        self.assertEqual([entity.name for entity in rows["a"].entities], ["青葉電算", "東京都"])
        self.assertEqual(rows["c"].statistics.sentences, 0)

    def test_columns_are_asked_for(self):
        with self.assertRaises(KijiError):
            analyze(self.spark.createDataFrame([("a",)], "body string"), [KIJI])


if __name__ == "__main__":
    unittest.main()
