#!/usr/bin/env bash
# Tests the recipe for Apache Spark: installs what that needs (a Java, pyspark in .cache/spark), or says what is missing.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../../scripts/tools.sh"

# Where the whole project is checked nothing may be left out; elsewhere Spark is a big thing to have for one test.
skip() {
  [ "${CI:-}" != true ] && [ "${NEWSMARK_CI:-}" != 1 ] || fail "$*"
  say "skipped: Spark is not tested, for $*"
  exit 0
}

venv=$cache/spark
has python3 || debian python3 python3-venv || skip "python3 is missing and cannot be installed"
has java || debian default-jre-headless ||
  skip "a Java is missing and cannot be installed; on Debian: apt-get install default-jre-headless"
if ! cmp -s tests/spark/requirements.txt "$venv/installed"; then
  say "installing pyspark into .cache/spark (500 MB, once)"
  rm -rf "$venv"
  python3 -m venv "$venv" 2>"$cache/spark.log" || { debian python3-venv && python3 -m venv "$venv"; } ||
    skip "no virtual environment can be made; on Debian: apt-get install python3-venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check -r tests/spark/requirements.txt </dev/null >>"$cache/spark.log" 2>&1 ||
    skip "pyspark cannot be installed (see .cache/spark.log); it needs a connection to a Python package index"
  cp tests/spark/requirements.txt "$venv/installed"
fi

NEWSMARK=${NEWSMARK:-$target/release/newsmark}
[ -x "$NEWSMARK" ] || fail "$NEWSMARK is missing; ./build.sh makes it"
export NEWSMARK
exec "$venv/bin/python" -m unittest -v tests/spark/test_spark.py
