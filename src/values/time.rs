//! From the words of a `DATE` or `TIME` to its value.

use super::pattern::Pattern;
use super::scope::{Meaning, Read, Scope};
use super::times;
use super::value::{Anchor, TimeValue, Timex};
use super::vocabulary::{self, Class, DAYPARTS};
use super::when::{Clock, Part, Unit, When};
use super::words::{Word, words};
use std::sync::LazyLock;

/// What changes the meaning of the words after it, and how TIMEX3 calls the change.
const BEFORE: &[(&str, &str)] = &[
    ("about|around|approximately|roughly|circa|some|almost|nearly|c", "APPROX"),
    ("close to", "APPROX"),
    ("more than", "MORE_THAN"),
    ("over|exceeding", "MORE_THAN"),
    ("less|fewer than", "LESS_THAN"),
    ("under", "LESS_THAN"),
    ("at? least|minimum", "EQUAL_OR_MORE"),
    ("no|not less|fewer than", "EQUAL_OR_MORE"),
    ("at? most", "EQUAL_OR_LESS"),
    ("up to", "EQUAL_OR_LESS"),
    ("no|not more than", "EQUAL_OR_LESS"),
    ("no than", "EQUAL_OR_LESS"),
    ("than", "MORE_THAN"),
    ("within", "EQUAL_OR_LESS"),
    ("early|earlier", "START"),
    ("start|beginning|outset|opening|dawn of", "START"),
    ("early part of", "START"),
    ("early|earlier in", "START"),
    ("mid", "MID"),
    ("middle of", "MID"),
    ("late|later|ends?", "END"),
    ("end|close|tail of", "END"),
    ("late|later in", "END"),
    ("last|latter half|part of", "END"),
    ("before|pre|by|until", "BEFORE"),
    ("no later than", "BEFORE"),
    ("after|post|since", "AFTER"),
    ("as early as", "EQUAL_OR_MORE"),
    ("as late as", "EQUAL_OR_LESS"),
    ("sometime", "APPROX"),
];
const AFTER: &[(&str, &str)] = &[
    ("or so", "APPROX"),
    ("or more", "EQUAL_OR_MORE"),
    ("or less", "EQUAL_OR_LESS"),
    ("or later", "ON_OR_AFTER"),
    ("or earlier", "ON_OR_BEFORE"),
    ("and beyond|onwards|after", "ON_OR_AFTER"),
    ("onward|onwards", "ON_OR_AFTER"),
    ("end", "END"),
];

static READ_BEFORE: LazyLock<Vec<(Pattern, &str)>> = LazyLock::new(|| compiled(BEFORE));
static READ_AFTER: LazyLock<Vec<(Pattern, &str)>> = LazyLock::new(|| compiled(AFTER));

fn compiled(table: &'static [(&str, &'static str)]) -> Vec<(Pattern, &'static str)> {
    table.iter().filter_map(|(pattern, modifier)| Some((Pattern::new(pattern)?, *modifier))).collect()
}

/// Longer expressions are read up to here, so that none takes long.
const LONGEST: usize = 14;
/// The longest entry of the tables of modifiers.
const LONGEST_MODIFIER: usize = 4;

/// A meaning, what it was computed from, and how it is changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Time {
    pub meaning: Meaning,
    pub anchor: Anchor,
    pub modifier: Option<&'static str>,
}

/// What a text means that is a time.
pub fn read(text: &str, scope: &Scope) -> Option<Time> {
    let mut words = words(text);
    words.truncate(LONGEST);
    whole(&words, scope).or_else(|| {
        // The longest part that means something.
        (1..words.len()).rev().find_map(|length| words.windows(length).rev().find_map(|part| partial(part, scope)))
    })
}

/// A part of an expression counts only if it says more than a number.
fn partial(words: &[Word], scope: &Scope) -> Option<Time> {
    let says_more = words.iter().any(|word| !word.is_digits() || word.integer().is_some_and(|(_, digits)| digits == 4));
    let is_lone_unit = words.len() == 1 && words[0].class(Class::Unit).is_some();
    if is_lone_unit || !says_more { None } else { whole(words, scope) }
}

