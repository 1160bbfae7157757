//! Web and mail addresses, each of which is one token.

use crate::text::chars::is_space;
use crate::text::quotation_mark::{Family, QuotationMark};

/// The length of the address at the beginning of `rest`, if there is one.
pub fn address_length(rest: &str) -> Option<usize> {
    if begins_like_web_address(rest) { web_address(rest) } else { mail_address(rest) }
}

fn begins_like_web_address(rest: &str) -> bool {
    ["http://", "https://", "www."].iter().any(|prefix| {
        let start = rest.as_bytes().get(..prefix.len());
        rest.len() > prefix.len() && start.is_some_and(|start| start.eq_ignore_ascii_case(prefix.as_bytes()))
    })
}

fn web_address(rest: &str) -> Option<usize> {
    let ends = |c: char| {
        is_space(c)
            || matches!(c, '<' | '>')
            || QuotationMark::of_char(c).is_some_and(|mark| matches!(mark.family, Family::Double | Family::Angle))
    };
    let address = rest[..rest.find(ends).unwrap_or(rest.len())]
        .trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'', '’', '…']);
    // Shorter ones are no more than a prefix.
    (address.len() > 7).then_some(address.len())
}

/// A local part, an at sign, a domain with a full stop.
fn mail_address(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let local = bytes
        .iter()
        .take(64)
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'+'))
        .count();
    if bytes.get(local) != Some(&b'@') {
        return None;
    }
    let domain = bytes[local + 1..]
        .iter()
        .take(255)
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'))
        .count();
    let domain = rest[local + 1..local + 1 + domain].trim_end_matches(['.', '-']);
    (domain.contains('.') && !domain.starts_with('.')).then_some(local + 1 + domain.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_an_address_ends() {
        for (text, address) in [
            ("https://example.org/a?b=c, and", "https://example.org/a?b=c"),
            ("HTTP://example.org", "HTTP://example.org"),
            ("www.example.org.", "www.example.org"),
            ("http://example.org/a”", "http://example.org/a"),
            ("http://example.org/a).", "http://example.org/a"),
            ("a.b+c@example.org.", "a.b+c@example.org"),
            ("ann@example.co.uk said", "ann@example.co.uk"),
        ] {
            assert_eq!(address_length(text), Some(address.len()), "{text}");
        }
    }

    #[test]
    fn what_is_not_an_address() {
        for text in ["", "www.", "www.a.", "http://", "example.org", "ann@example", "ann@.org", "ann at example.org"] {
            assert_eq!(address_length(text), None, "{text}");
        }
    }
}
