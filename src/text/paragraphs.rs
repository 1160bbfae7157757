use super::Span;
use super::wrapped_lines::{self, Line};

/// The paragraphs of a text: its lines without surrounding white space, empty lines left out.
///
/// Lines that a mail program, a PDF or a narrow column has broken in the middle of a sentence are one paragraph, and so
/// are those of a quoted mail, which begin with `>`.
///
/// ```
/// let text = "One.\nTwo.\n\nThree is\nlonger.";
/// let found: Vec<&str> = newsmark::text::paragraphs(text).iter().map(|p| p.of(text)).collect();
/// assert_eq!(found, ["One.", "Two.", "Three is\nlonger."]);
/// ```
pub fn paragraphs(text: &str) -> Vec<Span> {
    let lines: Vec<Line> = lines(text).map(|line| Line::of(text, line)).collect();
    let wrapped = wrapped_lines::are_usual(text, &lines);
    let mut out: Vec<Span> = Vec::new();
    for block in lines.chunk_by(|a, b| a.depth == b.depth && !a.span.is_empty() && !b.span.is_empty()) {
        let joins = wrapped_lines::joins(text, block, wrapped);
        for (line, joins) in block.iter().zip(joins) {
            match out.last_mut() {
                Some(last) if joins => last.end = line.span.end,
                _ if line.span.is_empty() => {}
                _ => out.push(line.span),
            }
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        paragraphs(text).into_iter().map(|p| p.of(text)).collect()
    }

    #[test]
    fn every_kind_of_line_break_ends_a_paragraph() {
        assert_eq!(texts("\u{feff}A\r\nB\rC\u{2028}D\n\n\n E \n"), ["\u{feff}A", "B", "C", "D", "E"]);
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

    #[test]
    fn the_lines_of_a_quoted_mail_are_paragraphs_of_their_own() {
        let text = "I agree.\n> The bridge was closed by Omar\n> Marsh in May.\n>\n> Nobody asked.\nSo do I.";
        assert_eq!(
            texts(text),
            ["I agree.", "The bridge was closed by Omar\n> Marsh in May.", "Nobody asked.", "So do I."]
        );
    }
}
