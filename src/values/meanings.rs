//! The meanings that several expressions of time share.

use super::pattern::Slots;
use super::scope::{Meaning, Read, Scope, duration, fixed};
use super::value::Anchor;
use super::vocabulary::{Class, unit};
use super::when::{Part, Unit, When};

pub fn nth(slots: &Slots, class: Class, n: usize) -> Option<u8> {
    slots.nth(class, n).map(|value| value as u8)
}

pub fn month(slots: &Slots) -> Option<u8> {
    nth(slots, Class::Month, 0)
}

pub fn int(slots: &Slots, n: usize) -> Option<i32> {
    slots.nth(Class::Int, n).filter(|value| *value < 10_000.0).map(|value| value as i32)
}

pub fn count(slots: &Slots) -> Option<i64> {
    slots.get(Class::Number).filter(|count| *count < 1e5).map(|count| count.floor() as i64)
}

pub fn up_to(slots: &Slots, most: f64) -> Option<u8> {
    slots.get(Class::Ordinal).filter(|value| (1.0..=most).contains(value)).map(|value| value as u8)
}

pub fn unit_of(slots: &Slots) -> Option<Unit> {
    slots.get(Class::Unit).or(slots.get(Class::Units)).map(unit)
}

/// Year first, or else the month first as in the United States, unless that cannot be.
pub fn numeric(a: i32, b: i32, c: i32) -> Read {
    let full = |year: i32| if year < 100 { year + if year < 50 { 2000 } else { 1900 } } else { year };
    let (year, month, day) = match (a, b) {
        (1000.., _) => (a, b, c),
        (13..=31, _) => (full(c), b, a),
        _ => (full(c), a, b),
    };
    let narrow = |value: i32| u8::try_from(value).ok();
    fixed(When::new(Some(year), Part::Day(narrow(month)?, narrow(day)?))).filter(|_| (1..=12).contains(&month))
}

pub fn day(slots: &Slots, scope: &Scope, n: usize) -> Read {
    let part = Part::Day(month(slots)?, nth(slots, Class::Day, n)?);
    match (slots.get(Class::Year), slots.get(Class::Weekday)) {
        (None, Some(weekday)) => scope.day_with_weekday(weekday as u8, part),
        (year, _) => scope.in_year(year, part),
    }
}

/// The nth month with the nth day, and the last year that is named.
pub fn month_day(slots: &Slots, scope: &Scope, n: usize) -> Read {
    let year = slots.nth(Class::Year, n).or(slots.get(Class::Year));
    scope.in_year(year, Part::Day(nth(slots, Class::Month, n)?, nth(slots, Class::Day, n)?))
}

pub fn in_month(month: Meaning, day: f64) -> Read {
    let Meaning::When(When { year, part: Part::Month(month), .. }) = month else { return None };
    let when = When::new(year, Part::Day(month, day as u8));
    when.is_valid().then_some((Meaning::When(when), Anchor::Publication))
}

/// From the first to the last, which is not before it.
pub fn range(first: Read, last: Read) -> Read {
    let ((Meaning::When(first), _), (Meaning::When(mut last), anchor)) = (first?, last?) else { return None };
    if let (Some((begin, _)), Some((_, end))) = (first.days(), last.days())
        && end < begin
    {
        last = match last.part {
            Part::Day(..) if last.days()?.0.plus_days(7)? > begin => When::day(last.days()?.0.plus_days(7)?),
            _ => When { year: last.year.map(|year| year + 1), ..last },
        };
        last.days().filter(|(_, end)| *end >= begin)?;
    }
    Some((Meaning::Range(first, last), anchor))
}

pub fn which(slots: &Slots, scope: &Scope) -> Read {
    let (which, unit) = (slots.get(Class::Which)? as i64, unit_of(slots)?);
    match unit {
        unit if unit.is_clock() => duration(length(1.0, unit)),
        Unit::Weekend => {
            // On a Sunday "last weekend" is the week before's; on other days the one that is over.
            scope.since_publication(Unit::Weekend, which)
        }
        _ => scope.since_publication(unit, which),
    }
}

