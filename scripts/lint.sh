#!/usr/bin/env bash
# Checks formatting and lints, and that every crate builds with every choice of features. Installs what it needs.
#
#     scripts/lint.sh
set -euo pipefail

. "$(dirname "${BASH_SOURCE[0]}")/tools.sh"
. scripts/wasm.sh
. scripts/python.sh

need_rust
need_node_modules

# A toolchain can lack either.
cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1 ||
  fail "rustfmt or clippy is missing. Install them with: rustup component add rustfmt clippy; or on Debian: apt-get install rustfmt rust-clippy"

say "formatting and lints: Rust"
cargo fmt --all --check
cargo clippy --quiet --locked --workspace --exclude newsmark-fuzz --all-targets -- -D warnings
# As cargo-fuzz compiles them.
if has c++; then
  RUSTFLAGS="--cfg fuzzing" cargo clippy --quiet --locked -p newsmark-fuzz --all-targets -- -D warnings
fi
# What is compiled for WebAssembly alone.
if has_wasm_target; then
  cargo clippy --quiet --locked --target "$wasm_target" -p newsmark-wasm --all-features -- -D warnings
  RUSTFLAGS="-Ctarget-feature=+simd128,+relaxed-simd" \
    cargo clippy --quiet --locked --target "$wasm_target" -p newsmark-kernel -- -D warnings
fi

# Alone, because crates that are built together share their dependencies' features.
say "every crate alone, every choice of features"
check() { cargo check --quiet --locked "$@"; }
check -p newsmark --no-default-features
check -p newsmark
for crate in formats evaluate corrections places codegen; do check -p "newsmark-$crate"; done
if has_wasm_target; then
  check --target "$wasm_target" -p newsmark-wasm
  for part in $parts; do check --target "$wasm_target" -p newsmark-wasm --features "$part"; done
fi

say "documentation: Rust"
RUSTDOCFLAGS="-D warnings" cargo doc --quiet --locked --workspace --exclude newsmark-fuzz --no-deps

say "formatting and lints: JavaScript, TypeScript, CSS, JSON"
node_modules/.bin/biome ci --error-on-warnings .

say "formatting and lints: Python"
python_env lint scripts/lint-requirements.txt "ruff" "25 MB"
"$venv/bin/ruff" check --quiet .
"$venv/bin/ruff" format --quiet --check .

# As .editorconfig asks, in the files that the tools above do not read.
say "white space"
git ls-files -z -- '*.md' '*.sh' '*.toml' '*.html' '*.yml' .ci .editorconfig .gitignore |
  xargs -0 awk '
    /[ \t\r]$/ { printf "%s:%d: white space at the end of the line\n", FILENAME, FNR; bad = 1 }
    /^\t/ { printf "%s:%d: a tab\n", FILENAME, FNR; bad = 1 }
    END { exit bad }' >&2
