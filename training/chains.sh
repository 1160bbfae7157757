#!/usr/bin/env bash
# Makes src/chains/ranker_weights.rs again, in the three rounds that chains.py tells of. It needs no model:
# the questions are asked on OntoNotes' own entities, so it may be run before or after make.sh.
set -euo pipefail
cd "$(dirname "$0")"
cache=$(realpath -m "${NEWSMARK_CACHE:-../.cache}")
data=${NEWSMARK_DATA:-../../shared/data}/ner/ontonotes
python=${NEWSMARK_PYTHON:-$cache/venv/bin/python}
questions=$cache/pronouns
mkdir -p "$questions"

binary=$(cargo metadata --manifest-path ../Cargo.toml --format-version 1 --no-deps | "$python" -c 'import json, sys; print(json.load(sys.stdin)["target_directory"])')/release/newsmark

# ask WHAT ROUND: every question of the texts as the library now stands.
ask() {
  cargo build --release --quiet --locked --manifest-path ../Cargo.toml
  for split in train dev; do
    "$binary" inspect "$1" < "$data/$split.jsonl" > "$questions/$2.$split"
  done
}

# fit ROUND …: learns from these rounds' questions.
fit() {
  "$python" chains.py "${@/#/$questions/}" > "$questions/weights.rs"
  cp "$questions/weights.rs" ../src/chains/ranker_weights.rs
}

ask pronouns right
fit right.train right.dev
ask pronouns-own own
fit right.train own.train own.dev
ask pronouns-own again
fit right.train own.train again.train again.dev
cargo build --release --quiet --locked --manifest-path ../Cargo.toml
"$binary" evaluate chains "$data/dev.jsonl"
