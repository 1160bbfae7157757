"""Annotates an archive with Newsmark under Apache Spark.

    spark-submit annotate.py INPUT OUTPUT [--newsmark PATH | --package] [--parquet] [--partitions N]

INPUT is JSON lines with "id" and "text". It can be anything that Spark reads: a file, a folder or a pattern, compressed
or not, on any file system that Spark supports. OUTPUT is a new folder of JSON lines, in the order of the input. With
--parquet, both are Parquet: the input has the columns "id" and "text", and the output adds the annotations as nested
columns.

Spark pipes each partition through its own newsmark process. With --package, the Python package does the work instead,
in Spark's own Python processes; it has to be installed there. If a process or its machine fails, Spark discards the
output of that partition and runs it again, up to spark.task.maxFailures times. A line that newsmark cannot read is not
a failure: the output has a record {"error", "file", "line", "input"} in its place, where "line" is its number in the
partition.
"""

import argparse
import json
import shlex

from pyspark.sql import SparkSession
from pyspark.sql import functions as F

# Spark plans one process per core.
ARGUMENTS = "annotate --jsonl --threads 1 --errors -"

RANGES = "ARRAY<ARRAY<BIGINT>>"
SCHEMA = f"""
    id STRING, text STRING,
    entities ARRAY<STRUCT<id: BIGINT, start: BIGINT, end: BIGINT, type: STRING, text: STRING, chain: BIGINT,
        confidence: DOUBLE, value: STRUCT<timex: STRING, value: STRING, mod: STRING, anchor: STRING, earliest: STRING,
        latest: STRING, zone: STRING, amount: DOUBLE, high: DOUBLE, approx: BOOLEAN, currency: STRING, unit: STRING,
        si: DOUBLE, si_unit: STRING>>>,
    chains ARRAY<STRUCT<id: BIGINT, type: STRING, name: STRING,
        titles: ARRAY<STRUCT<start: BIGINT, end: BIGINT, text: STRING>>,
        mentions: ARRAY<STRUCT<start: BIGINT, end: BIGINT, kind: STRING>>,
        description: STRING, related: BIGINT>>,
    quotes ARRAY<STRUCT<id: BIGINT, type: STRING, medium: STRING, content: {RANGES}, quoted: {RANGES},
        cue: {RANGES}, speaker: {RANGES},
        speaker_name: STRING, speaker_chain: BIGINT, confidence: DOUBLE, why: STRING>>,
    quoted_terms {RANGES}, sentences {RANGES}, blocks ARRAY<STRUCT<start: BIGINT, end: BIGINT, kind: STRING>>,
    error STRING, input STRING
"""


def annotated(lines):
    """The lines of a partition with their annotations, as the program writes them."""
    import newsmark

    for document, row in newsmark.pipe(read(lines), as_tuples=True, n_threads=1):
        if "error" not in row:
            row = {**row, **annotations(document)}
        yield json.dumps(row, ensure_ascii=False)


def annotations(document):
    """What was found. The article's id is a field of its row already."""
    found = document.to_dict(text=False)
    metadata = {name: value for name, value in found.pop("metadata", {}).items() if name != "id"}
    return {"metadata": metadata, **found} if metadata else found


def read(lines):
    """The texts of the lines, with their rows. A line that cannot be read has no text, but a record of the error."""
    for number, line in enumerate(lines, 1):
        try:
            row = json.loads(line)
            if not isinstance(row, dict) or not isinstance(row.get("text"), str) or "id" not in row:
                raise ValueError('this is not an object with "id" and "text"')
            # Half of a character has no bytes.
            row["text"].encode()
        except ValueError as error:
            row = {"error": str(error), "file": "-", "line": number, "input": line}
        yield row.get("text", ""), row


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input")
    parser.add_argument("output")
    parser.add_argument("--newsmark", default="/usr/local/bin/newsmark", help="path of the program on the workers")
    parser.add_argument("--package", action="store_true", help="use the Python package on the workers instead")
    parser.add_argument("--parquet", action="store_true", help="read and write Parquet instead of JSON lines")
    parser.add_argument("--partitions", type=int, help="minimum number of partitions")
    return parser.parse_args()


def main():
    args = arguments()
    spark = SparkSession.builder.appName("newsmark").getOrCreate()
    if args.parquet:
        table = spark.read.parquet(args.input)
        lines = table.select(F.to_json(F.struct("id", "text"))).rdd.map(lambda row: row[0])
    else:
        lines = spark.sparkContext.textFile(args.input, args.partitions)
    if args.package:
        results = lines.mapPartitions(annotated)
    else:
        # checkCode: a killed process has not finished its partition, even if it has written some output.
        results = lines.pipe(f"{shlex.quote(args.newsmark)} {ARGUMENTS}", checkCode=True)
    if args.parquet:
        rows = spark.createDataFrame(results, "STRING")
        rows.select(F.from_json("value", SCHEMA).alias("row")).select("row.*").write.parquet(args.output)
    else:
        results.saveAsTextFile(args.output)
    spark.stop()


if __name__ == "__main__":
    main()
