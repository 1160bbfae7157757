#!/usr/bin/env bash
# Asks the databases of known vulnerabilities about every crate and every npm package of the lock files.
#
#     scripts/audit.sh              asks with what is installed
#     scripts/audit.sh --install    first installs cargo-audit into .tools (some minutes)
#
# Where a database cannot be had, that is said, and is no failure; a vulnerability that is known is one.
set -euo pipefail

. "$(dirname "${BASH_SOURCE[0]}")/tools.sh"

log=$cache/audit.log
report=$cache/audit.json
found=
unasked() { say "not asked: $*"; }

case ${1:-} in
  "") ;;
  --install)
    say "installing cargo-audit into .tools (some minutes, once)"
    env -u CARGO_TARGET_DIR CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
      cargo install --quiet --locked cargo-audit --root "$own_tools" </dev/null >"$log" 2>&1 ||
      fail "cargo-audit could not be installed; see .cache/audit.log"
    ;;
  *) sed -n '2,7s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac

# Both tools end with the same code where they found something and where they could not look: only a
# report tells the two apart.

crates() {
  PATH=$PATH:$own_tools/bin
  has cargo-audit || { unasked "about the crates: cargo-audit is missing (scripts/audit.sh --install)"; return; }
  local lock=Cargo.lock
  if cargo-audit audit --file "$lock" --json </dev/null >"$report" 2>"$log"; then
    say "$lock: no vulnerability is known"
  elif grep -q '"vulnerabilities"' "$report"; then
    cargo-audit audit --file "$lock" --no-fetch >&2 || found=1
  else
    unasked "about $lock: the database of RustSec cannot be had (.cache/audit.log)"
  fi
}

packages() {
  has npm || { unasked "about the npm packages: npm is missing"; return; }
  local lock folder
  for lock in package-lock.json bench/package-lock.json; do
    folder=$(dirname "$lock")
    if npm audit --prefix "$folder" --package-lock-only --json </dev/null >"$report" 2>"$log"; then
      say "$lock: no vulnerability is known"
    elif grep -q '"auditReportVersion"' "$report"; then
      npm audit --prefix "$folder" --package-lock-only >&2 || found=1
    else
      unasked "about $lock: the npm registry cannot be asked (.cache/audit.log)"
    fi
  done
}

crates
packages
[ -z "$found" ] || fail "vulnerabilities are known, see above: take newer versions, or say in SECURITY.md why they do not matter here"
