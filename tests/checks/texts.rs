//! Texts made of bytes: parts of news, and parts of what goes wrong in it.

/// What texts are strung together from.
pub const PIECES: &[&str] = &[
    "Amina Wekesa", "Mr. Pryce", "the minister", "Reuters", "said", "told reporters", "according to", "he", "She", "that", "North Korea",
    "U.S.", "$4.2 million", "12%", "on Tuesday", "3rd", "10 a.m.", "O'Neill", "rock 'n' roll", "the '80s", "farmers'", "it's", "Łódź",
    "São Paulo", "İstanbul", "北京", "Владимир", "القاهرة", "ß", "e\u{301}\u{301}", "👩\u{200d}🚀", "🇫🇷", "\u{1f600}", "@user", "#tag",
    "https://a.example/x?y=“z”", "Q:", "A:", "—", "–", "-", "...", "…", "!", "?!", ".", ",", ";", ":", "(", ")", "[", "]", "&amp;", "<b>",
    "“", "”", "‘", "’", "\"", "'", "``", "''", "«", "»", "„", "‚", "‹", "›", "`", "´", "′", "″", "\n", "\n\n", "\r\n", "\r", "\t", " ",
    "\u{a0}", "\u{feff}", "\u{200b}", "\u{2028}", "\u{0}", "\u{202e}", "\u{ad}", "\u{fffd}", "WASHINGTON (AP)", "ALL CAPS HEADLINE",
    "Ms. Wekesa", "her", "they", "who", "its", "Pryce's", "the company", "will", "not", "added", "asked", "’s", "I", "we", "Kenya", "Kenyan",
    "3 March 1961", "US$20", "4.5 per cent", "’", "Defence Minister", "of", "and", "Acme Inc.",
];

/// The text that these bytes stand for. An even first byte: the rest is UTF-8, mended where it is none. An
/// odd one: of the rest, a byte below 128 is its ASCII character, one from there on a piece, and the last one
/// says that the code point in the next three bytes comes.
pub fn text(bytes: &[u8]) -> String {
    match bytes.split_first() {
        None => String::new(),
        Some((mode, rest)) if mode % 2 == 0 => String::from_utf8_lossy(rest).into_owned(),
        Some((_, rest)) => strung_together(rest),
    }
}

fn strung_together(bytes: &[u8]) -> String {
    let mut text = String::new();
    let mut bytes = bytes.iter().copied();
    while let Some(byte) = bytes.next() {
        match byte {
            0..128 => text.push(char::from(byte)),
            255 => {
                let code = (0..3).fold(0, |code, _| code << 8 | u32::from(bytes.next().unwrap_or_default()));
                text.push(char::from_u32(code % (char::MAX as u32 + 1)).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            _ => text.push_str(PIECES[usize::from(byte - 128) % PIECES.len()]),
        }
    }
    text
}
