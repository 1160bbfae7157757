#!/usr/bin/env bash
# Makes src/chains/ranker_weights.rs again, in the three rounds that chains.py tells of. OntoNotes comes with its entities;
# those of the other corpora are found by the library, so run this after make.sh.
set -euo pipefail
cd "$(dirname "$0")"
source ./common.sh
questions=$cache/pronouns
more=$data/extra/coref
mkdir -p "$questions"

# ask WHAT ROUND: every question of the texts as the library now stands.
ask() {
  build_library
  for split in train dev; do
    "$binary" inspect "$1" < "$data/ner/ontonotes/$split.jsonl" > "$questions/$2.$split.ontonotes"
  done
  for corpus in gap-development ontogum litbank; do
    gzip -cd "$more/$corpus.jsonl.gz" | "$binary" inspect "$1" > "$questions/$2.train.$corpus"
  done
  gzip -cd "$more/gap-validation.jsonl.gz" | "$binary" inspect "$1" > "$questions/$2.dev.gap"
}

# fit ROUND …: learns from these rounds' questions and reports on the last one's.
fit() {
  local files=()
  for round; do files+=("$questions/$round".train.*); done
  "$python" chains.py "${files[@]}" --dev "$questions/$round".dev.* > "$questions/weights.rs"
  cp "$questions/weights.rs" ../src/chains/ranker_weights.rs
}

ask pronouns right
fit right
ask pronouns-own own
fit right own
ask pronouns-own again
fit right own again
build_library
"$binary" evaluate chains "$data/ner/ontonotes/dev.jsonl"
gzip -cd "$more/gap-validation.jsonl.gz" > "$questions/gap.jsonl"
"$binary" evaluate gap "$questions/gap.jsonl"
