# Virtual environments, for the tests and checks that need Python packages. Sourced, after tools.sh.

# Skips the rest of a script. In the CI nothing may be skipped; on other machines the packages may be too much for a few tests.
skip() {
  [ "${CI:-}" != true ] && [ "${NEWSMARK_CI:-}" != 1 ] || fail "$*"
  say "skipped, not tested: $*"
  exit 0
}

pip() { "$venv/bin/pip" "$1" --quiet --disable-pip-version-check "${@:2}" </dev/null >>"$log" 2>&1; }

# python_env NAME REQUIREMENTS WHAT SIZE: makes .cache/NAME ($venv) an environment with these packages.
python_env() {
  venv=$cache/$1
  log=$cache/$1.log
  has python3 || debian python3 python3-venv || skip "python3 is missing and cannot be installed"
  cmp -s "$2" "$venv/installed" && return
  say "installing $3 into .cache/$1 ($4, once)"
  rm -rf "$venv"
  python3 -m venv "$venv" >"$log" 2>&1 || { debian python3-venv && python3 -m venv "$venv"; } >>"$log" 2>&1 ||
    skip "a virtual environment cannot be created; on Debian: apt-get install python3-venv"
  pip install -r "$2" || skip "$3 cannot be installed (see .cache/$1.log); it needs a connection to a Python package index"
  cp "$2" "$venv/installed"
}