/// All of the words, with a modifier before or after them.
fn whole(words: &[Word], scope: &Scope) -> Option<Time> {
    if let Some((meaning, anchor)) = clocked(words, scope) {
        return Some(Time { meaning, anchor, modifier: None });
    }
    let modified = |modifier, rest: &[Word]| whole(rest, scope).map(|time| Time { modifier: Some(modifier), ..time });
    let most = LONGEST_MODIFIER.min(words.len().saturating_sub(1));
    (1..=most).rev().find_map(|length| {
        let (before, rest) = words.split_at(length);
        let found = READ_BEFORE.iter().find(|(pattern, _)| pattern.matches(before).is_some());
        found.and_then(|(_, modifier)| modified(modifier, rest)).or_else(|| {
            let (rest, after) = words.split_at(words.len() - length);
            let found = READ_AFTER.iter().find(|(pattern, _)| pattern.matches(after).is_some());
            found.and_then(|(_, modifier)| modified(modifier, rest))
        })
    })
}

/// A date, a time of day, or both.
fn clocked(words: &[Word], scope: &Scope) -> Read {
    if let Some(read) = times::read(words, scope) {
        return Some(read);
    }
    if let Some(read) = beside(words, scope).or_else(|| ended(words, scope)) {
        return Some(read);
    }
    // "Friday night", "July 3 at 5 p.m.", "5 p.m. EST on Nov. 9", "the night of July 3"
    (0..=words.len()).find_map(|at| {
        let (left, right) = words.split_at(at);
        let joined = |words: &[Word]| words.first().is_none_or(|w| matches!(w.text.as_str(), "of" | "in" | "-"));
        if let Some((clock, zone)) = clock(right) {
            let day = match left {
                [.., last] if joined(std::slice::from_ref(last)) => on_day(&left[..left.len() - 1], scope, clock),
                _ => on_day(left, scope, clock),
            };
            return set_clock(day?, clock, zone);
        }
        let (clock, zone) = clock(left)?;
        let skip = usize::from(right.len() > 1 && joined(right));
        set_clock(on_day(&right[skip..], scope, clock)?, clock, zone)
    })
}

/// "the day before last Tuesday", "two weeks after Christmas"
fn beside(words: &[Word], scope: &Scope) -> Read {
    static COUNT: LazyLock<Option<Pattern>> = LazyLock::new(|| Pattern::new("{number}? {unit}"));
    static COUNTS: LazyLock<Option<Pattern>> = LazyLock::new(|| Pattern::new("{number} {units}"));
    let at = words.iter().position(|word| word.is("before") || word.is("after"))?;
    let (left, right) = (&words[..at], &words[at + 1..]);
    let slots = [&*COUNT, &*COUNTS].into_iter().flatten().find_map(|pattern| pattern.matches(left))?;
    let (Meaning::When(when), anchor) = times::read(right, scope)? else { return None };
    let unit = vocabulary::unit(slots.get(Class::Unit).or(slots.get(Class::Units))?);
    let count = slots.get(Class::Number).unwrap_or(1.0).min(1e5) as i64;
    let sign = if words[at].is("before") { -1 } else { 1 };
    let beside = Scope { reference: Some(when), quarter: None, published: None, ..*scope };
    when.days().and_then(|_| beside.since_text(unit, sign * count)).map(|(meaning, _)| (meaning, anchor))
}

/// "the quarter ended Sept. 30": the quarter that holds that day. Of "the six months ended Sept. 30" the length is the
/// value.
fn ended(words: &[Word], scope: &Scope) -> Read {
    let at = words.iter().position(|word| word.is("ended") || word.is("ending"))?;
    let (Meaning::When(end), anchor) = times::read(&words[at + 1..], scope)? else { return None };
    let period = &words[..at];
    if period.iter().any(|word| word.class(Class::Unit).is_some_and(|unit| vocabulary::unit(unit) == Unit::Quarter)) {
        let (_, last) = end.days()?;
        return Some((Meaning::When(When::around(last, Unit::Quarter)?), anchor));
    }
    match period {
        [.., word] if word.is("year") => Some((Meaning::Duration("P1Y".to_owned()), Anchor::None)),
        _ => times::read(period, scope).filter(|(meaning, _)| matches!(meaning, Meaning::Duration(_))),
    }
}

