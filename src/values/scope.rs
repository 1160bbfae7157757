//! What an expression is read against: the day of publication, the dates before it, and the tense around it.

use super::date::Date;
use super::value::Anchor;
use super::vocabulary::{HOLIDAYS, Holiday};
use super::when::{Part, Unit, When};

/// On which side of the day of publication a time lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    Past,
    Future,
    #[default]
    Unknown,
}

/// A time on the side that the tense does not point to counts as so many times farther away.
const WRONG_SIDE: i64 = 12;
/// The same for weekdays, months and seasons, of which people do speak a year later.
const FAR: i64 = 1000;
/// In days.
const A_QUARTER: i64 = 92;

#[derive(Clone, Copy, Debug, Default)]
pub struct Scope {
    pub published: Option<Date>,
    /// The last date of the text.
    pub reference: Option<When>,
    /// The last quarter of the text: the reports of companies compare quarters.
    pub quarter: Option<When>,
    /// A year that the sentence names, which is also that of its other dates.
    pub year: Option<i32>,
    pub direction: Direction,
    /// The expression is a weekday: its side is what the tense says.
    pub is_weekday: bool,
}

/// What an expression means, and what it was computed from.
#[derive(Clone, Debug, PartialEq)]
pub enum Meaning {
    When(When),
    Range(When, When),
    /// A TIMEX3 value such as `P2W`.
    Duration(String),
    /// A TIMEX3 value such as `XXXX-WXX-2`.
    Set(String),
    /// `PAST_REF`, `PRESENT_REF` or `FUTURE_REF`.
    Reference(&'static str),
}

pub type Read = Option<(Meaning, Anchor)>;

/// What needs no anchor.
pub fn fixed(when: When) -> Read {
    when.is_valid().then_some((Meaning::When(when), Anchor::None))
}

pub fn duration(value: String) -> Read {
    Some((Meaning::Duration(value), Anchor::None))
}

pub fn set(value: impl Into<String>) -> Read {
    Some((Meaning::Set(value.into()), Anchor::None))
}

pub fn reference(value: &'static str) -> Read {
    Some((Meaning::Reference(value), Anchor::None))
}

impl Scope {
    /// What is counted from the day of publication; the unit alone if that day is not known.
    pub fn since_publication(&self, unit: Unit, count: i64) -> Read {
        let Some(published) = self.published else { return fixed(When::unknown(unit)) };
        Some((Meaning::When(shifted(published, unit, count)?), Anchor::Publication))
    }

    /// What is counted from the last date of the text, or else from the day of publication.
    pub fn since_text(&self, unit: Unit, count: i64) -> Read {
        if unit == Unit::Quarter
            && let Some(When { year: Some(year), part: Part::Quarter(quarter), .. }) = self.quarter
        {
            let index = i64::from(year) * 4 + i64::from(quarter) - 1 + count;
            let when = When::new(Some((index / 4) as i32), Part::Quarter((index % 4) as u8 + 1));
            return Some((Meaning::When(when), Anchor::Text));
        }
        match self.reference.and_then(When::days) {
            // "that day", of a month: which day is not known.
            Some((first, last)) if unit == Unit::Day && first != last => match self.reference?.part {
                Part::Month(month) if count == 0 => {
                    Some((Meaning::When(When::new(self.reference?.year, Part::Day(month, 0))), Anchor::Text))
                }
                _ => None,
            },
            Some((first, _)) => Some((Meaning::When(shifted(first, unit, count)?), Anchor::Text)),
            None => self.since_publication(unit, count),
        }
    }

    /// A part of a year that is not named: the one that the tense points to.
    pub fn of_some_year(&self, part: Part) -> Read {
        if let Some(year) = self.year {
            return fixed(When::new(Some(year), part)).map(|(meaning, _)| (meaning, Anchor::Text));
        }
        let Some(published) = self.published else { return fixed(When::new(None, part)) };
        let years = (published.year() - 8..=published.year() + 8).map(|year| When::new(Some(year), part));
        Some((Meaning::When(self.chosen(years)?), Anchor::Publication))
    }

