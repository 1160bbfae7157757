//! The style sheet of the HTML export: the part that the page shares, and the hash that the export's policy allows.

use base64::{Engine, engine::general_purpose::STANDARD};
use newsmark_formats::export::{HTML_STYLE, HTML_THEME};
use sha2::{Digest, Sha256};

/// The page's copy.
pub fn theme() -> String {
    let notice =
        "/* Copied by scripts/generate.sh from crates/formats/src/export/html/theme.css: change it there. */\n";
    format!("{notice}{HTML_THEME}")
}

/// As a content security policy writes it.
pub fn hash() -> String {
    format!("sha256-{}\n", STANDARD.encode(Sha256::digest(HTML_STYLE)))
}
