#!/usr/bin/env bash
# Tests the Apache Spark recipe. Installs Java, and pyspark in .cache/spark, or reports what is missing.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../../scripts/tools.sh"
. scripts/python.sh

has java || debian default-jre-headless ||
  skip "Apache Spark: Java is missing and cannot be installed; on Debian: apt-get install default-jre-headless"
python_env spark tests/spark/requirements.txt pyspark "500 MB"

[ -n "${NEWSMARK_WHEEL:-}" ] || scripts/wheel.sh
pip install --force-reinstall --no-deps "${NEWSMARK_WHEEL:-$(echo "$target"/wheels/newsmark-*.whl)}" ||
  fail "the wheel cannot be installed; see .cache/spark.log"

NEWSMARK=${NEWSMARK:-$target/release/newsmark}
[ -x "$NEWSMARK" ] || fail "$NEWSMARK is missing; run ./build.sh"
export NEWSMARK
exec "$venv/bin/python" -m unittest -v tests/spark/test_spark.py
