//! The resolution of a PNG file, which browsers do not write: without it, a picture for print comes out
//! as wide as a door.

/// The length of the beginning of every PNG: its signature, and the IHDR chunk of 25 bytes.
const HEADER_LENGTH: usize = 8 + 25;
const SIGNATURE: [u8; 8] = *b"\x89PNG\r\n\x1a\n";

/// The same picture with its resolution in pixels per meter; unchanged if it is not a PNG.
pub fn with_resolution(png: &[u8], pixels_per_meter: u32) -> Vec<u8> {
    if png.len() < HEADER_LENGTH || !png.starts_with(&SIGNATURE) {
        return png.to_vec();
    }
    let resolution = pixels_per_meter.to_be_bytes();
    // Horizontal, vertical, and the unit (1 is the meter).
    let content = [b"pHYs".as_slice(), &resolution, &resolution, &[1]].concat();
    let length = content.len() as u32 - 4;
    let check = crc(&content).to_be_bytes();
    [&png[..HEADER_LENGTH], &length.to_be_bytes(), &content, &check, &png[HEADER_LENGTH..]].concat()
}

/// The checksum of a chunk (PNG specification, annex D).
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| {
            if crc & 1 == 1 { 0xedb8_8320 ^ (crc >> 1) } else { crc >> 1 }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_that_of_the_specification() {
        assert_eq!(crc(b"123456789"), 0xcbf4_3926);
        assert_eq!(crc(b"IEND"), 0xae42_6082);
    }

    #[test]
    fn the_resolution_follows_the_header_and_nothing_else_changes() {
        let png = [SIGNATURE.as_slice(), &[7; 25], b"the rest"].concat();
        let found = with_resolution(&png, 12_000);
        assert_eq!(found.len(), png.len() + 21);
        assert_eq!(found[..HEADER_LENGTH], png[..HEADER_LENGTH]);
        assert_eq!(
            &found[HEADER_LENGTH..HEADER_LENGTH + 17],
            b"\0\0\0\x09pHYs\0\0\x2e\xe0\0\0\x2e\xe0\x01"
        );
        assert_eq!(found[HEADER_LENGTH + 21..], png[HEADER_LENGTH..]);
    }

    #[test]
    fn anything_but_a_png_is_unchanged() {
        for other in [b"".as_slice(), b"GIF89a", &SIGNATURE] {
            assert_eq!(with_resolution(other, 12_000), other);
        }
    }
}
