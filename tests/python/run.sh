#!/usr/bin/env bash
# Tests the Python package: builds the wheel, installs it in .cache/python as users do, and runs its tests, the examples in
# its documentation, and the type checker.
#
#     tests/python/run.sh [ARGUMENTS OF PYTEST]
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../../scripts/tools.sh"
. scripts/python.sh

python_env python tests/python/requirements.txt "pytest, mypy, pandas and spaCy" "450 MB"
[ -n "${NEWSMARK_WHEEL:-}" ] || scripts/wheel.sh
wheel=${NEWSMARK_WHEEL:-$(echo "$target"/wheels/newsmark-*.whl)}
pip install --force-reinstall --no-deps "$wheel" || fail "the wheel cannot be installed; see .cache/python.log"

export NEWSMARK=${NEWSMARK:-$target/release/newsmark} NEWSMARK_WHEEL=$wheel
[ -x "$NEWSMARK" ] || fail "$NEWSMARK is missing; run ./build.sh"
installed=$("$venv/bin/python" -c 'import newsmark, pathlib; print(pathlib.Path(newsmark.__file__).parent)')

# It has to be the installed package that is tested, not python/newsmark, which lacks the compiled module.
cd "$cache"
"$venv/bin/python" -m pytest --quiet -p no:cacheprovider --doctest-modules --doctest-glob='*.md' \
  "$installed" "$root/python/README.md" "$root/tests/python" "$@"
"$venv/bin/python" -m mypy --config-file "$root/python/pyproject.toml" -p newsmark
"$venv/bin/python" -m mypy --config-file "$root/python/pyproject.toml" "$root/tests/python"
