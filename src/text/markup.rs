//! Markup that comes along when text is pasted: HTML tags and character references, and the marks of footnotes.
//!
//! Only what is unmistakable counts, because a text may also speak of tags: known elements, known names of
//! characters, numbers in brackets right behind a word.

use unicode_normalization::char::compose;

/// What a piece of markup stands for in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Markup {
    /// A character reference: `&ldquo;`, `&#8220;`, `&#x201c;`.
    Character(char),
    /// The tag of an element that begins a new line: `<p>`, `<br>`.
    LineBreak,
    /// What a reader does not see: `<b>`, `[2]`.
    Nothing,
}

/// Elements that begin a new line.
const BLOCKS: &[&str] = &[
    "p", "br", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "blockquote", "hr", "tr", "table",
    "figure", "figcaption", "section", "article", "header", "footer",
];
/// Elements inside a line.
const INLINE: &[&str] = &[
    "a", "b", "i", "em", "strong", "span", "u", "s", "q", "cite", "sup", "sub", "small", "mark", "font", "time", "img",
    "td", "th", "abbr", "code",
];
/// Longer markup is not recognised. In bytes.
const LONGEST_REFERENCE: usize = 12;
const LONGEST_FOOTNOTE: usize = 24;
const LONGEST_TAG: usize = 1000;
/// The names of characters in HTML that are not an accented letter.
const NAMED: &[(&str, char)] = &[
    ("quot", '"'),
    ("amp", '&'),
    ("apos", '\''),
    ("lt", '<'),
    ("gt", '>'),
    ("nbsp", '\u{a0}'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("bdquo", '„'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("mdash", '—'),
    ("ndash", '–'),
    ("hellip", '…'),
    ("pound", '£'),
    ("euro", '€'),
    ("yen", '¥'),
    ("cent", '¢'),
    ("copy", '©'),
    ("reg", '®'),
    ("trade", '™'),
    ("deg", '°'),
    ("middot", '·'),
    ("bull", '•'),
    ("shy", '\u{ad}'),
    ("oslash", 'ø'),
    ("Oslash", 'Ø'),
    ("aelig", 'æ'),
    ("AElig", 'Æ'),
    ("szlig", 'ß'),
    ("frac12", '½'),
];
const ACCENTS: &[(&str, char)] = &[
    ("acute", '\u{301}'),
    ("grave", '\u{300}'),
    ("circ", '\u{302}'),
    ("uml", '\u{308}'),
    ("tilde", '\u{303}'),
    ("ring", '\u{30a}'),
    ("cedil", '\u{327}'),
    ("caron", '\u{30c}'),
];

/// The markup at the beginning of `rest` and its length in bytes. `before` is the character before it; `visible` gives
/// each character as it is shown, or nothing for an invisible one.
pub fn at(rest: &str, before: char, visible: impl Fn(char) -> Option<char>) -> Option<(Markup, usize)> {
    let (opening, closing, longest) = match rest.as_bytes().first()? {
        b'&' => ('&', ';', LONGEST_REFERENCE),
        b'<' => ('<', '>', LONGEST_TAG),
        b'[' => ('[', ']', LONGEST_FOOTNOTE),
        0xc3 => return misread(rest),
        _ => return None,
    };
    let mut shown = String::new();
    let (mut end, mut next) = (None, None);
    for (at, c) in rest.char_indices() {
        let Some(c_shown) = visible(c) else { continue };
        if end.is_some() {
            next = Some(c_shown);
            break;
        }
        if at > 4 * longest || shown.len() > longest || (at > 0 && (c_shown == opening || c_shown == '\n')) {
            return None;
        }
        shown.push(c_shown);
        if c_shown == closing {
            end = Some(at + c.len_utf8());
        }
    }
    let end = end?;
    let inner = &shown[1..shown.len() - 1];
    let markup = match opening {
        '&' => Markup::Character(reference(inner)?),
        '<' => tag(inner)?,
        _ => footnote(inner, before, next).then_some(Markup::Nothing)?,
    };
    Some((markup, end))
}

/// Whether a text may contain markup, for those that do not have to be read closer.
pub fn is_possible(text: &str) -> bool {
    text.bytes().any(|b| matches!(b, b'&' | b'<' | b'[')) || text.contains("â€") || text.contains('Ã')
}

/// A character of UTF-8 that was read as Windows-1252: `â€œ` for “, `Ã©` for é.
fn misread(rest: &str) -> Option<(Markup, usize)> {
    const QUOTES: &[(char, char)] =
        &[('œ', '“'), ('\u{9d}', '”'), ('˜', '‘'), ('™', '’'), ('“', '–'), ('”', '—'), ('¦', '…')];
    if let Some(behind) = rest.strip_prefix("â€") {
        let next = behind.chars().next();
        let known = QUOTES.iter().find(|(third, _)| next == Some(*third));
        let length = rest.len() - behind.len();
        // The third byte of ” has no character and is often lost.
        let lost = next.is_none_or(|c| !c.is_alphanumeric());
        return match known {
            Some((third, c)) => Some((Markup::Character(*c), length + third.len_utf8())),
            None => lost.then_some((Markup::Character('”'), length)),
        };
    }
    let second = rest.strip_prefix('Ã')?.chars().next().filter(|c| ('\u{a0}'..='\u{bf}').contains(c))?;
    Some((Markup::Character(char::from_u32(0xc0 + u32::from(second) - 0x80)?), 'Ã'.len_utf8() + second.len_utf8()))
}

/// The character that a name or a number stands for.
fn reference(name: &str) -> Option<char> {
    let number = name.strip_prefix('#').and_then(|digits| match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => digits.parse().ok(),
    });
    let named = || NAMED.iter().find(|(known, _)| *known == name).map(|&(_, c)| c);
    let character = number.and_then(char::from_u32).or_else(named).or_else(|| accented(name))?;
    (!character.is_control() || character == '\n').then_some(character)
}

/// `eacute` is *e* with an acute accent.
fn accented(name: &str) -> Option<char> {
    let letter = name.chars().next().filter(char::is_ascii_alphabetic)?;
    let &(_, accent) = ACCENTS.iter().find(|(known, _)| *known == &name[1..])?;
    compose(letter, accent)
}

fn tag(inner: &str) -> Option<Markup> {
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let name = &inner[..inner.bytes().take_while(u8::is_ascii_alphanumeric).count()];
    let attributes = &inner[name.len()..];
    let is_one_of = |known: &[&str]| known.iter().any(|element| element.eq_ignore_ascii_case(name));
    if !(attributes.is_empty() || attributes.starts_with([' ', '/'])) {
        None
    } else if is_one_of(BLOCKS) {
        Some(Markup::LineBreak)
    } else {
        is_one_of(INLINE).then_some(Markup::Nothing)
    }
}

/// Whether this is `[2]`, `[a]`, `[note 3]` or `[citation needed]` right behind a word or a full stop. Words that an
/// editor put into a quotation stand in brackets too, but as words or as parts of one: "[the minister]", "dog[s]".
fn footnote(inner: &str, before: char, next: Option<char>) -> bool {
    let is_number = |s: &str| (1..=3).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
    let is_mark = is_number(inner)
        || matches!(inner, "a" | "b" | "c" | "citation needed")
        || inner.strip_prefix("note ").or_else(|| inner.strip_prefix("n ")).is_some_and(is_number);
    let follows_word =
        before.is_alphanumeric() || matches!(before, '.' | ',' | ';' | ':' | '!' | '?' | ')' | '”' | '’' | '"');
    is_mark && follows_word && !next.is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn character_references() {
        for (text, expected) in [
            ("&ldquo;No", Some(('“', 7))),
            ("&#8220;No", Some(('“', 7))),
            ("&#x201C;No", Some(('“', 8))),
            ("&eacute;", Some(('é', 8))),
            ("&Ccedil;", Some(('Ç', 8))),
            ("&amp;T", Some(('&', 5))),
            ("&T;", None),
            ("& so on; then", None),
            ("&#0;", None),
            ("&ampersand", None),
        ] {
            assert_eq!(at(text, ' ', Some), expected.map(|(c, length)| (Markup::Character(c), length)), "{text}");
        }
    }

    #[test]
    fn tags_of_known_elements() {
        for (text, expected) in [
            ("<p>", Some((Markup::LineBreak, 3))),
            ("<BR/>x", Some((Markup::LineBreak, 5))),
            ("</b>", Some((Markup::Nothing, 4))),
            ("<a href=\"x\">y", Some((Markup::Nothing, 12))),
            ("<3", None),
            ("<than 5>", None),
            ("<bold>", None),
            ("<b and c\n>", None),
            ("<b", None),
        ] {
            assert_eq!(at(text, ' ', Some), expected, "{text}");
        }
    }

    #[test]
    fn invisible_characters_inside_do_not_matter() {
        let visible = |c| (c != '\u{200b}').then_some(c);
        assert_eq!(at("&am\u{200b}p;T", 'T', visible), Some((Markup::Character('&'), 8)));
        assert_eq!(at("<\u{200b}b>x", ' ', visible), Some((Markup::Nothing, 6)));
        assert_eq!(at("[2]\u{200b}n", 'a', visible), None);
    }

    #[test]
    fn marks_of_footnotes_stand_behind_a_word() {
        for (text, before, length) in [
            ("[2] He", '.', Some(3)),
            ("[12]", 'a', Some(4)),
            ("[a] was", 'v', Some(3)),
            ("[citation needed]", 'd', Some(17)),
            ("[note 3].", 'd', Some(8)),
            ("[2] He", ' ', None),
            ("[s] barked", 'g', None),
            ("[a]n", 'm', None),
            ("[2024]", '.', None),
            ("[the minister]", 'd', None),
        ] {
            assert_eq!(at(text, before, Some).map(|(_, length)| length), length, "{before}{text}");
        }
    }
}
