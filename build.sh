#!/usr/bin/env bash
# Builds the page, the npm package and the command line: dist/ (to be hosted), dist/newsmark.html (one file, to be
# opened from disk), pkg/, target/release/newsmark.
set -euo pipefail

usage() {
  cat <<'TEXT'
Usage: ./build.sh [--page] [--serve] [--port N]

  --page     build the page and the npm package, but not the command line
  --serve    the same as --page, then serve dist/ on this computer and print the address
  --port N   the port to serve on (default: 8000, or the next free port)
TEXT
}

command_line=1
serve=
port=
while [ $# -gt 0 ]; do
  case $1 in
    --page) command_line= ;;
    --serve) command_line= serve=1 ;;
    --port) port=${2:?--port needs a number}; shift ;;
    -h | --help) usage; exit ;;
    *) usage >&2; exit 2 ;;
  esac
  shift
done

. "$(dirname "${BASH_SOURCE[0]}")/scripts/tools.sh"
. scripts/wasm.sh

model=model/newsmark.model
[ -e "$model" ] || fail "$model is missing. It is part of the repository; training/README.md says how to train it again."

need_rust
need_node_modules
# Much of compiling to WebAssembly keeps only one core busy.
build_bindgen &
tool=$!
build_wasm
wait "$tool" || fail "crates/bindgen does not compile; see the messages above"
build_engine

if [ -n "$command_line" ]; then
  say "compiling the command line"
  cargo build --quiet --locked --release --package newsmark-cli </dev/null ||
    fail "the command line does not compile; see the messages above"
fi

say "assembling the page and the npm package"
node scripts/assemble.mjs --engine "$engine" --model "$model" --out dist
node scripts/package.mjs --engine "$engine" --model "$model" --out pkg

say "done: dist/ (to be hosted), dist/newsmark.html (the page in one file), pkg/ (the npm package)"
if [ -n "$command_line" ]; then
  say "and the command line, $target/release/newsmark"
else
  say "without the command line; to build it: cargo build --release"
fi
if [ -n "$serve" ]; then
  exec node scripts/serve.mjs dist ${port:+"$port"}
fi
