//! The companion's program: what the page brings after its first chart.

#[cfg(target_arch = "wasm32")]
fn main() {
    districtwide::companion::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program is a part of the page: `make serve` builds and serves it.");
}
