#!/usr/bin/env bash
# Writes the JavaScript, TypeScript, CSS and JSON Schema that are made from the Rust sources, and names what changed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
exec cargo run --quiet --locked --package newsmark-codegen
