#!/usr/bin/env bash
# Looks up every crate and npm package of the lock files in the databases of known vulnerabilities.
#
#     scripts/audit.sh              uses what is installed
#     scripts/audit.sh --install    first installs cargo-audit into .tools (takes some minutes)
#
# Fails if a vulnerability is known. If a database cannot be reached, the script says so and does not fail.
set -euo pipefail

. "$(dirname "${BASH_SOURCE[0]}")/tools.sh"

log=$cache/audit.log
report=$cache/audit.json
found=
unchecked() { say "not checked: $*"; }

case ${1:-} in
  "") ;;
  --install)
    say "installing cargo-audit into .tools (takes some minutes, once)"
    env -u CARGO_TARGET_DIR CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
      cargo install --quiet --locked cargo-audit --root "$own_tools" </dev/null >"$log" 2>&1 ||
      fail "cargo-audit could not be installed; see .cache/audit.log"
    ;;
  *) sed -n '2,7s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac

# Both tools exit with the same status if they find something and if they cannot reach a database. Only in the first case
# do they print a report.

crates() {
  PATH=$PATH:$own_tools/bin
  has cargo-audit || { unchecked "crates: cargo-audit is missing (scripts/audit.sh --install)"; return; }
  local lock=Cargo.lock
  if cargo-audit audit --file "$lock" --json </dev/null >"$report" 2>"$log"; then
    say "$lock: no known vulnerabilities"
  elif grep -q '"vulnerabilities"' "$report"; then
    cargo-audit audit --file "$lock" --no-fetch >&2 || found=1
  else
    unchecked "$lock: the RustSec database cannot be reached (see .cache/audit.log)"
  fi
}

packages() {
  has npm || { unchecked "npm packages: npm is missing"; return; }
  local lock folder
  for lock in package-lock.json bench/package-lock.json; do
    folder=$(dirname "$lock")
    if npm audit --prefix "$folder" --package-lock-only --json </dev/null >"$report" 2>"$log"; then
      say "$lock: no known vulnerabilities"
    elif grep -q '"auditReportVersion"' "$report"; then
      npm audit --prefix "$folder" --package-lock-only >&2 || found=1
    else
      unchecked "$lock: the npm registry cannot be reached (see .cache/audit.log)"
    fi
  done
}

crates
packages
[ -z "$found" ] || fail "there are known vulnerabilities (see above): update the packages, or explain in SECURITY.md why Newsmark is not affected"
