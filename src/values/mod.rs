//! What dates and amounts stand for.
//!
//! In come the layout and the entities, and the day of publication if it is known; out comes a [`Value`] for each
//! entity that has one. The expressions are in tables: `times` has those of time, `amounts` and `units` those of
//! amounts. `words` splits an entity's text for them, `vocabulary` says what each word can be, and `pattern` is the
//! language of the tables. `tense` and `scope` decide which Tuesday is meant. `dateline` finds the day of publication in
//! the text.

mod amount;
mod context;
mod currencies;
mod date;
mod dateline;
mod meanings;
mod numbers;
mod pattern;
mod scope;
mod tense;
mod time;
mod times;
mod units;
mod value;
mod vocabulary;
mod when;
mod words;

pub use date::{Date, DateError};
pub use value::{AmountValue, Anchor, PlaceValue, TimeValue, Timex, Value};

use crate::entities::{Entity, EntityType};
use crate::layout::Layout;
use core::ops::Range;
use scope::{Meaning, Scope};
use time::Time;
use when::{Part, When};

/// An entity as far as its value depends on it.
#[derive(Clone, Debug)]
pub struct Item {
    pub tokens: Range<usize>,
    pub text: String,
    pub kind: EntityType,
}

/// The values of entities, which are in the order of the text. Without a day of publication the text's own dateline
/// counts.
pub fn find(layout: &Layout, entities: &[Entity], published: Option<Date>) -> Vec<Option<Value>> {
    let item = |entity: &Entity| Item {
        tokens: entity.tokens.clone(),
        text: entity.span.of(layout.text).to_owned(),
        kind: entity.kind,
    };
    of_items(layout, &entities.iter().map(item).collect::<Vec<_>>(), published)
}

/// The day that a text names, such as the date in an article's metadata: "2023-07-28", with or without a time after it,
/// or "28 July 2023".
pub fn day(text: &str) -> Option<Date> {
    let iso = text.get(..10).and_then(|day| day.parse().ok());
    iso.or_else(|| {
        let time = time::read(text, &Scope::default()).filter(|time| time.modifier.is_none())?;
        dated(&time)?.days().filter(|(first, last)| first == last).map(|(day, _)| day)
    })
}

/// The values of spans, which may overlap and may be no tokens.
pub fn of_items(layout: &Layout, items: &[Item], published: Option<Date>) -> Vec<Option<Value>> {
    let published = published.or_else(|| dateline::published(layout, items));
    let mut values: Vec<Option<Value>> = vec![None; items.len()];
    let mut state = State { published, ..State::default() };
    let mut from = 0;
    let sentence_of = |item: &Item| layout.sentence_of(item.tokens.start);
    while from < items.len() {
        let sentence = sentence_of(&items[from]);
        let count = items[from..].iter().take_while(|item| sentence_of(item) == sentence).count();
        state.sentence(layout, &items[from..from + count], &mut values[from..from + count]);
        from += count;
    }
    values
}

/// What the dates before a sentence are.
#[derive(Default)]
struct State {
    published: Option<Date>,
    reference: Option<When>,
    quarter: Option<When>,
}

impl State {
    /// The values of the entities of a sentence. Its dates come before its times of day, which may be on them.
    fn sentence(&mut self, layout: &Layout, items: &[Item], values: &mut [Option<Value>]) {
        let mut year = None;
        let mut days: Vec<(usize, When)> = Vec::new();
        let is_clock = |item: &&Item| item.kind == EntityType::Time;
        let indexed = || items.iter().enumerate();
        let dates = indexed().filter(|(_, item)| item.kind == EntityType::Date);
        for (index, item) in dates.chain(indexed().filter(|(_, item)| is_clock(item))) {
            let near = |(token, _): &&(usize, When)| token.abs_diff(item.tokens.start);
            let day = days.iter().min_by_key(near).filter(|_| is_clock(&item)).map(|(_, day)| *day);
            let scope = Scope {
                published: self.published,
                reference: if is_clock(&item) { day } else { self.reference },
                quarter: self.quarter,
                year,
                direction: tense::direction(layout, item.tokens.clone()),
                ..Scope::default()
            };
            let Some(time) = time::read(&context::extended(layout, item), &scope) else { continue };
            if let Some(when) = dated(&time) {
                if matches!(when.part, Part::Day(..)) {
                    days.push((item.tokens.start, when));
                }
                if matches!(when.part, Part::Quarter(_)) && time.anchor == Anchor::Publication {
                    self.quarter = Some(when);
                }
                if time.anchor == Anchor::None && when.year.is_some() {
                    year = when.year.filter(|year| self.published.is_none_or(|published| published.year() != *year));
                }
                self.reference = Some(when);
            }
            values[index] = Some(Value::Time(time.value()));
        }
        for (index, item) in indexed() {
            if let Some(amount) = amount::read(layout, item) {
                values[index] = Some(Value::Amount(amount));
            }
        }
    }
}

fn dated(time: &Time) -> Option<When> {
    match time.meaning {
        Meaning::When(when) | Meaning::Range(_, when) => Some(when).filter(|when| when.days().is_some()),
        _ => None,
    }
}
