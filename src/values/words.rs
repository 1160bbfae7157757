//! The words of an expression, in lower case and without what never matters: commas, full stops, "the", "'s".

use super::vocabulary::{Class, classes};

#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    pub text: String,
    /// Follows the word before it without a space: "am" in "10am".
    pub glued: bool,
    classes: Vec<(Class, f64)>,
}

impl Word {
    fn new(text: String, glued: bool) -> Word {
        let classes = classes(&text);
        Word { text, glued, classes }
    }

    /// What the word means as a member of a class.
    pub fn class(&self, class: Class) -> Option<f64> {
        self.classes.iter().find(|(one, _)| *one == class).map(|(_, value)| *value)
    }

    pub fn is(&self, text: &str) -> bool {
        self.text == text
    }

    pub fn is_digits(&self) -> bool {
        self.text.starts_with(|c: char| c.is_ascii_digit())
    }

    fn is_letters(&self) -> bool {
        self.text.starts_with(char::is_alphabetic)
    }

    /// The value of digits: "1,200", "2.5".
    pub fn number(&self) -> Option<f64> {
        if !self.is_digits() {
            return None;
        }
        let digits = match self.text.rsplit_once(',') {
            // A decimal comma: "2,5". Groups have three digits, those of crores and lakhs two.
            Some((whole, part)) if part.len() != 3 && !whole.contains([',', '.']) && !part.contains('.') => {
                self.text.replace(',', ".")
            }
            _ => self.text.replace(',', ""),
        };
        digits.parse().ok().filter(|number: &f64| number.is_finite())
    }

    /// The value of digits without a comma or point, and how many they are.
    pub fn integer(&self) -> Option<(u32, usize)> {
        let all = !self.text.is_empty() && self.text.bytes().all(|byte| byte.is_ascii_digit());
        all.then(|| Some((self.text.parse().ok()?, self.text.len()))).flatten()
    }
}

/// Words that change nothing: "the third fiscal quarter", "the full year".
const IGNORED: &[&str] = &[
    "the", "fiscal", "calendar", "full", "whole", "entire", "trading", "business", "working", "consecutive",
    "straight", "additional", "extra", "more", "o'clock", "oclock", "comparable", "local", "time", "financial",
    "academic", "all", "very", "just", "only", "on", "at",
];

/// The words of a text.
pub fn words(text: &str) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::new();
    let mut rest = text;
    let (mut glued, mut after_article) = (false, false);
    while let Some(first) = rest.chars().next() {
        let length = length_of_word(rest, first);
        let (word, after) = rest.split_at(length);
        if first.is_whitespace()
            || matches!(first, ',' | '(' | ')' | '"' | '“' | '”' | '‘' | '’' | '\'' | '.' | '`' | ';')
        {
            glued = false;
        } else {
            push(&mut out, word, glued, after_article);
            (glued, after_article) = (true, word.eq_ignore_ascii_case("the"));
        }
        rest = after;
    }
    without_hyphens(&mut out);
    out
}

fn length_of_word(text: &str, first: char) -> usize {
    let ends = |belongs: &dyn Fn(char, Option<char>) -> bool| {
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            if !belongs(c, chars.peek().map(|(_, next)| *next)) {
                return at;
            }
        }
        text.len()
    };
    if first.is_ascii_digit() {
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        ends(&|c, next| c.is_ascii_digit() || (matches!(c, ',' | '.' | ':') && is_digit(next)))
    } else if first.is_alphabetic() {
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        ends(&|c, next| c.is_alphabetic() || (matches!(c, '.' | '\'' | '’') && is_letter(next)))
    } else {
        first.len_utf8()
    }
}

fn push(out: &mut Vec<Word>, word: &str, glued: bool, after_article: bool) {
    let mut text: String =
        word.chars().filter(|&c| c != '.' || word.starts_with(|c: char| c.is_ascii_digit())).collect();
    text = text.to_lowercase().replace('’', "'");
    if let Some(stem) = text.strip_suffix("'s") {
        text.truncate(stem.len());
    }
    // "70th", "1990s": one word.
    if let Some(last) = out.last_mut().filter(|last| glued && last.is_digits())
        && matches!(text.as_str(), "st" | "nd" | "rd" | "th" | "s")
    {
        *last = Word::new(format!("{}{text}", last.text), last.glued);
    } else if text == "next" && after_article {
        // "the next week" is counted from another date of the text.
        out.push(Word::new("following".to_owned(), glued));
    } else if !IGNORED.contains(&text.as_str()) {
        if let Some(dash) = ["–", "—", "‑", "−"].iter().find(|dash| text == **dash) {
            text = if *dash == "‑" { "-" } else { "–" }.to_owned();
        }
        out.push(Word::new(text, glued));
    }
}

/// Leaves out the hyphens that join words ("third-quarter"), but not those of ranges and of digits ("2010-15",
/// "Monday-Friday").
fn without_hyphens(words: &mut Vec<Word>) {
    let mut index = 0;
    while index < words.len() {
        if words[index].is("-") {
            let before = index.checked_sub(1).map(|before| words[before].clone());
            let after = words.get(index + 1);
            let joins = match (before, after) {
                (Some(before), Some(after)) if before.is_letters() || after.is_letters() => {
                    let both = |class| before.class(class).is_some() && after.class(class).is_some();
                    !(both(Class::Weekday) || both(Class::Month))
                }
                // A minus sign.
                (None, Some(after)) => !after.is_digits(),
                (Some(_), Some(_)) => false,
                (_, None) => true,
            };
            if joins {
                words.remove(index);
                continue;
            }
        } else if words[index].is("–") {
            words[index] = Word::new("-".to_owned(), false);
        }
        index += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_that_matter() {
        for (text, expected) in [
            ("the third-quarter", "third quarter"),
            ("Nov. 9, 1989", "nov 9 1989"),
            ("10.30am", "10.30 am"),
            ("5 p.m. EST", "5 pm est"),
            ("the '80s", "80s"),
            ("the 1990s", "1990s"),
            ("next year's first quarter", "next year first quarter"),
            ("2010-15", "2010 - 15"),
            ("July 3–5", "july 3 - 5"),
            ("Monday-Friday", "monday - friday"),
            ("2 1/2 years", "2 1 / 2 years"),
            ("$1.5 million", "$ 1.5 million"),
            ("a 27-year-old", "a 27 year old"),
        ] {
            let found: Vec<String> = words(text).into_iter().map(|word| word.text).collect();
            assert_eq!(found.join(" "), expected, "{text}");
        }
    }
}
