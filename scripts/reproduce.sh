#!/usr/bin/env bash
# Builds the page and the npm package once more from the same source, in another folder and for another user,
# and compares: whoever has the source must get the very files that are handed out.
#
#     scripts/reproduce.sh     compares with dist/ and pkg/, which ./build.sh has made
set -euo pipefail

. "$(dirname "${BASH_SOURCE[0]}")/tools.sh"

[ -e dist/SHA256SUMS ] && [ -d pkg ] || fail "there is nothing to compare with: ./build.sh --page builds it"

elsewhere=$(mktemp -d)
trap 'rm -rf "$elsewhere"' EXIT
again=$elsewhere/another\ folder
mkdir -p "$again" "$elsewhere/home" "$elsewhere/cargo"

# What git would commit; without git, all but what a build leaves behind.
sources() {
  if git rev-parse --git-dir >/dev/null 2>&1; then
    git ls-files -z --cached --others --exclude-standard |
      while IFS= read -r -d '' file; do [ ! -e "$file" ] || printf '%s\0' "$file"; done
  else
    find . \( -name target -o -name dist -o -name pkg -o -name node_modules -o -name .tools -o -name .cache -o -name .git \) -prune -o -type f -print0
  fi
}
sources | tar -c --null -T - | tar -x -C "$again"
# The tools and what was downloaded are the same: it is our build that is tested.
ln -s "$root/node_modules" "$again/node_modules"
# Where rustup's server cannot be reached it need not be asked once more.
mkdir -p "$again/.cache"
[ ! -e "$cache/rustup-target-failed" ] || cp -p "$cache/rustup-target-failed" "$again/.cache/"
for part in registry git config.toml config; do
  [ ! -e "${CARGO_HOME:-$HOME/.cargo}/$part" ] || ln -s "${CARGO_HOME:-$HOME/.cargo}/$part" "$elsewhere/cargo/$part"
done

say "building the page once more, elsewhere"
(
  cd "$again"
  umask 077
  unset CARGO_TARGET_DIR RUSTFLAGS
  export RUSTUP_HOME=${RUSTUP_HOME:-$HOME/.rustup} CARGO_HOME=$elsewhere/cargo HOME=$elsewhere/home
  export PATH=$own_tools/bin:$PATH TZ=Pacific/Chatham LC_ALL=C
  ./build.sh --page
) 2>"$cache/reproduce.log" || fail "it cannot be built elsewhere; the output is in .cache/reproduce.log"

# Name and hash of every file, in one list.
sums() { (cd "$1" && find dist pkg -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum); }
sums "$root" >"$elsewhere/first"
sums "$again" >"$elsewhere/second"
if ! diff "$elsewhere/first" "$elsewhere/second" >&2; then
  rm -rf "$cache/reproduced"
  mkdir "$cache/reproduced" && mv "$again/dist" "$again/pkg" "$cache/reproduced/"
  fail "the second build differs (above: < the first, > the second); it is kept in .cache/reproduced"
fi
grep -E '  dist/(engine/.*|newsmark\.html|index\.html)$' "$elsewhere/first"
say "the same bytes in all $(wc -l <"$elsewhere/first") files"