pub fn ago(slots: &Slots, scope: &Scope) -> Read {
    let (unit, count) = (unit_of(slots)?, count(slots)?);
    let (unit, count) = in_years(unit, count);
    if count == 1 { year_ago(unit, scope) } else { scope.since_publication(unit, -count) }
}

pub fn earlier(slots: &Slots, scope: &Scope) -> Read {
    let (unit, count) = (unit_of(slots)?, count(slots)?);
    if count == 1 && unit == Unit::Year { year_ago(unit, scope) } else { scope.since_text(unit, -count) }
}

/// "a decade ago" is ten years ago.
pub fn in_years(unit: Unit, count: i64) -> (Unit, i64) {
    match unit {
        Unit::Decade => (Unit::Year, count * 10),
        Unit::Century => (Unit::Year, count * 100),
        other => (other, count),
    }
}

/// "a year ago": of a report about a quarter, the same quarter of the year before.
pub fn year_ago(unit: Unit, scope: &Scope) -> Read {
    match scope.quarter {
        Some(When { year: Some(year), part, .. }) if unit == Unit::Year => {
            Some((Meaning::When(When::new(Some(year - 1), part)), Anchor::Text))
        }
        _ => scope.since_publication(unit, -1),
    }
}

/// The quarter that the text is about, or the last one that was over when it was published.
pub fn latest_quarter(scope: &Scope) -> Read {
    let is_over = |quarter: &When| quarter.days().zip(scope.published).is_none_or(|((_, last), day)| last < day);
    match scope.quarter.filter(is_over) {
        Some(quarter) => Some((Meaning::When(quarter), Anchor::Text)),
        None => scope.since_publication(Unit::Quarter, -1),
    }
}

/// The TIMEX3 value of a length of time.
pub fn length(count: f64, unit: Unit) -> String {
    let (factor, letter) = unit.timex();
    let prefix = if unit.is_clock() { "PT" } else { "P" };
    let whole = count.floor() * factor;
    let smaller = match unit {
        Unit::Year => Some((12.0, "M")),
        Unit::Hour => Some((60.0, "M")),
        _ => None,
    };
    match smaller {
        _ if (count * factor).fract() == 0.0 => format!("{prefix}{}{letter}", count * factor),
        Some((parts, part)) if (count.fract() * parts).fract() == 0.0 => {
            let parts = count.fract() * parts;
            if whole == 0.0 {
                format!("{prefix}{parts}{part}")
            } else {
                format!("{prefix}{whole}{letter}{parts}{part}")
            }
        }
        _ => format!("{prefix}{}{letter}", count * factor),
    }
}

pub fn span(slots: &Slots) -> Read {
    duration(length(slots.get(Class::Number)?, unit_of(slots)?))
}

/// "two to three weeks": the shorter one.
pub fn lengths(slots: &Slots) -> Read {
    let (low, high) = (slots.get(Class::Number)?, slots.nth(Class::Number, 1)?);
    duration(length(low.min(high), unit_of(slots)?))
}

/// "two years and three months"
pub fn both(slots: &Slots) -> Read {
    let units: Vec<Unit> =
        [slots.get(Class::Unit), slots.nth(Class::Unit, 1), slots.get(Class::Units), slots.nth(Class::Units, 1)]
            .into_iter()
            .flatten()
            .map(unit)
            .collect();
    let [a, b] = units[..] else { return None };
    let (long, short) = (a.max(b), a.min(b));
    let (first, second) = (length(slots.get(Class::Number)?, long), length(slots.nth(Class::Number, 1)?, short));
    let rest = second.trim_start_matches(if long.is_clock() { "PT" } else { "P" });
    duration(format!("{first}{rest}"))
}

/// An unknown number of a unit: "several days".
pub fn vague(slots: &Slots) -> Read {
    let unit = unit_of(slots)?;
    duration(format!("{}X{}", if unit.is_clock() { "PT" } else { "P" }, unit.timex().1))
}
