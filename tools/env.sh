# shellcheck shell=bash
# Sourced by the Makefile and the other scripts: puts the project's own tools on PATH and chooses the
# Rust that can build for the browser. It changes nothing and installs nothing; tools/setup.sh does.

PROJECT_ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
# shellcheck source=versions.env
. "$PROJECT_ROOT/tools/versions.env"

WASM_TARGET=wasm32-unknown-unknown
export PATH="$PROJECT_ROOT/.tools/bin:$PROJECT_ROOT/node_modules/.bin:$PATH"

# The page contains the source paths of its crates, for panics. The part that differs between machines is removed,
# so that a page has the same size wherever it is built. Cargo adds this to the flags of
# .cargo/config.toml, and separates flags by spaces.
REGISTRY="${CARGO_HOME:-$HOME/.cargo}/registry/src"
case $REGISTRY in
*\ *) ;;
*) export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--remap-path-prefix=$REGISTRY=" ;;
esac

# Whether the Rust in the given sysroot has the standard library for the browser.
has_wasm_std() { [ -n "$1" ] && compgen -G "$1/lib/rustlib/$WASM_TARGET/lib/libstd-*.rlib" >/dev/null; }

# On a machine whose rustup may not download, Debian's Rust in /usr is used instead (see setup.sh).
use_debian_rust() {
    # It has no linker of its own for the browser.
    export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER="wasm-ld-$LLD_VERSION"
    if command -v rustup >/dev/null; then export RUSTUP_TOOLCHAIN=debian; fi
}

SYSROOT="$(rustc --print sysroot 2>/dev/null || true)"
if [ "$SYSROOT" = /usr ] || ! has_wasm_std "$SYSROOT"; then
    if has_wasm_std /usr && command -v "wasm-ld-$LLD_VERSION" >/dev/null; then use_debian_rust; fi
fi

# The system's browsers, for the browser tests; CHROMIUM and FIREFOX override the search.
find_chromium() {
    first_command "${CHROMIUM:-}" chromium chromium-browser google-chrome \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
}
find_firefox() {
    first_command "${FIREFOX:-}" firefox-esr firefox /Applications/Firefox.app/Contents/MacOS/firefox
}

# Prints the first of the commands that exists.
first_command() {
    local candidate
    for candidate; do
        if [ -n "$candidate" ] && command -v "$candidate"; then return; fi
    done
    return 1
}
