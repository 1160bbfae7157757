use newsmark::text::{OffsetMap, Span};
use newsmark::{EntityType, Value};
use serde::{Deserialize, Serialize};

/// One change that a person made to the annotations of a text.
///
/// Corrections refer to annotations by their place in the text, because ids change with every correction. Any mention
/// can stand for its chain. Corrections are applied in the order in which they were made, each to the result of those
/// before it.
///
/// In JSON it is an object such as `{"do": "mark", "at": [6, 13], "type": "PERSON"}`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "lowercase", deny_unknown_fields)]
#[non_exhaustive]
pub enum Correction {
    /// There is a name, a time or an amount here.
    Mark {
        /// Its place.
        at: [usize; 2],
        /// Its type, called `type` in JSON.
        #[serde(rename = "type")]
        kind: EntityType,
        /// Its former place, if the correction changes its extent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        was: Option<[usize; 2]>,
        /// Whether all occurrences of the same words are marked.
        #[serde(default, skip_serializing_if = "is_false")]
        everywhere: bool,
    },
    /// There is no name, time or amount here.
    Unmark {
        /// The place of the entity.
        at: [usize; 2],
        /// Whether all occurrences of the same words are unmarked.
        #[serde(default, skip_serializing_if = "is_false")]
        everywhere: bool,
    },
    /// There is a quotation here.
    Quote {
        /// From its first to its last character.
        at: [usize; 2],
        /// Its former place, if the correction changes its extent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        was: Option<[usize; 2]>,
    },
    /// There is no quotation here.
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
    /// The person, organisation or place mentioned here has another name.
    Rename {
        /// The place of one of the mentions.
        at: [usize; 2],
        /// The new name.
        name: String,
    },
    /// These two mentions are of the same person, organisation or place.
    Merge {
        /// The place of a mention of the chain that is merged into the other.
        at: [usize; 2],
        /// The place of a mention of the other chain, which stays.
        into: [usize; 2],
    },
    /// This mention belongs to another chain.
    Move {
        /// The place of the mention.
        at: [usize; 2],
        /// A mention of the other chain, or `null` if there is no other mention.
        to: Option<[usize; 2]>,
        /// Whether all mentions of the same chain with the same words move.
        #[serde(default, skip_serializing_if = "is_false")]
        everywhere: bool,
    },
    /// What was found here, a name or a quotation, is right.
    Accept {
        /// Its place.
        at: [usize; 2],
    },
    /// A note on the name or the quotation here. It replaces an earlier one.
    Note {
        /// The place of the name or the quotation.
        at: [usize; 2],
        /// The note. A blank one removes the earlier note.
        text: String,
    },
    /// The date, the amount or the place here stands for something else.
    Value {
        /// The place of the entity.
        at: [usize; 2],
        /// What it stands for, or `null` if that is not known.
        value: Option<Value>,
        /// Whether all entities of the same type with the same words stand for it.
        #[serde(default, skip_serializing_if = "is_false")]
        everywhere: bool,
    },
}

/// Who says a quotation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Who {
    /// The person, organisation or place mentioned here.
    Mentioned([usize; 2]),
    /// A speaker with this name.
    Named(String),
    /// No speaker is named. `null` in JSON.
    Nobody,
}

fn is_false(flag: &bool) -> bool {
    !flag
}

impl Correction {
    /// The main place of the correction.
    pub fn at(&self) -> [usize; 2] {
        self.places()[0]
    }

    /// All places that the correction refers to, with the main place first.
    pub fn places(&self) -> Vec<[usize; 2]> {
        let mut places = Vec::new();
        // The closure returns every place unchanged, so it never fails.
        let _ = self.with_places(|place| {
            places.push(place);
            Some(place)
        });
        places
    }

    /// The same correction with each of its places replaced. `None` if one of them has no replacement.
    pub fn with_places(&self, mut replace: impl FnMut([usize; 2]) -> Option<[usize; 2]>) -> Option<Correction> {
        use Correction::*;
        let mut correction = self.clone();
        let (at, other) = match &mut correction {
            Mark { at, was, .. } | Quote { at, was } => (at, was.as_mut()),
            Unmark { at, .. }
            | Unquote { at }
            | Rename { at, .. }
            | Accept { at }
            | Note { at, .. }
            | Value { at, .. } => (at, None),
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

    /// False if the correction gives a name that is blank.
    pub(crate) fn has_words(&self) -> bool {
        match self {
            Correction::Rename { name, .. } | Correction::Speaker { who: Who::Named(name), .. } => {
                !name.trim().is_empty()
            }
            _ => true,
        }
    }

    /// The same correction with byte offsets. `None` if one of its places is not in the text. A place that begins or
    /// ends inside a character is extended to the whole character.
    pub(crate) fn in_bytes(&self, map: &OffsetMap) -> Option<Correction> {
        // A character has at most four units.
        let floor = |offset: usize| (0..4).find_map(|less| map.to_byte(offset.checked_sub(less)?));
        let ceiling = |offset: usize| (0..4).find_map(|more| map.to_byte(offset.checked_add(more)?));
        self.with_places(|[start, end]| {
            let (start, end) = (floor(start)?, ceiling(end)?);
            (start < end).then_some([start, end])
        })
    }

    /// Converts a correction with byte offsets to the map's unit.
    pub(crate) fn in_unit_of(&self, map: &OffsetMap) -> Option<Correction> {
        self.with_places(|[start, end]| Some(map.span(Span::new(start, end))))
    }
}
