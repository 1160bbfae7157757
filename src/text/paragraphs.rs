use super::Span;

/// The paragraphs of a text: its lines without surrounding white space, empty lines left out.
///
/// Hard-wrapped text (mail, old wire copy) is recognised by blank lines between paragraphs and by lines of
/// similar length that mostly end in the middle of a sentence. In such a text only a blank line ends a paragraph.
///
/// ```
/// let text = "One.\nTwo.\n\nThree.";
/// let found: Vec<&str> = newsmark::text::paragraphs(text).iter().map(|p| p.of(text)).collect();
/// assert_eq!(found, ["One.", "Two.", "Three."]);
/// ```
pub fn paragraphs(text: &str) -> Vec<Span> {
    let wrapped = is_hard_wrapped(text);
    let mut out: Vec<Span> = Vec::new();
    let mut joins = false;
    for line in lines(text) {
        let inner = line.trimmed(text);
        if inner.is_empty() {
            joins = false;
            continue;
        }
        match out.last_mut() {
            Some(last) if joins => last.end = inner.end,
            _ => out.push(inner),
        }
        joins = wrapped;
    }
    out
}

/// Every character that ends a line.
pub const LINE_BREAKS: [char; 7] = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

/// The lines of a text, without their line breaks.
pub fn lines(text: &str) -> impl Iterator<Item = Span> + '_ {
    // In a Windows line end only \n counts: with both there would be a blank line between the two.
    let is_end =
        move |&(at, c): &(usize, char)| LINE_BREAKS.contains(&c) && !(c == '\r' && text[at + 1..].starts_with('\n'));
    let ends = text.char_indices().filter(is_end).map(|(at, c)| (at, at + c.len_utf8()));
    let mut start = 0;
    ends.chain([(text.len(), text.len())]).map(move |(end, next)| {
        let line = Span::new(start, end);
        start = next;
        line
    })
}

fn is_hard_wrapped(text: &str) -> bool {
    let (mut blank, mut inner, mut open, mut long) = (0usize, 0usize, 0usize, 0usize);
    let text = text.replace("\r\n", "\n");
    let all: Vec<&str> = text.split('\n').map(str::trim).collect();
    for pair in all.windows(2) {
        let (line, next) = (pair[0], pair[1]);
        blank += usize::from(line.is_empty());
        if line.is_empty() || next.is_empty() {
            continue;
        }
        inner += 1;
        let length = line.chars().count();
        long += usize::from((40..=110).contains(&length));
        open += usize::from(!line.ends_with(['.', '!', '?', ':', '”', '"', '’', ')']));
    }
    blank > 0 && inner >= 3 && long * 10 >= inner * 9 && open * 10 >= inner * 6
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        paragraphs(text).into_iter().map(|p| p.of(text)).collect()
    }

    #[test]
    fn every_kind_of_line_break_ends_a_paragraph() {
        assert_eq!(texts("\u{feff}a\r\nb\rc\u{2028}d\n\n\n e \n"), ["\u{feff}a", "b", "c", "d", "e"]);
        assert!(texts(" \n\t\n").is_empty());
        assert!(texts("").is_empty());
    }

    #[test]
    fn the_lines_of_hard_wrapped_text_are_joined() {
        let text = "The council met on Tuesday to hear what the harbour\n\
                    master had to say about the state of the old north\n\
                    quay, which has been closed since the winter storms\n\
                    of last year.\n\nNobody else spoke.";
        assert_eq!(texts(text).len(), 2);
        assert_eq!(texts(&text.replace('\n', "\r\n")).len(), 2);
    }
}
