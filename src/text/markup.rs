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
/// No element has a longer name.
const LONGEST_NAME: usize = 10;
/// The attributes of a tag are not longer.
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

/// The markup at the beginning of `rest` and its length in bytes. `before` is the character before it.
pub fn at(rest: &str, before: char) -> Option<(Markup, usize)> {
    match rest.as_bytes().first()? {
        b'&' => reference(rest),
        b'<' => tag(rest),
        b'[' => footnote(rest, before).map(|length| (Markup::Nothing, length)),
        _ => None,
    }
}

/// Whether a text may contain markup, for those that do not have to be read closer.
pub fn is_possible(text: &str) -> bool {
    text.bytes().any(|b| matches!(b, b'&' | b'<' | b'['))
}

fn reference(rest: &str) -> Option<(Markup, usize)> {
    let name_end = rest.bytes().take(12).position(|b| b == b';')?;
    let name = rest.get(1..name_end)?;
    let number = name.strip_prefix('#').and_then(|digits| match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => digits.parse().ok(),
    });
    let named = || NAMED.iter().find(|(known, _)| *known == name).map(|&(_, c)| c);
    let character = number.and_then(char::from_u32).or_else(named).or_else(|| accented(name))?;
    let readable = !character.is_control() || character == '\n';
    readable.then_some((Markup::Character(character), name_end + 1))
}

/// `eacute` is *e* with an acute accent.
fn accented(name: &str) -> Option<char> {
    let letter = name.chars().next().filter(char::is_ascii_alphabetic)?;
    let &(_, accent) = ACCENTS.iter().find(|(known, _)| *known == &name[1..])?;
    compose(letter, accent)
}

fn tag(rest: &str) -> Option<(Markup, usize)> {
    let inner = &rest[1..];
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let name = &inner[..inner.bytes().take(LONGEST_NAME).take_while(u8::is_ascii_alphanumeric).count()];
    let is_one_of = |known: &[&str]| known.iter().any(|element| element.eq_ignore_ascii_case(name));
    let markup = if is_one_of(BLOCKS) {
        Markup::LineBreak
    } else if is_one_of(INLINE) {
        Markup::Nothing
    } else {
        return None;
    };
    let attributes = &inner[name.len()..];
    let end = attributes.bytes().take(LONGEST_TAG).position(|b| matches!(b, b'>' | b'<' | b'\n'))?;
    let is_tag = attributes.as_bytes()[end] == b'>' && (end == 0 || attributes.starts_with([' ', '/']));
    is_tag.then_some((markup, rest.len() - attributes.len() + end + 1))
}

/// The length of `[2]`, `[a]`, `[note 3]` or `[citation needed]` right behind a word or a full stop. Words that an
/// editor put into a quotation stand in brackets too, but as words or as parts of one: "[the minister]", "dog[s]".
fn footnote(rest: &str, before: char) -> Option<usize> {
    let end = rest.bytes().take(24).position(|b| b == b']')?;
    let inner = rest.get(1..end)?;
    let is_number = |s: &str| (1..=3).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
    let is_mark = is_number(inner)
        || matches!(inner, "a" | "b" | "c" | "citation needed")
        || inner.strip_prefix("note ").or_else(|| inner.strip_prefix("n ")).is_some_and(is_number);
    let follows_word =
        before.is_alphanumeric() || matches!(before, '.' | ',' | ';' | ':' | '!' | '?' | ')' | '”' | '’' | '"');
    let inside_word = rest[end + 1..].chars().next().is_some_and(char::is_alphanumeric);
    (is_mark && follows_word && !inside_word).then_some(end + 1)
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
            assert_eq!(at(text, ' '), expected.map(|(c, length)| (Markup::Character(c), length)), "{text}");
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
            assert_eq!(at(text, ' '), expected, "{text}");
        }
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
            assert_eq!(at(text, before).map(|(_, length)| length), length, "{before}{text}");
        }
    }
}
