//! Changes of an article's typography, which must not change its annotations.

use newsmark::document::Document;
use unicode_normalization::UnicodeNormalization;

/// A change that another program might make to an article.
pub struct Perturbation {
    pub name: &'static str,
    pub perturb: fn(&str) -> String,
    /// Turns words of the perturbed text back into the original ones.
    pub restore: fn(&str) -> String,
}

/// Changes that a reader does not see. No annotation may change.
pub const INVISIBLE: &[Perturbation] = &[
    Perturbation {
        name: "CRLF",
        perturb: |text| text.replace("\r\n", "\n").replace('\n', "\r\n"),
        restore: |words| words.replace("\r\n", "\n"),
    },
    Perturbation { name: "byte order mark", perturb: |text| format!("\u{feff}{text}"), restore: str::to_owned },
    Perturbation { name: "NFD instead of NFC", perturb: apart, restore: |words| words.nfc().collect() },
    Perturbation { name: "zero width", perturb: |text| with_between(text, &ZERO_WIDTH, |_, _| true), restore: visible },
    Perturbation {
        name: "no-break spaces",
        perturb: no_break,
        restore: |words| words.replace(['\u{a0}', '\u{202f}'], " "),
    },
    Perturbation {
        name: "soft hyphens",
        perturb: |text| with_between(text, &['\u{ad}'], |a, b| a.is_alphabetic() && b.is_alphabetic()),
        restore: visible,
    },
];

/// Changes that a reader sees. The tagger sees other characters, so some annotations may change.
pub const VISIBLE: &[Perturbation] = &[
    Perturbation {
        name: "leading astral characters",
        perturb: |text| format!("🎉 👩\u{200d}🚀 🎉\n{text}"),
        restore: str::to_owned,
    },
    Perturbation { name: "straight quotation marks", perturb: straight, restore: straight },
    Perturbation { name: "every other quotation mark straight", perturb: mixed, restore: straight },
];

const ZERO_WIDTH: [char; 6] = ['\u{200b}', '\u{2060}', '\u{feff}', '\u{200e}', '\u{200f}', '\u{202c}'];

/// Inserts these characters in turn, at every other position that `between` allows.
fn with_between(text: &str, put: &[char], between: fn(char, char) -> bool) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut count = 0;
    let mut last = None;
    for c in text.chars() {
        // A letter and its accent are displayed as one, and so are joined emoji. Separating them would be visible.
        let parts = !matches!(c, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}')
            && !matches!(last, Some('\u{200c}' | '\u{200d}'));
        if parts && last.is_some_and(|last| between(last, c)) {
            count += 1;
            if count % 2 == 0 {
                out.push(put[count / 2 % put.len()]);
            }
        }
        out.push(c);
        last = Some(c);
    }
    out
}

/// Decomposes every accented letter into the letter and its accents.
fn apart(text: &str) -> String {
    let letter_and_accents = |c: char| {
        let parts: String = c.nfd().collect();
        let is_one = parts.chars().skip(1).all(|part| matches!(part, '\u{300}'..='\u{36f}')) && parts.nfc().eq([c]);
        if is_one { parts } else { c.to_string() }
    };
    text.chars().map(letter_and_accents).collect()
}

fn visible(words: &str) -> String {
    words.replace(|c| ZERO_WIDTH.contains(&c) || c == '\u{ad}', "")
}

fn no_break(text: &str) -> String {
    let mut count = 0;
    let every_second = |c: char| {
        count += usize::from(c == ' ');
        match count % 4 {
            1 if c == ' ' => '\u{a0}',
            3 if c == ' ' => '\u{202f}',
            _ => c,
        }
    };
    text.chars().map(every_second).collect()
}

fn straight(text: &str) -> String {
    text.replace(['“', '”'], "\"").replace(['‘', '’'], "'")
}

fn mixed(text: &str) -> String {
    let mut count = 0;
    let every_second = |c: char| {
        count += usize::from("“”‘’".contains(c));
        if count % 2 == 0 { straight(c.encode_utf8(&mut [0; 4])).chars().next().unwrap_or(c) } else { c }
    };
    text.chars().map(every_second).collect()
}

/// Describes a document with byte offsets in words instead of offsets: one line for each record.
pub fn described(text: &str, document: &Document, restore: fn(&str) -> String) -> Vec<String> {
    let words = |[start, end]: [usize; 2]| restore(&text[start..end]);
    let all = |spans: &[[usize; 2]]| spans.iter().map(|&span| words(span)).collect::<Vec<_>>();
    let mut described = Vec::new();
    let named = |chain: Option<usize>| chain.map(|chain| restore(document.chains[chain].label()));
    described.extend(
        document.entities.iter().map(|e| format!("{:?} {:?} in {:?}", e.kind, words([e.start, e.end]), named(e.chain))),
    );
    for chain in &document.chains {
        let mentions: Vec<_> = chain.mentions.iter().map(|m| (m.kind, words([m.start, m.end]))).collect();
        let titles: Vec<_> = chain.titles.iter().map(|t| words([t.start, t.end])).collect();
        described.push(format!(
            "chain {:?} {:?} {mentions:?} {titles:?} {:?}",
            chain.kind,
            restore(chain.label()),
            named(chain.related)
        ));
    }
    for quote in &document.quotes {
        let [content, quoted, cue, speaker] =
            [&quote.content, &quote.quoted, &quote.cue, &quote.speaker].map(|spans| all(spans));
        let name = quote.speaker_name.as_deref().map(restore);
        described.push(format!("{:?} {content:?} {quoted:?} {cue:?} {speaker:?} {name:?} {}", quote.kind, quote.why));
    }
    described.extend(all(&document.quoted_terms).into_iter().map(|words| format!("term {words:?}")));
    described.extend(all(&document.sentences).into_iter().map(|words| format!("sentence {words:?}")));
    described
}
