# Python for tests that open our output with other people's programs. Sourced, after tools.sh.

# Where the whole project is checked nothing may be left out; elsewhere it is much to have for a few tests.
skip() {
  [ "${CI:-}" != true ] && [ "${NEWSMARK_CI:-}" != 1 ] || fail "$*"
  say "skipped, not tested: $*"
  exit 0
}

pip() { "$venv/bin/pip" "$1" --quiet --disable-pip-version-check "${@:2}" </dev/null >>"$log" 2>&1; }

# python_env NAME REQUIREMENTS WHAT SIZE: makes sure that .cache/NAME is an environment, $venv, with these packages.
python_env() {
  venv=$cache/$1
  log=$cache/$1.log
  has python3 || debian python3 python3-venv || skip "python3 is missing and cannot be installed"
  cmp -s "$2" "$venv/installed" && return
  say "installing $3 into .cache/$1 ($4, once)"
  rm -rf "$venv"
  python3 -m venv "$venv" >"$log" 2>&1 || { debian python3-venv && python3 -m venv "$venv"; } >>"$log" 2>&1 ||
    skip "no virtual environment can be made; on Debian: apt-get install python3-venv"
  pip install -r "$2" || skip "$3 cannot be installed (see .cache/$1.log); it needs a connection to a Python package index"
  cp "$2" "$venv/installed"
}
