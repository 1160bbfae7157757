# What build.sh and test.sh share: where things are, how to get what is missing, and how to say it.
# Sourced, not run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

# Everything that may be thrown away between runs.
target=${CARGO_TARGET_DIR:-$root/target}
cache=$root/.cache
own_tools=$root/.tools
mkdir -p "$cache"

say() { printf '%s\n' "– $*" >&2; }
fail() { printf '%s\n' "✗ $*" >&2; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

# as_root COMMAND…: as it is for root, through sudo where that asks for no password.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif has sudo; then sudo -n "$@"; else return 1; fi
}

# debian PACKAGE…: installs Debian packages, or fails and leaves it to the caller to say what for.
debian() {
  has apt-get || return 1
  say "installing $* (apt-get)"
  local log=$cache/apt.log install="apt-get install -y -q --no-install-recommends"
  export DEBIAN_FRONTEND=noninteractive
  # The lists may be missing or old; they are only fetched where the first try finds that.
  as_root $install "$@" </dev/null >"$log" 2>&1 && return
  as_root apt-get update -q </dev/null >>"$log" 2>&1
  as_root $install "$@" </dev/null >>"$log" 2>&1
}

need_rust() {
  has cargo || fail "cargo is missing. Install Rust 1.89 or later, with rustup or with: apt-get install cargo-web rustc-web"
}

# The packages of package.json, installed again only when the lock file has changed.
need_node_modules() {
  has node && has npm || debian nodejs npm ||
    fail "node and npm are missing. Install Node.js 20 or later, on Debian with: apt-get install nodejs npm"
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge 18 ] || fail "Node.js $major is too old. Install Node.js 20 or later."
  local stamp=node_modules/.newsmark-lock
  cmp -s package-lock.json "$stamp" && return
  say "installing the build's npm packages"
  npm ci --ignore-scripts </dev/null >"$cache/npm.log" 2>&1 ||
    fail "npm ci failed; its output is in .cache/npm.log. It needs a connection to an npm registry."
  cp package-lock.json "$stamp"
}

install_wasm_bindgen() {
  local version=$1
  shift
  # It runs for a second a build: compiling it fast matters more than fast code.
  env -u CARGO_TARGET_DIR -u RUSTFLAGS CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off \
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    cargo install --quiet "$@" wasm-bindgen-cli --version "=$version" --root "$own_tools" </dev/null
}

# Prints the path of a wasm-bindgen of exactly the version that Cargo.lock has: the two halves only
# understand each other if they are the same.
wasm_bindgen() {
  local version
  version=$(sed -n '/^name = "wasm-bindgen"$/{n;s/version = "\(.*\)"/\1/p}' Cargo.lock)
  local candidate
  for candidate in "$own_tools/bin/wasm-bindgen" "$(command -v wasm-bindgen || true)"; do
    if [ -x "$candidate" ] && [ "$("$candidate" --version)" = "wasm-bindgen $version" ]; then
      printf '%s\n' "$candidate"
      return
    fi
  done
  say "installing wasm-bindgen-cli $version into .tools (a few minutes, once)"
  # With the versions that it was released with, or, where a registry has not all of them, with the nearest.
  install_wasm_bindgen "$version" --locked >"$cache/wasm-bindgen.log" 2>&1 ||
    install_wasm_bindgen "$version" >>"$cache/wasm-bindgen.log" 2>&1 ||
    fail "wasm-bindgen-cli could not be installed (see .cache/wasm-bindgen.log). Try: cargo install wasm-bindgen-cli --version $version"
  printf '%s\n' "$own_tools/bin/wasm-bindgen"
}

# need_browsers NAME…: of chromium and firefox.
need_browsers() {
  local name missing=()
  for name in "$@"; do
    case $name in
      chromium) has chromium || has google-chrome || missing+=(chromium) ;;
      firefox) has firefox || has firefox-esr || missing+=(firefox-esr) ;;
    esac
  done
  [ ${#missing[@]} = 0 ] || debian "${missing[@]}" ||
    fail "${missing[*]} cannot be installed. On Debian: apt-get install ${missing[*]}"
}
