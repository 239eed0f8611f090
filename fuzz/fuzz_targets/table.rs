#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| districtwide_fuzz::table(bytes));
