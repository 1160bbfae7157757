# Compiles crates/wasm to WebAssembly, once for each module that the page loads, and makes the JavaScript around them.
# Sourced by build.sh.

wasm_target=wasm32-unknown-unknown
engine=$target/engine

# The modules. Each is made with the feature of crates/wasm that has its name.
parts="engine corrections export extract documents places"

# Sets how a module is compiled, what its files are called, and how wasm-opt treats it. The engine is made to be fast, the
# others to be small. Optimising across crates (LTO) makes the others smaller and the engine larger.
settings() { # module
  inlining=
  case $1 in
    # Without functions inlined for having one caller: browsers compile a function again, for speed, once it has run for
    # long. A stage of the pipeline that had swallowed all others would keep a core busy while the first article is drawn.
    # The compiler inlines less than it would by itself: that makes the engine an eighth smaller and no slower.
    engine)
      file=newsmark level=2 lto=off inlining=-Cllvm-args=--inline-threshold=40
      optimisation="-O3 --one-caller-inline-max-function-size=0"
      ;;
    # A person waits for each correction, so speed counts more than for the exports.
    corrections) file=$1 level=s lto=fat optimisation=-Os ;;
    *) file=$1 level=s lto=fat optimisation=-Oz ;;
  esac
}

# Little time is spent in the crates of others, so they are made to be small in every module.
small='profile.release.package."*".opt-level="s"'

# The engine contains the kernel (crates/kernel) as data, and adds it to its own function table when it starts.
kernel=$target/wasm/kernel.wasm
engine_flags="--cfg newsmark_kernel -Clink-arg=--growable-table"

