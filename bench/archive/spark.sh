#!/usr/bin/env bash
# Measures the Spark recipe with the program against the recipe with the Python package. They take turns. The environment is
# that of tests/spark/run.sh, which has to run first.
#
#     bench/archive/spark.sh [--rounds N] [--copies N]
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../../scripts/tools.sh"

newsmark=${NEWSMARK:-$target/release/newsmark}
[ -x "$newsmark" ] || fail "$newsmark is missing; run ./build.sh"
"$cache/spark/bin/python" -c "import newsmark, pyspark" 2>/dev/null || fail "Spark or the Python package is missing; run tests/spark/run.sh"
exec "$cache/spark/bin/python" bench/archive/spark.py "$newsmark" "$@"
