#!/usr/bin/env bash
# Builds the page, the command line and the npm package: dist/ (to be hosted), dist/newsmark.html (one
# file, to be opened from disk), target/release/newsmark, pkg/.
set -euo pipefail

usage() {
  cat <<'TEXT'
Usage: ./build.sh [--page] [--serve] [--port N]

  --page     build the page and the npm package, without the command line
  --serve    serve dist/ on this computer when it is built, and print the address
  --port N   the port to serve on (8000, or the next free one)
TEXT
}

command_line=1
serve=
port=
while [ $# -gt 0 ]; do
  case $1 in
    --page) command_line= ;;
    --serve) serve=1 ;;
    --port) port=${2:?--port needs a number}; shift ;;
    -h | --help) usage; exit ;;
    *) usage >&2; exit 2 ;;
  esac
  shift
done

. "$(dirname "${BASH_SOURCE[0]}")/scripts/tools.sh"
. scripts/wasm.sh

model=model/newsmark.model
[ -e "$model" ] || fail "$model is missing. It is part of the repository; training/README.md says how it is made anew."

need_rust
need_node_modules
build_wasm
build_engine

if [ -n "$command_line" ]; then
  say "compiling the command line"
  cargo build --quiet --locked --release --package newsmark-cli </dev/null ||
    fail "the command line does not compile; the messages above say why"
fi

say "putting the page together"
node scripts/assemble.mjs --engine "$engine" --model "$model" --out dist
node scripts/package.mjs --engine "$engine" --model "$model" --out pkg

say "done: dist/ to be hosted, dist/newsmark.html in one file, the npm package in pkg/${command_line:+, $target/release/newsmark}"
if [ -n "$serve" ]; then
  exec node scripts/serve.mjs dist ${port:+"$port"}
fi
