# Compiles crates/wasm to WebAssembly, once for each module: the engine that the page loads, and the exports that it
# loads when somebody exports. Before them crates/kernel, which becomes a part of the engine. Sourced by build.sh.

wasm_target=wasm32-unknown-unknown
engine=$target/engine

# The modules, by the feature of crates/wasm that makes them. The engine is compiled to be fast, the others to be small.
# Optimising across crates makes the others smaller and the engine larger.
parts="engine export"
level_of() { [ "$1" = engine ] && echo 3 || echo s; }
lto_of() { [ "$1" = engine ] && echo off || echo fat; }
# Little time is spent in the packages of others.
small='profile.release.package."*".opt-level="s"'

# The engine carries the kernel, and puts it into its own table of functions.
kernel=$target/wasm/kernel.wasm
engine_flags="--cfg newsmark_kernel -Clink-arg=--growable-table"

# Panics name source files, and so the compiled code has paths in it. The same source must give the same
# bytes on every machine (scripts/reproduce.sh): no path may be this machine's. Of several that fit, the
# compiler takes the last.
remapped() {
  local home=${CARGO_HOME:-$HOME/.cargo} registry library
  printf '%s\n' "--remap-path-prefix=$root=newsmark" "--remap-path-prefix=$home=cargo"
  # A folder a registry, called by its address, and by a hash that depends on cargo's version.
  for registry in "$home"/registry/src/*/; do
    printf '%s\n' "--remap-path-prefix=${registry%/}=crates"
  done
  # The standard library, where somebody has installed its sources.
  library=$(rustc --print sysroot)/lib/rustlib/src/rust
  printf '%s\n' "--remap-path-prefix=$library=/rustc/$(rustc -vV | sed -n 's/^commit-hash: //p')"
}

# A folder of its own: two compilers in one folder would throw away each other's work.
compile() { # more flags for the compiler, more arguments to cargo
  local flags=$1 part
  shift
  # The folders of registries are there only when something has come from them. What cannot be fetched now
  # is perhaps not needed: compiling shows it.
  cargo fetch --quiet --locked --target "$wasm_target" </dev/null >"$cache/fetch.log" 2>&1 || true
  mkdir -p "$target/wasm"
  rustc -V >"$target/wasm/compiler"
  compile_one newsmark-kernel "$kernel" "-Ctarget-feature=+simd128,+relaxed-simd -Clink-arg=--import-memory $flags" "$@" || return 1
  optimise -O3 --enable-relaxed-simd --strip-target-features "$kernel"
  # It works in the engine's memory: data or a stack of its own would overwrite what is there.
  if node node_modules/binaryen/bin/wasm-dis --all-features "$kernel" | grep -qE '\(data |\(mut '; then
    fail "the kernel has data or a stack of its own, which would overwrite the engine's"
  fi
  for part in $parts; do
    CARGO_PROFILE_RELEASE_OPT_LEVEL=$(level_of "$part") CARGO_PROFILE_RELEASE_LTO=$(lto_of "$part") NEWSMARK_KERNEL=$kernel \
      compile_one newsmark-wasm "$target/wasm/$part.wasm" "-Ctarget-feature=+simd128 $engine_flags $flags" \
      --features "$part" --config "$small" "$@" || return 1
  done
}

compile_one() { # name of the crate, where it goes, flags for the compiler, arguments to cargo
  local crate=$1 to=$2 flags
  # Paths may have blanks in them.
  flags=$(printf '%s\n' $3; remapped)
  shift 3
  CARGO_ENCODED_RUSTFLAGS=${flags//$'\n'/$'\x1f'} CARGO_TARGET_DIR=$target/wasm CARGO_PROFILE_RELEASE_PANIC=abort \
    cargo build --quiet --locked --release -p "$crate" --target "$wasm_target" "$@" </dev/null || return 1
  cp "$target/wasm/$wasm_target/release/${crate//-/_}.wasm" "$to"
}

has_wasm_target() { [ -d "$(rustc --print sysroot)/lib/rustlib/$wasm_target/lib" ]; }

# rustup cannot be asked whether its server can be reached, and may wait for long: it gets a minute,
# and is not asked again for a day once it has failed.
add_wasm_target() {
  has rustup || return 1
  local failed=$cache/rustup-target-failed
  [ -z "$(find "$failed" -mtime -1 2>/dev/null)" ] || return 1
  say "asking rustup for the target $wasm_target"
  if timeout -k 5 60 rustup target add "$wasm_target" </dev/null >"$cache/rustup.log" 2>&1 && has_wasm_target; then
    rm -f "$failed"
    return
  fi
  touch "$failed"
  return 1
}

# Debian's compiler brings the sources of the standard library and of all it depends on, so that the
# library can be compiled for the target here, without a download.
debian_compiler() {
  local sources=/usr/lib/rustlib/src/rust/library/std
  if ! [ -x /usr/bin/rustc ] || ! [ -x /usr/bin/cargo ] || ! [ -e "$sources" ] || ! has wasm-ld; then
    debian rustc-web cargo-web rust-web-src lld || return 1
  fi
}

build_wasm() {
  if has_wasm_target || add_wasm_target; then
    say "compiling the crate to WebAssembly"
    compile "" || fail "the crate does not compile for $wasm_target; the messages above say why"
  elif debian_compiler; then
    say "compiling the crate to WebAssembly with Debian's compiler"
    # -Zbuild-std is still an unstable flag: RUSTC_BOOTSTRAP lets a stable compiler take it.
    PATH=/usr/bin:$PATH RUSTC_BOOTSTRAP=1 \
      compile -Clinker=wasm-ld -Zbuild-std=std,panic_abort ||
      fail "the crate does not compile for $wasm_target; the messages above say why"
  else
    fail "the WebAssembly target is missing. Install it with: rustup target add $wasm_target; or on Debian: apt-get install rustc-web cargo-web rust-web-src lld"
  fi
}

# newsmark.js and newsmark_bg.wasm, export.js and export_bg.wasm, made again only if the compiler's
# output has changed.
build_engine() {
  local bindgen stamp
  bindgen=$(wasm_bindgen)
  stamp=$(cat "$target"/wasm/{engine,export}.wasm scripts/wasm.sh package-lock.json | sha256sum)$("$bindgen" --version)
  [ "$stamp" = "$(cat "$engine/stamp" 2>/dev/null)" ] && return
  rm -rf "$engine"
  # A function stays one of its own even if it has only one caller: browsers compile what has run for long once more,
  # and a stage of the pipeline that has swallowed all others would keep a core busy while the first marks are drawn.
  bind engine newsmark -O3 --one-caller-inline-max-function-size=0
  bind export export -Oz
  cp "$target/wasm/compiler" "$engine/compiler"
  printf '%s' "$stamp" >"$engine/stamp"
}

bind() { # part, name of its files, arguments for wasm-opt
  local part=$1 name=$2
  shift 2
  say "making the JavaScript around the $part (wasm-bindgen), and it smaller and faster (wasm-opt)"
  "$bindgen" --target web --no-typescript --out-dir "$engine" --out-name "$name" "$target/wasm/$part.wasm"
  optimise "$@" "$engine/${name}_bg.wasm"
}

optimise() { # arguments for wasm-opt, the file
  local file=${*: -1}
  node node_modules/binaryen/bin/wasm-opt --strip-debug --strip-producers \
    --enable-simd --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext \
    --enable-mutable-globals --enable-reference-types --enable-multivalue \
    "$@" -o "$file.optimised"
  mv "$file.optimised" "$file"
}
