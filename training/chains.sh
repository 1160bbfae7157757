#!/usr/bin/env bash
# Makes src/chains/ranker_weights.rs again, in the three rounds that chains.py tells of. It needs no model:
# the questions are asked on OntoNotes' own entities, so it may be run before or after make.sh.
set -euo pipefail
cd "$(dirname "$0")"
source ./common.sh
questions=$cache/pronouns
mkdir -p "$questions"

# ask WHAT ROUND: every question of the texts as the library now stands.
ask() {
  build_library
  for split in train dev; do
    "$binary" inspect "$1" < "$data/ner/ontonotes/$split.jsonl" > "$questions/$2.$split"
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
build_library
"$binary" evaluate chains "$data/ner/ontonotes/dev.jsonl"
