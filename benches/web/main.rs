//! The workloads in a page compared with the same workloads natively, and with plain JavaScript: `make
//! bench-web` prints the ratios.
//!
//! Built twice: natively it is the program that alternates with the page; for the browser it is the
//! module that the page runs (`build.mjs` builds it like the shipped page).

#[cfg(target_arch = "wasm32")]
mod module;
#[cfg(not(target_arch = "wasm32"))]
mod native;
#[path = "../ratios/works.rs"]
mod works;

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    native::main();
}
