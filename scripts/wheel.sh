#!/usr/bin/env bash
# Builds the Python package for this platform: target/wheels/newsmark-VERSION-cp39-abi3-PLATFORM.whl. It works with every
# Python from 3.9 on. Installs maturin in .cache/wheel.
#
#     scripts/wheel.sh
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/tools.sh"
. scripts/python.sh

need_rust
need_node_modules
python_env wheel scripts/wheel-requirements.txt maturin "50 MB"

say "building the Python package"
node scripts/wheel-licences.mjs python/licences
rm -f "$target"/wheels/newsmark-*.whl
# The same profile and folder as the command line, so that what both need is compiled once.
(cd python && CARGO_TARGET_DIR=$target "$venv/bin/maturin" build --quiet --release --locked --out "$target/wheels") </dev/null ||
  fail "the Python package does not compile; see the messages above"
wheel=$(echo "$target"/wheels/newsmark-*.whl)
say "$wheel ($(($(stat -c %s "$wheel") / 1000)) kB)"