    /// A day of a year that is not named, but the weekday is.
    pub fn day_with_weekday(&self, weekday: u8, part: Part) -> Read {
        let Some(published) = self.published else { return self.of_some_year(part) };
        let years = (published.year() - 4..=published.year() + 4).map(|year| When::new(Some(year), part));
        let on_weekday = years.filter(|when| when.days().is_some_and(|(day, _)| day.weekday() == weekday));
        match (Scope { direction: Direction::Unknown, ..*self }).chosen(on_weekday) {
            Some(when) => Some((Meaning::When(when), Anchor::Publication)),
            None => self.of_some_year(part),
        }
    }

    /// A weekday of which the week is not named.
    pub fn weekday(&self, weekday: u8) -> Read {
        let Some(published) = self.published else { return fixed(When::new(None, Part::Weekday(weekday))) };
        let days = (-7..=7).filter_map(|days| published.plus_days(days)).filter(|day| day.weekday() == weekday);
        let scope = Scope { is_weekday: true, ..*self };
        Some((Meaning::When(scope.chosen(days.map(When::day))?), Anchor::Publication))
    }

    /// A day of which only the number is named.
    pub fn day_of_some_month(&self, day: u8) -> Read {
        let Some(published) = self.published else { return fixed(When::unknown(Unit::Day)) };
        let months = (-2..=2).filter_map(|months| published.plus_months(months));
        let days = months.filter_map(|month| Date::new(month.year(), month.month(), day));
        let scope = Scope { is_weekday: true, ..*self };
        Some((Meaning::When(scope.chosen(days.map(When::day))?), Anchor::Publication))
    }

    /// Of times that are in order, the one that the tense points to, unless it is much farther away than another: in
    /// October "payable Dec. 14" is not last year's, and "the third quarter" is the one that has just ended.
    fn chosen(&self, candidates: impl Iterator<Item = When>) -> Option<When> {
        let published = self.published?;
        let placed = candidates.filter_map(|when| when.days().map(|days| (when, days)));
        let distance = |(when, (first, last)): &(When, (Date, Date))| {
            let away = |day: &Date| (day.number() - published.number()).abs();
            if (first..=last).contains(&&published) {
                return 0;
            }
            let side = if *first > published { Direction::Future } else { Direction::Past };
            let weight = match when.part {
                _ if self.direction == side || self.direction == Direction::Unknown => 1,
                Part::Weekday(_) | Part::Month(_) | Part::Season(_) => FAR,
                Part::Quarter(_) if away(first).min(away(last)) < A_QUARTER => 1,
                Part::Day(..) if self.is_weekday => FAR,
                _ => WRONG_SIDE,
            };
            away(first).min(away(last)) * weight
        };
        placed.min_by_key(distance).map(|(when, _)| when)
    }

    /// Strictly before the day of publication, or after it.
    pub fn beyond(&self, which: f64, part_of: impl Fn(i32) -> Option<When>) -> Read {
        let Some(published) = self.published else {
            return part_of(0).map(|w| When { year: None, ..w }).and_then(fixed);
        };
        let mut years =
            (published.year() - 2..=published.year() + 2).filter_map(part_of).filter(|w| w.days().is_some());
        let starts = |when: &When| when.days().map(|(first, _)| first);
        let found = match which {
            -1.0 => years.rfind(|when| when.days().is_some_and(|(_, last)| last < published)),
            0.0 => years.find(|when| when.year == Some(published.year())),
            _ => years.find(|when| starts(when).is_some_and(|first| first > published)),
        };
        Some((Meaning::When(found?), Anchor::Publication))
    }

