//! Finds annotations in a text.

use super::w3c::{Annotation, Target};
use newsmark::text::{OffsetMap, OffsetUnit, Span};

/// An annotation with the spans of those of its targets that were found, in text order.
pub struct Placed {
    pub annotation: Annotation,
    pub places: Vec<Span>,
}

/// The distance from the annotated position, in bytes, within which a passage is searched first.
const NEAR: usize = 4096;

/// The number of passages that are searched in the whole text. It is limited, so that the time for a large file of
/// annotations of another text does not grow with the product of their lengths.
const FAR_SEARCHES: usize = 64;

pub fn find(text: &str, annotations: Vec<Annotation>) -> Vec<Placed> {
    let unit = unit(text, &annotations);
    let mut finder = Finder { text, map: OffsetMap::new(text, unit), far_searches: FAR_SEARCHES };
    let place = |annotation: Annotation| {
        let mut places: Vec<Span> = annotation.targets.iter().filter_map(|target| finder.place(target)).collect();
        places.sort_unstable();
        places.dedup();
        Placed { annotation, places }
    };
    annotations.into_iter().map(place).collect()
}

/// The standard counts code points, Recogito UTF-16 units. If the two differ, the quoted words show which is meant.
fn unit(text: &str, annotations: &[Annotation]) -> OffsetUnit {
    let agreeing = |unit| {
        let map = OffsetMap::new(text, unit);
        let targets = annotations.iter().flat_map(|annotation| &annotation.targets);
        targets.filter(|target| target.exact.is_some() && at_position(text, &map, target).is_some()).count()
    };
    if agreeing(OffsetUnit::Utf16) > agreeing(OffsetUnit::CodePoints) {
        OffsetUnit::Utf16
    } else {
        OffsetUnit::CodePoints
    }
}

/// The span at the target's offsets, if it contains the target's words.
fn at_position(text: &str, map: &OffsetMap, target: &Target) -> Option<Span> {
    let [start, end] = target.position?;
    let span = Span::new(map.to_byte(start)?, map.to_byte(end)?);
    let is_there = !span.is_empty() && target.exact.as_ref().is_none_or(|exact| span.of(text) == exact);
    is_there.then_some(span)
}

struct Finder<'t> {
    text: &'t str,
    map: OffsetMap<'t>,
    far_searches: usize,
}

impl Finder<'_> {
    fn place(&mut self, target: &Target) -> Option<Span> {
        if let Some(span) = at_position(self.text, &self.map, target) {
            return Some(span);
        }
        target.exact.as_ref()?;
        if let Some(expected) = target.position.and_then(|[start, _]| self.map.to_byte(start)) {
            let start = floor(self.text, expected.saturating_sub(NEAR));
            let end = floor(self.text, expected.saturating_add(NEAR).min(self.text.len()));
            if let Some(span) = best(self.text, Span::new(start, end), target, expected) {
                return Some(span);
            }
        }
        self.far_searches = self.far_searches.checked_sub(1)?;
        best(self.text, Span::new(0, self.text.len()), target, 0)
    }
}

/// The span with the same words that has the most of the same text around it; of several, the nearest.
fn best(text: &str, within: Span, target: &Target, expected: usize) -> Option<Span> {
    let exact = target.exact.as_deref()?;
    let found = within
        .of(text)
        .match_indices(exact)
        .map(|(at, _)| Span::new(within.start + at, within.start + at + exact.len()));
    found.max_by_key(|span| {
        let before = alike(text[..span.start].chars().rev(), target.prefix.chars().rev());
        let after = alike(text[span.end..].chars(), target.suffix.chars());
        (before + after, usize::MAX - span.start.abs_diff(expected))
    })
}

/// The length of the common prefix.
fn alike(a: impl Iterator<Item = char>, b: impl Iterator<Item = char>) -> usize {
    a.zip(b).take_while(|(a, b)| a == b).count()
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(text: &str, target: Target) -> Vec<&str> {
        let annotation = Annotation { targets: vec![target], ..Annotation::default() };
        let placed = find(text, vec![annotation]);
        placed[0].places.iter().map(|span| &text[span.start..]).collect()
    }

    fn quoted(position: Option<[usize; 2]>, prefix: &str, exact: &str) -> Target {
        Target { position, exact: Some(exact.to_owned()), prefix: prefix.to_owned(), suffix: String::new() }
    }

    #[test]
    fn the_words_show_the_unit() {
        assert_eq!(places("🎉 Oslo", quoted(Some([2, 6]), "", "Oslo")), ["Oslo"]);
        assert_eq!(places("🎉 Oslo", quoted(Some([3, 7]), "", "Oslo")), ["Oslo"]);
    }

    #[test]
    fn in_an_edited_text_the_surrounding_words_decide() {
        let text = "So: in Oslo. From Oslo, to Oslo";
        assert_eq!(places(text, quoted(Some([2, 6]), "From ", "Oslo")), ["Oslo, to Oslo"]);
        assert_eq!(places(text, quoted(Some([26, 30]), "", "Oslo")), ["Oslo"]);
        assert_eq!(places(text, quoted(Some([900, 904]), "in ", "Oslo")), ["Oslo. From Oslo, to Oslo"]);
        assert!(places(text, quoted(Some([2, 6]), "", "Bergen")).is_empty());
        assert!(places(text, Target { position: Some([20, 90]), ..Target::default() }).is_empty());
    }
}
