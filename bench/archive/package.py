"""Measures the Python package against the command line: words per second of a whole archive, JSON lines to JSON lines.

Both start afresh in every round and take turns, so that other work on the machine slows both. On a shared machine, CPU
time is the fairer figure. Run this with package.sh.
"""

import argparse
import json
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).parent.parent.parent
# Raw news if the corpora are beside the repository, otherwise our own articles.
ARCHIVES = [ROOT.parent / "shared/data/ner/worldwide/dev.jsonl", ROOT / "tests/data/sample.jsonl"]

# What users write. The second makes Python objects of everything that was found.
TO_JSON = """
import json, sys, newsmark
rows = ((row["text"], row["id"]) for row in map(json.loads, open(sys.argv[1], encoding="utf-8")))
with open(sys.argv[2], "w", encoding="utf-8") as out:
    for document, id in newsmark.pipe(rows, as_tuples=True, n_threads=int(sys.argv[3])):
        out.write(document.to_json() + "\\n")
"""
OBJECTS = """
import json, sys, newsmark
rows = ((row["text"], row["id"]) for row in map(json.loads, open(sys.argv[1], encoding="utf-8")))
for document, id in newsmark.pipe(rows, as_tuples=True, n_threads=int(sys.argv[3])):
    document.entities, document.chains, document.quotes, document.sentences, document.blocks, document.quoted_terms
"""


def cpu():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("newsmark")
    parser.add_argument(
        "archive", nargs="?", type=pathlib.Path, default=next(path for path in ARCHIVES if path.exists())
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    texts = [json.loads(line)["text"] for line in args.archive.open(encoding="utf-8")]
    words = sum(len(text.split()) for text in texts)

    with tempfile.TemporaryDirectory() as folder:
        source, out = pathlib.Path(folder, "in.jsonl"), pathlib.Path(folder, "out.jsonl")
        rows = (json.dumps({"id": number, "text": text}) + "\n" for number, text in enumerate(texts))
        source.write_text("".join(rows), encoding="utf-8")
        threads = str(args.threads)
        contestants = {
            "newsmark annotate --jsonl": [args.newsmark, "annotate", "--jsonl", "--threads", threads, source],
            "newsmark.pipe, to_json()": [sys.executable, "-c", TO_JSON, source, out, threads],
            "newsmark.pipe, all records": [sys.executable, "-c", OBJECTS, source, out, threads],
        }
        times = {name: [] for name in contestants}
        for _ in range(args.rounds):
            for name, command in contestants.items():
                wall, used = time.perf_counter(), cpu()
                subprocess.run(command, stdout=out.open("wb"), check=True)
                times[name].append((time.perf_counter() - wall, cpu() - used))

    print(f"{len(texts)} articles, {words} words, {args.rounds} rounds, {args.threads} threads")
    print(f"{'':28} {'words per second':>16} {'per CPU second':>15} {'of the command line: wall':>26} {'CPU':>6}")
    first = next(iter(times.values()))
    for name, taken in times.items():
        wall, used = (statistics.median(each) for each in zip(*taken, strict=True))
        # Of each round, then the median: the machine is not equally fast in all of them.
        ratios = [[a / b for a, b in zip(one, other, strict=True)] for one, other in zip(first, taken, strict=True)]
        of_wall, of_cpu = (statistics.median(each) for each in zip(*ratios, strict=True))
        print(f"{name:28} {words / wall:16,.0f} {words / used:15,.0f} {of_wall:26.2f} {of_cpu:6.2f}")


if __name__ == "__main__":
    main()
