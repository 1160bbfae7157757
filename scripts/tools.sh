# Paths, messages and the installation of tools, for build.sh, test.sh and the other scripts. Sourced, not run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

# Everything here may be deleted between runs.
target=${CARGO_TARGET_DIR:-$root/target}
cache=$root/.cache
own_tools=$root/.tools
mkdir -p "$cache"

say() { printf '%s\n' "– $*" >&2; }
fail() { printf '%s\n' "✗ $*" >&2; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

# as_root COMMAND…: runs it through sudo unless we are root already; fails where sudo asks for a password.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif has sudo; then sudo -n "$@"; else return 1; fi
}

# debian PACKAGE…: installs Debian packages. If it fails, the caller says what they were for.
debian() {
  has apt-get || return 1
  say "installing $* (apt-get)"
  local log=$cache/apt.log install="apt-get install -y -q --no-install-recommends"
  export DEBIAN_FRONTEND=noninteractive
  # The package lists may be missing or old. They are fetched only if the first try fails.
  as_root $install "$@" </dev/null >"$log" 2>&1 && return
  as_root apt-get update -q </dev/null >>"$log" 2>&1
  as_root $install "$@" </dev/null >>"$log" 2>&1
}

need_rust() {
  has cargo || fail "cargo is missing. Install Rust 1.89 or later, with rustup or with: apt-get install cargo-web rustc-web"
}

# Installs the packages of package.json if the lock file has changed.
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

# need_browsers NAME…: installs those that are missing, of chromium, firefox and webkit.
need_browsers() {
  local name missing=()
  for name in "$@"; do
    case $name in
      chromium) has chromium || has google-chrome || missing+=(chromium) ;;
      firefox) has firefox || has firefox-esr || missing+=(firefox-esr) ;;
      webkit)
        has WebKitWebDriver || missing+=(webkit2gtk-driver)
        has Xvfb || missing+=(xvfb)
        ;;
    esac
  done
  [ ${#missing[@]} = 0 ] || debian "${missing[@]}" ||
    fail "${missing[*]} cannot be installed. On Debian: apt-get install ${missing[*]}"
}
