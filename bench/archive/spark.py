"""Measures the Spark recipe with the program against the recipe with the Python package, on two local cores.

Both annotate the same archive in turns. The time includes Spark's start, which is the same for both. Run this with
spark.sh.
"""

import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).parent.parent.parent
RECIPE = ROOT / "examples" / "spark" / "annotate.py"
# Raw news if the corpora are beside the repository, otherwise our own articles.
ARCHIVES = [ROOT.parent / "shared/data/ner/worldwide/dev.jsonl", ROOT / "tests/data/sample.jsonl"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("newsmark")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--copies", type=int, default=20, help="how often the archive has each article")
    args = parser.parse_args()
    archive = next(path for path in ARCHIVES if path.exists())
    texts = [json.loads(line)["text"] for line in archive.open(encoding="utf-8")] * args.copies
    words = sum(len(text.split()) for text in texts)

    variants = {"the program (pipe)": ["--newsmark", args.newsmark], "the package (mapPartitions)": ["--package"]}
    times = {name: [] for name in variants}
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    with tempfile.TemporaryDirectory() as folder:
        source, out = pathlib.Path(folder, "in.jsonl"), pathlib.Path(folder, "out")
        rows = (json.dumps({"id": number, "text": text}) + "\n" for number, text in enumerate(texts))
        source.write_text("".join(rows), encoding="utf-8")
        submit = [pathlib.Path(sys.executable).parent / "spark-submit", "--master", "local[2]"]
        submit += ["--conf", "spark.ui.enabled=false", "--conf", "spark.log.level=ERROR", RECIPE, source, out]
        for _ in range(args.rounds):
            for name, options in variants.items():
                start = time.perf_counter()
                subprocess.run([*submit, *options], env=environment, check=True)
                times[name].append(time.perf_counter() - start)
                shutil.rmtree(out)

    print(f"{len(texts)} articles, {words} words, {args.rounds} rounds on two cores; medians")
    for name, taken in times.items():
        seconds = statistics.median(taken)
        print(f"{name:30} {seconds:6.1f} s {words / seconds:10,.0f} words per second")


if __name__ == "__main__":
    main()