/// The day that a clock belongs to: the one named, else that of the sentence, else that of publication.
fn on_day(words: &[Word], scope: &Scope, clock: Clock) -> Read {
    match words {
        [] => match scope.reference.filter(|when| matches!(when.part, Part::Day(..))) {
            Some(day) => Some((Meaning::When(When { clock: None, zone: None, ..day }), Anchor::Text)),
            None => scope.since_publication(Unit::Day, 0),
        },
        // "last night", "this morning", "next morning"
        [word] if word.class(Class::Which).is_some() && matches!(clock, Clock::Part(_)) => {
            let days = word.class(Class::Which)? as i64;
            if word.is("following") || (word.is("next") && scope.reference.is_some()) {
                return scope.since_text(Unit::Day, days);
            }
            scope.since_publication(Unit::Day, days)
        }
        [word] if word.is("that") || word.is("same") => scope.since_text(Unit::Day, 0),
        [word] if word.is("every") || word.is("each") => Some((Meaning::Set("XXXX-XX-XX".to_owned()), Anchor::None)),
        words => times::read(words, scope),
    }
}

fn set_clock((meaning, anchor): (Meaning, Anchor), clock: Clock, zone: Option<i16>) -> Read {
    match meaning {
        Meaning::When(when) if matches!(when.part, Part::Day(..) | Part::Weekday(_)) && when.clock.is_none() => {
            Some((Meaning::When(When { zone, ..when.at(clock) }), anchor))
        }
        Meaning::Set(value) if value.starts_with("XXXX-") => {
            let clock = When::new(None, Part::Year).at(clock).to_string();
            Some((Meaning::Set(format!("{value}{}", clock.trim_start_matches('X'))), anchor))
        }
        _ => None,
    }
}

/// A time of day without its day, and the zone.
fn clock(words: &[Word]) -> Option<(Clock, Option<i16>)> {
    static CLOCK: LazyLock<Option<Pattern>> = LazyLock::new(|| Pattern::new("about|around|shortly? {clock} {zone}?"));
    static BARE: LazyLock<Option<Pattern>> = LazyLock::new(|| Pattern::new("early|mid|late? {clock} {zone}?"));
    let slots = [&*CLOCK, &*BARE].into_iter().flatten().find_map(|pattern| pattern.matches(words));
    if let Some(slots) = slots {
        let minutes = slots.get(Class::Clock)? as u16;
        let (hour, minute) = ((minutes / 60) as u8, (minutes % 60) as u8);
        let zone = slots.get(Class::Zone).map(|zone| zone as i16);
        return Some((if minute == 0 { Clock::Hour(hour) } else { Clock::Minute(hour, minute) }, zone));
    }
    let part = match words {
        [word] if word.is("overnight") || word.is("tonight") => "NI",
        [word] if word.is("daytime") => "DT",
        [early, word] if matches!(early.text.as_str(), "early" | "late" | "mid") => {
            DAYPARTS[word.class(Class::Daypart)? as usize]
        }
        [word] => DAYPARTS[word.class(Class::Daypart)? as usize],
        _ => return None,
    };
    Some((Clock::Part(part), None))
}

impl Time {
    /// As the document has it.
    pub fn value(&self) -> TimeValue {
        let mut out = TimeValue {
            timex: Timex::Date,
            value: String::new(),
            modifier: self.modifier.map(str::to_owned),
            anchor: self.anchor,
            earliest: None,
            latest: None,
            zone: None,
        };
        let days = match &self.meaning {
            Meaning::When(when) => {
                (out.timex, out.value) =
                    (if when.clock.is_some() { Timex::Time } else { Timex::Date }, when.to_string());
                out.zone = when.zone.map(offset);
                when.days()
            }
            Meaning::Range(first, last) => {
                out.value = format!("{first}/{last}");
                first.days().zip(last.days()).map(|((earliest, _), (_, latest))| (earliest, latest))
            }
            Meaning::Duration(value) => {
                (out.timex, out.value) = (Timex::Duration, value.clone());
                None
            }
            Meaning::Set(value) => {
                (out.timex, out.value) = (Timex::Set, value.clone());
                None
            }
            Meaning::Reference(value) => {
                out.value = (*value).to_owned();
                None
            }
        };
        // Before or after a day, only that end is known.
        let (from, to) = match self.modifier {
            Some("BEFORE" | "ON_OR_BEFORE") => (false, true),
            Some("AFTER" | "ON_OR_AFTER") => (true, false),
            _ => (true, true),
        };
        out.earliest = days.filter(|_| from).map(|(earliest, _)| earliest.to_string());
        out.latest = days.filter(|_| to).map(|(_, latest)| latest.to_string());
        out
    }
}

