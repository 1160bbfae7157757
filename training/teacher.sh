#!/usr/bin/env bash
# Starts to fine-tune MPNet-base in the background, or resumes it. README.md beside this file describes how.
set -euo pipefail
cd "$(dirname "$0")"
source ./common.sh
out=$cache/teacher-mpnet
mkdir -p "$out"
{ [ -x "$python" ] && [ -f "$mpnet/tokenizer.json" ]; } || ./packages.sh
# A run keeps the layouts that it began with: with other tokens it could not be resumed.
if [ ! -d "$out/layouts" ]; then
  build_library
  write_layouts "$out/layouts.half"
  mv "$out/layouts.half" "$out/layouts"
fi
# On a shared machine, one thread is faster than two that wait for each other.
OMP_NUM_THREADS=1 OMP_WAIT_POLICY=passive setsid nohup nice -n 10 \
  "$python" teacher.py train --data "$data" --layouts "$out/layouts" --encoder "$mpnet" --out "$out" \
  --epochs 2 --batch 900 --lr 8e-5 "$@" >> "$out/log" 2>&1 < /dev/null &
echo "training in process $!; its log is $out/log"
