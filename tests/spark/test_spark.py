"""The Apache Spark recipe gives the same output as one process, with the program and with the Python package, even if a
process is killed. Run it with run.sh."""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
RECIPE = ROOT / "examples" / "spark" / "annotate.py"
NEWSMARK = os.environ["NEWSMARK"]

# Replaces newsmark. The first process annotates two rows and is then killed, as it would be if memory ran out. Its
# output must not be counted twice.
KILLED_ONCE = f"""#!/bin/sh
if mkdir "$0.once" 2>/dev/null; then
  head -n 2 | '{NEWSMARK}' "$@"
  kill -9 $$
fi
exec '{NEWSMARK}' "$@"
"""
KILLED = "exited with error code -9"

# The same for the Python package: the first process that has two results ends.
PACKAGE_KILLED_ONCE = """
import os
import newsmark

whole = newsmark.pipe

def pipe(*arguments, **options):
    for number, result in enumerate(whole(*arguments, **options)):
        if number == 2:
            try:
                os.mkdir(os.environ["KILLED_ONCE"])
            except FileExistsError:
                pass
            else:
                os.kill(os.getpid(), 9)
        yield result

newsmark.pipe = pipe
"""
PACKAGE_KILLED = "Python worker exited unexpectedly"


def archive():
    """JSON lines: our sample articles several times, a text with an emoji, and an invalid line."""
    sample = (ROOT / "tests" / "data" / "sample.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in sample]
    rows = [{"id": f"{turn}/{number}", "text": text} for turn in range(3) for number, text in enumerate(texts)]
    rows.append({"id": None, "text": "🎉 “Yes,” said Ann Lee of Łódź.\r\nShe laughed."})
    # Both escaped and unescaped.
    lines = [json.dumps(row, ensure_ascii=number % 2 == 0) for number, row in enumerate(rows)]
    lines.insert(20, '{"id": "broken", "te')
    return lines


def single_process(lines):
    command = [NEWSMARK, "annotate", "--jsonl", "--threads", "1", "--errors", "-"]
    done = subprocess.run(
        command, input="\n".join(lines).encode(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True
    )
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def without_line(row):
    """Without the line number: Spark counts lines per partition, a single process in the whole input."""
    return {key: value for key, value in row.items() if key != "line"}


class Spark(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.lines = archive()
        self.input = self.folder / "archive.jsonl"
        self.input.write_text("\n".join(self.lines), encoding="utf-8")
        self.output = self.folder / "annotated"
        self.expected = [without_line(row) for row in single_process(self.lines)]

    def submit(self, script, *arguments, attempts=3, environment=None):
        """Runs a script under Spark on two local cores, with this number of attempts per partition."""
        command = [
            str(Path(sys.executable).parent / "spark-submit"),
            "--master",
            f"local[2,{attempts}]",
            "--conf",
            "spark.ui.enabled=false",
            "--conf",
            "spark.log.level=WARN",
            "--conf",
            f"spark.local.dir={self.folder}",
            "--conf",
            "spark.driver.bindAddress=127.0.0.1",
            str(script),
            *map(str, arguments),
        ]
        settings = {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1", **(environment or {})}
        return subprocess.run(
            command, env=os.environ | settings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )

    def written(self):
        parts = sorted(self.output.glob("part-*"))
        self.assertGreaterEqual(len(parts), 4, "the input was not divided into partitions")
        return [json.loads(line) for part in parts for line in part.read_text(encoding="utf-8").splitlines()]

    def killed_once(self):
        program = self.folder / "killed-once.sh"
        program.write_text(KILLED_ONCE)
        program.chmod(0o755)
        return program

    def test_a_killed_process_is_repeated(self):
        run = self.submit(RECIPE, self.input, self.output, "--newsmark", self.killed_once(), "--partitions", 4)
        self.assertEqual(run.returncode, 0, run.stdout)
        self.assertIn(KILLED, run.stdout)
        self.assertEqual([without_line(row) for row in self.written()], self.expected)
        self.assertTrue((self.output / "_SUCCESS").exists())

    def test_a_single_attempt_fails(self):
        run = self.submit(
            RECIPE, self.input, self.output, "--newsmark", self.killed_once(), "--partitions", 4, attempts=1
        )
        self.assertNotEqual(run.returncode, 0)
        self.assertIn(KILLED, run.stdout)
        self.assertFalse((self.output / "_SUCCESS").exists())

    def assert_same_as_one_process(self, found):
        """Equal, but for the words of the error."""
        self.assertEqual(len(found), len(self.expected))
        for row, expected in zip(found, self.expected, strict=True):
            self.assertEqual(row.keys(), expected.keys())
            names = ["input"] if "error" in row else row.keys()
            self.assertEqual([row[name] for name in names], [expected[name] for name in names])

    def test_the_package_gives_the_same_even_if_a_process_is_killed(self):
        (self.folder / "sitecustomize.py").write_text(PACKAGE_KILLED_ONCE)
        killed = {"PYTHONPATH": str(self.folder), "KILLED_ONCE": str(self.folder / "killed")}
        run = self.submit(RECIPE, self.input, self.output, "--package", "--partitions", 4, environment=killed)
        self.assertEqual(run.returncode, 0, run.stdout)
        self.assertIn(PACKAGE_KILLED, run.stdout)
        self.assertTrue((self.folder / "killed").exists())
        self.assert_same_as_one_process([without_line(row) for row in self.written()])

    def test_parquet(self):
        self.through_parquet("--newsmark", NEWSMARK)

    def test_parquet_with_the_package(self):
        self.through_parquet("--package")

    def through_parquet(self, *options):
        script = self.folder / "parquet.py"
        script.write_text(THROUGH_PARQUET)
        run = self.submit(script, RECIPE, self.input, self.output, *options)
        self.assertEqual(run.returncode, 0, run.stdout)
        found = [
            json.loads(line)
            for part in sorted(self.output.glob("part-*"))
            for line in part.read_text(encoding="utf-8").splitlines()
        ]
        rows = [in_table(row) for row in self.expected if row.get("id") is not None]
        self.assertEqual(found, rows)


VALUE = [
    "timex",
    "value",
    "mod",
    "anchor",
    "earliest",
    "latest",
    "zone",
    "amount",
    "high",
    "approx",
    "currency",
    "unit",
]
VALUE += ["si", "si_unit"]


def in_table(row):
    """In a table, every row has every column."""

    def valued(entity):
        value = entity.get("value")
        return {**entity, "value": value and {**dict.fromkeys(VALUE), **value}}

    entities = [valued(entity) for entity in row["entities"]]
    chains = [{"related": None, "description": None, **chain} for chain in row["chains"]]
    return {**row, "entities": entities, "chains": chains, "error": None, "input": None}


# Converts JSON lines to Parquet, runs the recipe, and converts the result back to JSON lines.
THROUGH_PARQUET = """
import runpy, sys
from pyspark.sql import SparkSession

recipe, source, target, *options = sys.argv[1:]
spark = SparkSession.builder.getOrCreate()
rows = spark.read.schema("id STRING, text STRING").json(source).where("id IS NOT NULL")
rows.coalesce(1).write.parquet(f"{source}.parquet")
sys.argv = [recipe, f"{source}.parquet", f"{target}.parquet", "--parquet", *options]
runpy.run_path(recipe, run_name="__main__")
spark = SparkSession.builder.getOrCreate()
spark.read.parquet(f"{target}.parquet").coalesce(1).write.option("ignoreNullFields", False).json(target)
"""

if __name__ == "__main__":
    unittest.main()
