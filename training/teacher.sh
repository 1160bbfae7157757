#!/usr/bin/env bash
# Trains the teacher from MPNet-base in the background, or goes on with it: see README.md beside this file.
set -euo pipefail
cd "$(dirname "$0")"
source ./cache.sh
out=$cache/teacher-mpnet
mkdir -p "$out"
[ -x "$python" ] && [ -f "$mpnet/model.safetensors" ] || ./packages.sh
# A run keeps the tokens that it began with, whatever becomes of the library meanwhile.
if [ ! -d "$out/layouts" ]; then
  [ -d "$cache/layouts" ] || ./layouts.sh
  cp -r "$cache/layouts" "$out/layouts.half"
  mv "$out/layouts.half" "$out/layouts"
fi
# One thread: two that wait for each other beside other programs are slower than one that is left alone.
OMP_NUM_THREADS=1 OMP_WAIT_POLICY=passive setsid nohup nice -n 10 \
  "$python" teacher.py train --data "$data" --layouts "$out/layouts" --encoder "$mpnet" --out "$out" \
  --epochs 2 --batch 900 --lr 8e-5 "$@" >> "$out/log" 2>&1 < /dev/null &
echo "training in process $!; its log is $out/log"
