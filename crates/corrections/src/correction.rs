use newsmark::EntityType;
use newsmark::text::{OffsetMap, Span};
use serde::{Deserialize, Serialize};

/// One change that a person made to the annotations of a text.
///
/// A correction points at things by where they stand in the text: ids change with every correction, places do not. A
/// person, an organisation or a place is pointed at by any of its mentions. Corrections are applied in the order in
/// which they were made, each to what those before it left.
///
/// In JSON it is an object such as `{"do": "mark", "at": [6, 13], "type": "PERSON"}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "lowercase", deny_unknown_fields)]
#[non_exhaustive]
pub enum Correction {
    /// A name, a time or an amount stands here.
    Mark {
        /// Where it stands.
        at: [usize; 2],
        /// What it is, called `type` in JSON.
        #[serde(rename = "type")]
        kind: EntityType,
        /// Where it stood before, if the correction changes its extent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        was: Option<[usize; 2]>,
        /// Whether the same words are marked wherever they stand.
        #[serde(default, skip_serializing_if = "is_false")]
        everywhere: bool,
    },
    /// What is marked here is not a name, a time or an amount.
    Unmark {
        /// Where it stands.
        at: [usize; 2],
        /// Whether the same words are unmarked wherever they stand.
        #[serde(default, skip_serializing_if = "is_false")]
        everywhere: bool,
    },
    /// A quotation stands here.
    Quote {
        /// From its first to its last character.
        at: [usize; 2],
        /// Where it stood before, if the correction changes its extent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        was: Option<[usize; 2]>,
    },
    /// What stands here is not a quotation.
    Unquote {
        /// From its first to its last character.
        at: [usize; 2],
    },
    /// The quotation here has another speaker.
    Speaker {
        /// From the quotation's first to its last character.
        at: [usize; 2],
        /// Who speaks.
        who: Who,
    },
    /// Whoever is mentioned here has another name.
    Rename {
        /// Where one of the mentions stands.
        at: [usize; 2],
        /// The new name.
        name: String,
    },
    /// Whoever is mentioned at these two places is the same.
    Merge {
        /// Where one of the mentions stands.
        at: [usize; 2],
        /// A mention of the other, whose chain stays.
        into: [usize; 2],
    },
    /// This mention is of somebody else.
    Move {
        /// Where the mention stands.
        at: [usize; 2],
        /// A mention of the other; `null` if the other is not mentioned anywhere else.
        to: Option<[usize; 2]>,
        /// Whether all mentions of the same chain with the same words move.
        #[serde(default, skip_serializing_if = "is_false")]
        everywhere: bool,
    },
}

/// Who says a quotation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Who {
    /// Whoever is mentioned at this place.
    Mentioned([usize; 2]),
    /// Somebody of this name.
    Named(String),
    /// Nobody is named, `null` in JSON.
    Nobody,
}

fn is_false(flag: &bool) -> bool {
    !flag
}

impl Correction {
    /// The place that the correction is about.
    pub fn at(&self) -> [usize; 2] {
        self.places()[0]
    }

    /// All places that it points at, the one that it is about first.
    pub fn places(&self) -> Vec<[usize; 2]> {
        let mut places = Vec::new();
        // Nothing is changed, so nothing is refused.
        let _ = self.with_places(|place| {
            places.push(place);
            Some(place)
        });
        places
    }

    /// The same correction with each of its places replaced; `None` if one of them has no replacement.
    pub fn with_places(&self, mut replace: impl FnMut([usize; 2]) -> Option<[usize; 2]>) -> Option<Correction> {
        use Correction::*;
        let mut correction = self.clone();
        let (at, other) = match &mut correction {
            Mark { at, was, .. } | Quote { at, was } => (at, was.as_mut()),
            Unmark { at, .. } | Unquote { at } | Rename { at, .. } => (at, None),
            Speaker { at, who: Who::Mentioned(who) } => (at, Some(who)),
            Speaker { at, .. } => (at, None),
            Merge { at, into } => (at, Some(into)),
            Move { at, to, .. } => (at, to.as_mut()),
        };
        *at = replace(*at)?;
        if let Some(other) = other {
            *other = replace(*other)?;
        }
        Some(correction)
    }

    /// Whether it names somebody whom it should name.
    pub(crate) fn has_words(&self) -> bool {
        match self {
            Correction::Rename { name, .. } | Correction::Speaker { who: Who::Named(name), .. } => {
                !name.trim().is_empty()
            }
            _ => true,
        }
    }

    /// The same correction with byte offsets; `None` if one of its places is not in the text. A place that begins or
    /// ends inside a character has the whole character.
    pub(crate) fn in_bytes(&self, map: &OffsetMap) -> Option<Correction> {
        // No unit counts more than four in a character.
        let floor = |offset: usize| (0..4).find_map(|less| map.to_byte(offset.checked_sub(less)?));
        let ceiling = |offset: usize| (0..4).find_map(|more| map.to_byte(offset.checked_add(more)?));
        self.with_places(|[start, end]| {
            let (start, end) = (floor(start)?, ceiling(end)?);
            (start < end).then_some([start, end])
        })
    }

    /// The same correction with byte offsets turned into the map's unit.
    pub(crate) fn in_unit_of(&self, map: &OffsetMap) -> Option<Correction> {
        self.with_places(|[start, end]| Some(map.span(Span::new(start, end))))
    }
}
