//! The encoding of a page.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// So many bytes are searched for a declaration, as browsers do.
const HEAD: usize = 4096;

/// The text of a page: UTF-8 if it is valid, otherwise as the page declares, otherwise as old pages are.
pub fn decoded(bytes: &[u8]) -> String {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding.decode(bytes).0.into_owned();
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => {
            declared(bytes).filter(|&encoding| encoding != UTF_8).unwrap_or(WINDOWS_1252).decode(bytes).0.into_owned()
        }
    }
}

fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    let name = head.split("charset").nth(1)?.trim_start_matches([' ', '=', '"', '\'']);
    Encoding::for_label(
        name.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':'))).next()?.as_bytes(),
    )
}
