#!/usr/bin/env bash
# Tests the recipe for Apache Spark: installs what that needs (a Java, pyspark in .cache/spark), or says what is missing.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../../scripts/tools.sh"
. scripts/python.sh

has java || debian default-jre-headless ||
  skip "Spark, for a Java is missing and cannot be installed; on Debian: apt-get install default-jre-headless"
python_env spark tests/spark/requirements.txt pyspark "500 MB"

NEWSMARK=${NEWSMARK:-$target/release/newsmark}
[ -x "$NEWSMARK" ] || fail "$NEWSMARK is missing; ./build.sh makes it"
export NEWSMARK
exec "$venv/bin/python" -m unittest -v tests/spark/test_spark.py