# Panic messages name source files, so the compiled code contains paths. The same source must give the same bytes on
# every machine (scripts/reproduce.sh), so every path of this machine is replaced. Of several rules that match, the
# compiler takes the last.
remapped() {
  local home=${CARGO_HOME:-$HOME/.cargo} registry library
  printf '%s\n' "--remap-path-prefix=$root=newsmark" "--remap-path-prefix=$home=cargo"
  # Each registry has a folder, named after its address and a hash that depends on cargo's version.
  for registry in "$home"/registry/src/*/; do
    printf '%s\n' "--remap-path-prefix=${registry%/}=crates"
  done
  # The sources of the standard library, if they are installed.
  library=$(rustc --print sysroot)/lib/rustlib/src/rust
  printf '%s\n' "--remap-path-prefix=$library=/rustc/$(rustc -vV | sed -n 's/^commit-hash: //p')"
}

compile() { # more flags for the compiler, more arguments for cargo
  local flags=$1 part
  shift
  # The folders of the registries exist only after a download. A crate that cannot be downloaded may not be needed here,
  # so it is the compiler that fails if one is missing.
  cargo fetch --quiet --locked --target "$wasm_target" </dev/null >"$cache/fetch.log" 2>&1 || true
  mkdir -p "$target/wasm"
  rustc -V >"$target/wasm/compiler"
  compile_crate newsmark-kernel "$kernel" "-Ctarget-feature=+simd128,+relaxed-simd -Clink-arg=--import-memory $flags" "$@" ||
    return 1
  optimise -O3 --enable-relaxed-simd --strip-target-features "$kernel"
  # The kernel works in the engine's memory. Data or a stack of its own would overwrite the engine's.
  if node node_modules/binaryen/bin/wasm-dis --all-features "$kernel" | grep -qE '\(data |\(mut '; then
    fail "the kernel has data or a stack of its own, which would overwrite the engine's"
  fi
  for part in $parts; do
    settings "$part"
    CARGO_PROFILE_RELEASE_OPT_LEVEL=$level CARGO_PROFILE_RELEASE_LTO=$lto NEWSMARK_KERNEL=$kernel \
      compile_crate newsmark-wasm "$target/wasm/$part.wasm" "-Ctarget-feature=+simd128 $engine_flags $inlining $flags" \
      --features "$part" --config "$small" "$@" || return 1
  done
}

# In a target folder of its own, so that this compiler and that of the command line do not discard each other's work.
compile_crate() { # crate, output file, flags for the compiler, arguments for cargo
  local crate=$1 to=$2 flags
  # One flag per line, because paths may contain blanks.
  flags=$(printf '%s\n' $3; remapped)
  shift 3
  CARGO_ENCODED_RUSTFLAGS=${flags//$'\n'/$'\x1f'} CARGO_TARGET_DIR=$target/wasm CARGO_PROFILE_RELEASE_PANIC=abort \
    cargo build --quiet --locked --release -p "$crate" --target "$wasm_target" "$@" </dev/null || return 1
  cp "$target/wasm/$wasm_target/release/${crate//-/_}.wasm" "$to"
}

has_wasm_target() { [ -d "$(rustc --print sysroot)/lib/rustlib/$wasm_target/lib" ]; }

# rustup does not say whether it can reach its server, and may wait for long. So it gets one minute, and after a failure
# is not tried again for a day.
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

# Debian's compiler comes with the sources of the standard library and of its dependencies, so the standard library can be
# compiled for WebAssembly without a download.
debian_compiler() {
  local sources=/usr/lib/rustlib/src/rust/library/std
  if ! [ -x /usr/bin/rustc ] || ! [ -x /usr/bin/cargo ] || ! [ -e "$sources" ] || ! has wasm-ld; then
    debian rustc-web cargo-web rust-web-src lld || return 1
  fi
}

build_wasm() {
  if has_wasm_target || add_wasm_target; then
    say "compiling to WebAssembly"
    compile "" || fail "the code does not compile for $wasm_target; see the messages above"
  elif debian_compiler; then
    say "compiling to WebAssembly with Debian's compiler"
    # -Zbuild-std is unstable. RUSTC_BOOTSTRAP makes a stable compiler accept it.
    PATH=/usr/bin:$PATH RUSTC_BOOTSTRAP=1 \
      compile -Clinker=wasm-ld -Zbuild-std=std,panic_abort ||
      fail "the code does not compile for $wasm_target; see the messages above"
  else
    fail "the WebAssembly target is missing. Install it with: rustup target add $wasm_target; or on Debian: apt-get install rustc-web cargo-web rust-web-src lld"
  fi
}

# The tool that makes the JavaScript (crates/bindgen). scripts/reproduce.sh names the one that is already built.
bindgen=${NEWSMARK_BINDGEN:-$target/tool/newsmark-bindgen}

build_bindgen() {
  [ -z "${NEWSMARK_BINDGEN:-}" ] || return 0
  env -u RUSTFLAGS CARGO_TARGET_DIR="$target" cargo build --quiet --locked --profile tool -p newsmark-bindgen </dev/null
}

# newsmark.js and newsmark_bg.wasm, and the same for the other modules. They are made again only if something has changed.
build_engine() {
  local stamp part
  stamp=$(for part in $parts; do cat "$target/wasm/$part.wasm"; done |
    cat - scripts/wasm.sh crates/bindgen/src/main.rs package-lock.json | sha256sum)
  [ "$stamp" = "$(cat "$engine/stamp" 2>/dev/null)" ] && return
  rm -rf "$engine"
  for part in $parts; do
    settings "$part"
    say "making the JavaScript around the module “$part”, and optimising the module (wasm-opt)"
    "$bindgen" "$target/wasm/$part.wasm" "$engine" "$file"
    optimise $optimisation "$engine/${file}_bg.wasm"
  done
  cp "$target/wasm/compiler" "$engine/compiler"
  printf '%s' "$stamp" >"$engine/stamp"
}

optimise() { # arguments for wasm-opt, file
  local file=${*: -1}
  node node_modules/binaryen/bin/wasm-opt --strip-debug --strip-producers \
    --enable-simd --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext \
    --enable-mutable-globals --enable-reference-types --enable-multivalue \
    "$@" -o "$file.optimised"
  mv "$file.optimised" "$file"
}
