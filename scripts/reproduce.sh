#!/usr/bin/env bash
# Builds the page and the npm package again from the same source, in another folder and for another user, and compares
# the files with dist/ and pkg/, which ./build.sh has made: anyone who has the source can build the published files.
#
#     scripts/reproduce.sh
set -euo pipefail

. "$(dirname "${BASH_SOURCE[0]}")/tools.sh"

[ -e dist/SHA256SUMS ] && [ -d pkg ] || fail "dist/ and pkg/ are missing; build them with: ./build.sh --page"

elsewhere=$(mktemp -d)
trap 'rm -rf "$elsewhere"' EXIT
again=$elsewhere/another\ folder
mkdir -p "$again" "$elsewhere/home" "$elsewhere/cargo"

# The files that git would commit. Without git, all files that no build has made.
sources() {
  if git rev-parse --git-dir >/dev/null 2>&1; then
    git ls-files -z --cached --others --exclude-standard |
      while IFS= read -r -d '' file; do [ ! -e "$file" ] || printf '%s\0' "$file"; done
  else
    find . \( -name target -o -name dist -o -name pkg -o -name node_modules -o -name .tools -o -name .cache -o -name .git \) -prune -o -type f -print0
  fi
}
sources | tar -c --null -T - | tar -x -C "$again"
# Tools and downloads are shared: it is our build that is tested.
ln -s "$root/node_modules" "$again/node_modules"
# If rustup could not reach its server, it is not tried again.
mkdir -p "$again/.cache"
[ ! -e "$cache/rustup-target-failed" ] || cp -p "$cache/rustup-target-failed" "$again/.cache/"
for part in registry git config.toml config; do
  [ ! -e "${CARGO_HOME:-$HOME/.cargo}/$part" ] || ln -s "${CARGO_HOME:-$HOME/.cargo}/$part" "$elsewhere/cargo/$part"
done

say "building the page again in another folder"
(
  cd "$again"
  umask 077
  unset CARGO_TARGET_DIR RUSTFLAGS
  export RUSTUP_HOME=${RUSTUP_HOME:-$HOME/.rustup} CARGO_HOME=$elsewhere/cargo HOME=$elsewhere/home
  export NEWSMARK_BINDGEN=$target/tool/newsmark-bindgen TZ=Pacific/Chatham LC_ALL=C
  ./build.sh --page
) 2>"$cache/reproduce.log" || fail "the second build failed; its output is in .cache/reproduce.log"

# The name and hash of every file.
sums() { (cd "$1" && find dist pkg -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum); }
sums "$root" >"$elsewhere/first"
sums "$again" >"$elsewhere/second"
if ! diff "$elsewhere/first" "$elsewhere/second" >&2; then
  rm -rf "$cache/reproduced"
  mkdir "$cache/reproduced" && mv "$again/dist" "$again/pkg" "$cache/reproduced/"
  fail "the builds differ (see above: < is the first, > the second); the second is kept in .cache/reproduced"
fi
grep -E '  dist/(engine/.*|newsmark\.html|index\.html)$' "$elsewhere/first"
say "identical: all $(wc -l <"$elsewhere/first") files"