    /// The weekday before the day of publication, in its week, or after it.
    pub fn weekday_beyond(&self, which: f64, weekday: u8) -> Read {
        let Some(published) = self.published else { return fixed(When::new(None, Part::Weekday(weekday))) };
        let difference = i64::from(weekday) - i64::from(published.weekday());
        let days = match which {
            -1.0 => -((-difference - 1).rem_euclid(7) + 1),
            0.0 => difference,
            _ => (difference - 1).rem_euclid(7) + 1,
        };
        Some((Meaning::When(When::day(published.plus_days(days)?)), Anchor::Publication))
    }

    /// The year of a slot: itself, or counted from the year of publication.
    pub fn year(&self, slot: f64) -> (Option<i32>, Anchor) {
        let offset = slot - super::pattern::RELATIVE_YEAR;
        if offset < -100.0 {
            return (Some(slot as i32), Anchor::None);
        }
        match self.published {
            Some(published) => (Some(published.year() + offset as i32), Anchor::Publication),
            None => (None, Anchor::None),
        }
    }

    /// A part of the year of a slot; of the year that the tense points to if there is none.
    pub fn in_year(&self, slot: Option<f64>, part: Part) -> Read {
        let Some(slot) = slot else { return self.of_some_year(part) };
        let (year, anchor) = self.year(slot);
        fixed(When::new(year, part)).map(|(meaning, _)| (meaning, anchor))
    }

    pub fn holiday(&self, slot: Option<f64>, index: f64, days: i64) -> Read {
        let holiday = *HOLIDAYS.get(index as usize)?;
        let of_year = |year: i32| {
            let day = match holiday {
                Holiday::Fixed(month, day) => Date::new(year, month, day),
                Holiday::Thanksgiving => {
                    let first = Date::new(year, 11, 1)?;
                    first.plus_days((4 - i64::from(first.weekday())).rem_euclid(7) + 21)
                }
                Holiday::Easter => easter(year),
                Holiday::Unknown => None,
            };
            day?.plus_days(days)
        };
        if let Some((Some(year), anchor)) = slot.map(|slot| self.year(slot)) {
            return Some((Meaning::When(When::day(of_year(year)?)), anchor));
        }
        let Some(published) = self.published else {
            let day = of_year(2001).filter(|_| matches!(holiday, Holiday::Fixed(..)));
            return fixed(day.map_or(When::unknown(Unit::Day), |day| When { year: None, ..When::day(day) }));
        };
        let years = (published.year() - 1..=published.year() + 1).filter_map(of_year).map(When::day);
        Some((Meaning::When(self.chosen(years)?), Anchor::Publication))
    }
}

/// The part of the calendar of this unit that is so many units after the one that holds a day.
fn shifted(from: Date, unit: Unit, count: i64) -> Option<When> {
    let days = match unit {
        Unit::Week | Unit::Weekend => count.checked_mul(7)?,
        Unit::Day => count,
        Unit::Hour | Unit::Minute | Unit::Second => return Some(When::day(from).at(super::when::Clock::Unknown)),
        _ => 0,
    };
    let months = match unit {
        Unit::Month => 1,
        Unit::Quarter => 3,
        Unit::Half => 6,
        Unit::Year => 12,
        Unit::Decade => 120,
        Unit::Century => 1200,
        _ => 0,
    };
    When::around(from.plus_days(days)?.plus_months(count.checked_mul(months)?)?, unit)
}

/// Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher.
fn easter(year: i32) -> Option<Date> {
    let (golden, century, of_century) = (year % 19, year / 100, year % 100);
    let correction = (century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 19 * golden + 15).rem_euclid(30);
    let weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - correction - of_century % 4).rem_euclid(7);
    let late = (golden + 11 * correction + 22 * weekday) / 451;
    let days = correction + weekday - 7 * late + 114;
    Date::new(year, (days / 31) as u8, (days % 31) as u8 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_is_where_it_was() {
        for day in ["2023-04-09", "2024-03-31", "1998-04-12", "2000-04-23"] {
            let day: Date = day.parse().unwrap();
            assert_eq!(easter(day.year()), Some(day));
        }
    }
}
