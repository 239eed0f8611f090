//! The works in a page against the same works natively, and against plain JavaScript: `make bench-web`
//! prints the ratios.
//!
//! Built twice: natively it is the program that takes turns with the page, for the browser the module
//! that the page runs (`build.mjs` builds it as the shipped page is built).

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
