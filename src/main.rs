//! The page's program: it only starts the page, or the worker that the page has started.

#[cfg(target_arch = "wasm32")]
fn main() {
    districtwide::ui::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!(
        "This program runs in a browser: `make serve` builds and serves the page.\n\
         For results without a browser: cargo run --release --example ensemble -- --help"
    );
}