/// `-05:00`
fn offset(minutes: i16) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

#[cfg(test)]
mod tests {
    use super::super::scope::Direction;
    use super::*;

    #[test]
    fn every_modifier_can_be_read() {
        assert_eq!(READ_BEFORE.len() + READ_AFTER.len(), BEFORE.len() + AFTER.len());
    }

    fn value(text: &str, direction: Direction) -> String {
        let scope = Scope { published: "2023-07-28".parse().ok(), direction, ..Scope::default() };
        let Some(value) = read(text, &scope).map(|time| time.value()) else { return "nothing".to_owned() };
        let modifier = value.modifier.map(|modifier| format!(" {modifier}")).unwrap_or_default();
        format!("{} {}{modifier}", value.timex, value.value)
    }

    #[test]
    fn a_value_for_each_kind_of_expression() {
        // Friday, 28 July 2023.
        for (text, expected) in [
            ("3 July 2021", "DATE 2021-07-03"),
            ("Jan. 9, 2021", "DATE 2021-01-09"),
            ("2024-02-29", "DATE 2024-02-29"),
            ("Tuesday", "DATE 2023-07-25"),
            ("Friday", "DATE 2023-07-28"),
            ("last Friday", "DATE 2023-07-21"),
            ("next Friday", "DATE 2023-08-04"),
            ("yesterday", "DATE 2023-07-27"),
            ("last week", "DATE 2023-W29"),
            ("earlier this week", "DATE 2023-W30 START"),
            ("last year", "DATE 2022"),
            ("June", "DATE 2023-06"),
            ("December", "DATE 2022-12"),
            ("early December", "DATE 2022-12 START"),
            ("the end of the year", "DATE 2023 END"),
            ("the summer of 2019", "DATE 2019-SU"),
            ("the third quarter", "DATE 2023-Q3"),
            ("the 1990s", "DATE 199"),
            ("the 19th century", "DATE 18"),
            ("three weeks ago", "DATE 2023-W27"),
            ("between 2010 and 2015", "DATE 2010/2015"),
            ("July 3–5", "DATE 2023-07-03/2023-07-05"),
            ("two weeks", "DURATION P2W"),
            ("about two and a half years", "DURATION P2Y6M APPROX"),
            ("31-year-old", "DURATION P31Y"),
            ("several days", "DURATION PXD"),
            ("half an hour", "DURATION PT30M"),
            ("every Tuesday", "SET XXXX-WXX-2"),
            ("daily", "SET P1D"),
            ("Friday night", "TIME 2023-07-28TNI"),
            ("10 p.m. on Wednesday", "TIME 2023-07-26T22:00"),
            ("last night", "TIME 2023-07-27TNI"),
            ("noon", "TIME 2023-07-28T12:00"),
            ("now", "DATE PRESENT_REF"),
            ("", "nothing"),
            ("31 June 2023", "DATE 2023-06"),
        ] {
            assert_eq!(value(text, Direction::Past), expected, "{text}");
        }
    }

    #[test]
    fn the_tense_decides_the_direction() {
        use Direction::{Future, Past, Unknown};
        for (text, past, future, unknown) in [
            ("Tuesday", "2023-07-25", "2023-08-01", "2023-07-25"),
            ("Monday", "2023-07-24", "2023-07-31", "2023-07-31"),
            ("October", "2022-10", "2023-10", "2023-10"),
            // Two days from now is nearer than a year ago, whatever the tense.
            ("July 30", "2023-07-30", "2023-07-30", "2023-07-30"),
            ("September 5", "2022-09-05", "2023-09-05", "2023-09-05"),
            ("Christmas", "2022-12-25", "2023-12-25", "2023-12-25"),
        ] {
            for (direction, expected) in [(Past, past), (Future, future), (Unknown, unknown)] {
                assert_eq!(value(text, direction), format!("DATE {expected}"), "{text} {direction:?}");
            }
        }
    }
}
