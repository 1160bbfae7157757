//! The table of expressions of time. Each has a pattern and the function that gives its meaning.

use super::meanings::{
    ago, both, count, day, earlier, in_month, int, latest_quarter, length, lengths, month, month_day, nth, numeric,
    range, span, unit_of, up_to, vague, which, year_ago,
};
use super::pattern::{Pattern, Slots};
use super::scope::{Direction, Meaning, Read, Scope, duration, fixed, reference, set};
use super::vocabulary::{Class, season};
use super::when::{Part, Unit, When};
use super::words::Word;
use std::sync::LazyLock;

type Build = fn(&Slots, &Scope) -> Read;

/// The first pattern that describes all the words decides. "the" and commas are left out before; see
/// [`words`](super::words::words).
const EXPRESSIONS: &[(&str, Build)] = &[
    // Days of the calendar.
    ("{int} - {int} - {int}", |s, _| numeric(int(s, 0)?, int(s, 1)?, int(s, 2)?)),
    ("{int} / {int} / {int}", |s, _| numeric(int(s, 0)?, int(s, 1)?, int(s, 2)?)),
    ("{weekday}? {month} {day} {year}?", |s, c| day(s, c, 0)),
    ("{weekday}? {day} of? {month} of|in? {year}?", |s, c| day(s, c, 0)),
    ("{month} {day} of? {year}", |s, c| day(s, c, 0)),
    ("{weekday} {day}", |s, c| c.since_publication(Unit::Month, 0).and_then(|(m, _)| in_month(m, s.get(Class::Day)?))),
    ("between|from? {month} {day} -|to|and|through|until|or {day} {year}?", |s, c| range(day(s, c, 0), day(s, c, 1))),
    ("between|from? {month} {day} {year}? -|to|and|through|until {month} {day} {year}?", |s, c| {
        range(month_day(s, c, 0), month_day(s, c, 1))
    }),
    ("between|from? {day} -|to|and|until|or {day} {month} {year}?", |s, c| range(day(s, c, 0), day(s, c, 1))),
    ("between|from? {day} {month} -|to|and|until {day} {month} {year}?", |s, c| {
        range(month_day(s, c, 0), month_day(s, c, 1))
    }),
    ("{weekday} {month} {day} -|to|and|through {weekday} {month} {day} {year}?", |s, c| {
        range(month_day(s, c, 0), month_day(s, c, 1))
    }),
    ("{holiday} day? of|in? {year}?", |s, c| c.holiday(s.get(Class::Year), s.get(Class::Holiday)?, 0)),
    ("{holiday} eve of|in? {year}?", |s, c| c.holiday(s.get(Class::Year), s.get(Class::Holiday)?, -1)),
    ("last|this {holiday} day?", |s, c| {
        Scope { direction: Direction::Past, ..*c }.holiday(None, s.get(Class::Holiday)?, 0)
    }),
    ("next {holiday} day?", |s, c| {
        Scope { direction: Direction::Future, ..*c }.holiday(None, s.get(Class::Holiday)?, 0)
    }),
    ("boxing day {year}?", |s, c| c.holiday(s.get(Class::Year), 0.0, 1)),
    ("good friday {year}?", |s, c| c.holiday(s.get(Class::Year), 3.0, -2)),
    ("easter {weekday} {year}?", |s, c| c.holiday(s.get(Class::Year), 3.0, (s.get(Class::Weekday)? as i64) % 7)),
    ("new year day of|in? {year}?", |s, c| c.in_year(s.get(Class::Year), Part::Day(1, 1))),
    ("new year eve of|in? {year}?", |s, c| c.in_year(s.get(Class::Year), Part::Day(12, 31))),
    ("valentine day {year}?", |s, c| c.in_year(s.get(Class::Year), Part::Day(2, 14))),
    ("independence day {year}?", |_, _| fixed(When::unknown(Unit::Day))),
    // Months, seasons, quarters, years and longer.
    ("{month} of|in? {year}", |s, c| c.in_year(s.get(Class::Year), Part::Month(month(s)?))),
    ("{month} month?", |s, c| c.of_some_year(Part::Month(month(s)?))),
    ("{year} {month}", |s, c| c.in_year(s.get(Class::Year), Part::Month(month(s)?))),
    ("between|from? {month} {year}? -|to|and|through|until {month} of|in? {year}?", |s, c| {
        let last = s.nth(Class::Year, 1).or(s.get(Class::Year));
        let first = s.get(Class::Year);
        range(c.in_year(first, Part::Month(month(s)?)), c.in_year(last, Part::Month(nth(s, Class::Month, 1)?)))
    }),
    ("{month} and|or {month} {year}?", |s, c| {
        let year = s.get(Class::Year);
        range(c.in_year(year, Part::Month(month(s)?)), c.in_year(year, Part::Month(nth(s, Class::Month, 1)?)))
    }),
    ("{season} of|in? {year}?", |s, c| c.in_year(s.get(Class::Year), Part::Season(season(s.get(Class::Season)?)))),
    ("{year} {season}", |s, c| c.in_year(s.get(Class::Year), Part::Season(season(s.get(Class::Season)?)))),
    ("{ordinal} quarter of|in? {year}?", |s, c| c.in_year(s.get(Class::Year), Part::Quarter(up_to(s, 4.0)?))),
    ("its|their {ordinal} quarter", |s, c| c.in_year(None, Part::Quarter(up_to(s, 4.0)?))),
    ("{year} {ordinal} quarter", |s, c| c.in_year(s.get(Class::Year), Part::Quarter(up_to(s, 4.0)?))),
    ("final quarter of|in? {year}?", |s, c| c.in_year(s.get(Class::Year), Part::Quarter(4))),
    ("q {int} of|in? {year}?", |s, c| {
        c.in_year(s.get(Class::Year), Part::Quarter(int(s, 0).filter(|n| (1..=4).contains(n))? as u8))
    }),
    ("{ordinal} half of|in? {year}?", |s, c| c.in_year(s.get(Class::Year), Part::Half(up_to(s, 2.0)?))),
    ("{year} {ordinal} half", |s, c| c.in_year(s.get(Class::Year), Part::Half(up_to(s, 2.0)?))),
    ("last|latter half of {year}", |s, c| c.in_year(s.get(Class::Year), Part::Half(2))),
    ("year|ad? {year} year?", |s, c| c.in_year(s.get(Class::Year), Part::Year)),
    ("between|from? {year} -|to|and|through|until|or {year}", |s, c| {
        range(c.in_year(s.get(Class::Year), Part::Year), c.in_year(s.nth(Class::Year, 1), Part::Year))
    }),
    ("{year} - {int} season|school|year?", |s, c| {
        let (first, last) = (s.get(Class::Year)?, f64::from(int(s, 0).filter(|&last| last < 100)?));
        let last = (first / 100.0).floor() * 100.0 + last;
        range(
            c.in_year(Some(first), Part::Year),
            c.in_year(Some(if last < first { last + 100.0 } else { last }), Part::Year),
        )
    }),
    ("{decade}", |s, _| fixed(When::new(Some(s.get(Class::Decade)? as i32), Part::Decade))),
    ("{decade} and|to|-|or {decade}", |s, _| {
        let decade = |n| Some(When::new(Some(s.nth(Class::Decade, n)? as i32), Part::Decade));
        range(fixed(decade(0)?), fixed(decade(1)?))
    }),
    ("{ordinal} century", |s, _| {
        let century = s.get(Class::Ordinal).filter(|&n| (1.0..=30.0).contains(&n))? as i32;
        fixed(When::new(Some(century * 100 - 99), Part::Century))
    }),
    ("{ordinal} and|to|- {ordinal} centuries", |s, _| {
        let century = |n| Some(When::new(Some(s.nth(Class::Ordinal, n)? as i32 * 100 - 99), Part::Century));
        range(fixed(century(0)?), fixed(century(1)?))
    }),
    ("first {number} quarters of {year}", |s, c| {
        let last = s.get(Class::Number).filter(|n| (2.0..=4.0).contains(n))? as u8;
        range(c.in_year(s.get(Class::Year), Part::Quarter(1)), c.in_year(s.get(Class::Year), Part::Quarter(last)))
    }),
    // Days near the day of publication.
    ("today", |_, c| c.since_publication(Unit::Day, 0)),
    ("yesterday", |_, c| c.since_publication(Unit::Day, -1)),
    ("tomorrow", |_, c| c.since_publication(Unit::Day, 1)),
    ("day before yesterday", |_, c| c.since_publication(Unit::Day, -2)),
    ("day after tomorrow", |_, c| c.since_publication(Unit::Day, 2)),
    ("{weekday}", |s, c| c.weekday(s.get(Class::Weekday)? as u8)),
    ("{which} {weekday}", |s, c| c.weekday_beyond(s.get(Class::Which)?, s.get(Class::Weekday)? as u8)),
    ("this coming|next {weekday}", |s, c| c.weekday_beyond(1.0, s.get(Class::Weekday)? as u8)),
    ("this past|last {weekday}", |s, c| c.weekday_beyond(-1.0, s.get(Class::Weekday)? as u8)),
    ("{weekday} of? {which} week", |s, c| {
        let (week, anchor) = c.since_publication(Unit::Week, s.get(Class::Which)? as i64)?;
        let Meaning::When(week) = week else { return None };
        let weekday = s.get(Class::Weekday)? as u8;
        match week.days() {
            Some((monday, _)) => Some((Meaning::When(When::day(monday.plus_days(i64::from(weekday) - 1)?)), anchor)),
            None => fixed(When::new(None, Part::Weekday(weekday))),
        }
    }),
    ("a? week {weekday}", |s, c| {
        let (Meaning::When(day), anchor) = c.weekday_beyond(1.0, s.get(Class::Weekday)? as u8)? else { return None };
        match day.days() {
            Some((day, _)) => Some((Meaning::When(When::day(day.plus_days(7)?)), anchor)),
            None => fixed(day),
        }
    }),
    ("{weekday} -|to|and|through|until|or {weekday}", |s, c| {
        range(c.weekday(s.get(Class::Weekday)? as u8), c.weekday(nth(s, Class::Weekday, 1)?))
    }),
    ("week of {month} {day}", |s, c| {
        let (Meaning::When(day), anchor) = day(s, c, 0)? else { return None };
        let week = day.days().and_then(|(day, _)| When::around(day, Unit::Week));
        Some((Meaning::When(week.unwrap_or(When::unknown(Unit::Week))), anchor))
    }),
    // Longer units near the day of publication.
    ("past decade", |_, _| duration(length(10.0, Unit::Year))),
    ("following {unit}", |s, c| match c.direction {
        // "in the next week"
        Direction::Future => c.since_publication(unit_of(s)?, 1),
        _ => c.since_text(unit_of(s)?, 1),
    }),
    ("next day", |_, c| c.since_text(Unit::Day, 1)),
    ("previous|preceding|prior {unit}", |s, c| c.since_text(unit_of(s)?, -1)),
    ("{which} {unit}", |s, c| which(s, c)),
    ("this past|last {unit}", |s, c| c.since_publication(unit_of(s)?, -1)),
    ("this coming {unit}", |s, c| c.since_publication(unit_of(s)?, 1)),
    ("latest {unit}", |s, c| match unit_of(s)? {
        Unit::Quarter => latest_quarter(c),
        other => c.since_publication(other, -1),
    }),
    ("{unit} before last", |s, c| c.since_publication(unit_of(s)?, -2)),
    ("{unit} after next", |s, c| c.since_publication(unit_of(s)?, 2)),
    ("{which} {month}", |s, c| {
        let month = month(s)?;
        c.beyond(s.get(Class::Which)?, |year| Some(When::new(Some(year), Part::Month(month))))
    }),
    ("{which} {month} {day}", |s, c| {
        let part = Part::Day(month(s)?, s.get(Class::Day)? as u8);
        c.beyond(s.get(Class::Which)?, |year| Some(When::new(Some(year), part)))
    }),
    ("{which} {season}", |s, c| {
        let season = season(s.get(Class::Season)?);
        c.beyond(s.get(Class::Which)?, |year| Some(When::new(Some(year), Part::Season(season))))
    }),
    ("this past {season}", |s, c| {
        let season = season(s.get(Class::Season)?);
        c.beyond(-1.0, |year| Some(When::new(Some(year), Part::Season(season))))
    }),
    ("{number} {unit} ago", |s, c| ago(s, c)),
    ("{number} {units} ago", |s, c| ago(s, c)),
    ("{number} fortnight|fortnights ago", |s, c| c.since_publication(Unit::Week, -2 * count(s)?)),
    ("{number} and {number} {units} ago", |s, c| ago(s, c)),
    ("{number} {unit} from now|today", |s, c| c.since_publication(unit_of(s)?, count(s)?)),
    ("{number} {units} from now|today", |s, c| c.since_publication(unit_of(s)?, count(s)?)),
    ("{unit} ago", |s, c| year_ago(unit_of(s)?, c)),
    ("several|few|many|a {units} ago", |_, _| reference("PAST_REF")),
    ("a few|many {units} ago", |_, _| reference("PAST_REF")),
    ("{units} ago", |_, _| reference("PAST_REF")),
    ("long ago", |_, _| reference("PAST_REF")),
    // Near a date of the text.
    ("{number} {unit} earlier|before|previously", |s, c| earlier(s, c)),
    ("{number} {units} earlier|before|previously", |s, c| earlier(s, c)),
    ("{number} {unit} later|after|afterwards|afterward", |s, c| c.since_text(unit_of(s)?, count(s)?)),
    ("{number} {units} later|after|afterwards|afterward", |s, c| c.since_text(unit_of(s)?, count(s)?)),
    ("that|same|very|which same? {unit}", |s, c| c.since_text(unit_of(s)?, 0)),
    ("same {unit} of|in {year}", |s, c| match (unit_of(s)?, c.quarter) {
        (Unit::Quarter, Some(quarter)) => c.in_year(s.get(Class::Year), quarter.part),
        _ => None,
    }),
    ("following|next {weekday}", |s, c| c.weekday_beyond(1.0, s.get(Class::Weekday)? as u8)),
    ("{unit} earlier|ago period|quarter", |_, c| year_ago(Unit::Year, c)),
    ("{unit} earlier|before", |s, c| year_ago(unit_of(s)?, c)),
    ("quarter a? {unit} ago|earlier", |_, c| year_ago(Unit::Year, c)),
    ("{unit} ago|earlier {ordinal} quarter", |s, c| {
        let quarter = c.of_some_year(Part::Quarter(up_to(s, 4.0)?));
        let Some((Meaning::When(quarter), anchor)) = quarter else { return quarter };
        Some((Meaning::When(When { year: quarter.year.map(|year| year - 1), ..quarter }), anchor))
    }),
    ("{year} period|quarter", |s, c| match c.quarter {
        Some(quarter) => c.in_year(s.get(Class::Year), quarter.part),
        None => c.in_year(s.get(Class::Year), Part::Year),
    }),
    ("latest period|quarter", |_, c| latest_quarter(c)),
    ("period", |_, c| latest_quarter(c)),
    ("{unit}", |s, c| match unit_of(s)? {
        Unit::Quarter => latest_quarter(c),
        Unit::Year => c.since_publication(Unit::Year, 0),
        Unit::Weekend => c.since_publication(Unit::Weekend, if c.direction == Direction::Future { 0 } else { -1 }),
        Unit::Decade => c.since_publication(Unit::Decade, 0),
        unit if unit.is_clock() => duration(length(1.0, unit)),
        unit => c.since_text(unit, 0),
    }),
    // "the 21st": of the month that the tense points to.
    ("{ordinal}", |s, c| c.day_of_some_month(s.get(Class::Ordinal).filter(|day| (1.0..=31.0).contains(day))? as u8)),
    // Lengths of time.
    ("{which} {number} {unit}", |s, _| span(s)),
    ("{which} {number} {units}", |s, _| span(s)),
    ("first|final|latest|initial|another|other|or|within|in {number} {units}", |s, _| span(s)),
    ("first|final|latest|initial|another|other|within|in {number} {unit}", |s, _| span(s)),
    ("another|or {unit}", |s, _| duration(length(1.0, unit_of(s)?))),
    ("{number} {unit} period|term|run|stretch|span|stint?", |s, _| span(s)),
    ("a {number} {unit} period|term|run|stretch|span|stint?", |s, _| span(s)),
    ("{number} {units}", |s, _| span(s)),
    ("{number} {units} and? {number} {units}", |s, _| both(s)),
    ("{number} {units} and? {number} {unit}", |s, _| both(s)),
    ("{number} {unit} and? {number} {units}", |s, _| both(s)),
    ("{number} {unit} and a half", |s, _| duration(length(s.get(Class::Number)? + 0.5, unit_of(s)?))),
    ("{which}? {number} to|or|- {number} {units}", |s, _| lengths(s)),
    ("{number} to|or|- {number} {unit}", |s, _| lengths(s)),
    ("between {number} and {number} {units}", |s, _| lengths(s)),
    ("{number} {unit} or {number}", |s, _| lengths(s)),
    ("{number} fortnight|fortnights", |s, _| duration(length(2.0 * s.get(Class::Number)?, Unit::Week))),
    ("fortnight", |_, _| duration(length(2.0, Unit::Week))),
    ("this? {which} a? several|few|many|couple {units}", |s, _| vague(s)),
    ("a? several|few|many|some|recent|countless|numerous|next|coming|past|early|other|few {units}", |s, _| vague(s)),
    ("several|few|many|some {unit}", |s, _| vague(s)),
    ("a good|great many {units}", |s, _| vague(s)),
    ("{units} ahead|later|long|to? come?", |s, _| vague(s)),
    ("{units}", |s, _| vague(s)),
    ("{which} {units}", |s, _| vague(s)),
    ("first|final|last|early {units}", |s, _| vague(s)),
    ("{unit}s and {units}", |s, _| vague(s)),
    ("dozens|hundreds|thousands of {units}", |s, _| vague(s)),
    ("a while", |_, _| duration("PXX".to_owned())),
    ("all|half day", |_, _| duration("P1D".to_owned())),
    // Ages.
    ("{number} {unit} old|olds", |s, _| span(s)),
    ("{number} {units} old|olds|of? age?", |s, _| span(s)),
    ("a {number} {unit} old", |s, _| span(s)),
    ("aged|age {number}", |s, _| duration(length(s.get(Class::Number)?, Unit::Year))),
    ("{number}", |s, _| duration(length(s.get(Class::Number).filter(|n| n.fract() == 0.0 && *n < 130.0)?, Unit::Year))),
    ("his|her|their|my|your|our early|mid|late? {decade}", |s, _| {
        duration(format!("P{}XY", s.get(Class::Decade)? as i32 % 100 / 10))
    }),
    // What comes again.
    ("every|each|per {unit}", |s, _| set(length(1.0, unit_of(s)?))),
    ("every other|second {unit}", |s, _| set(length(2.0, unit_of(s)?))),
    ("every|each {number} {units}", |s, _| set(length(s.get(Class::Number)?, unit_of(s)?))),
    ("every|each {ordinal} {unit}", |s, _| set(length(s.get(Class::Ordinal)?, unit_of(s)?))),
    ("every|each {weekday}", |s, _| set(format!("XXXX-WXX-{}", s.get(Class::Weekday)? as u8))),
    ("{weekdays}", |s, _| set(format!("XXXX-WXX-{}", s.get(Class::Weekdays)? as u8))),
    ("{weekday} nights|evenings|mornings|afternoons", |s, _| set(format!("XXXX-WXX-{}", s.get(Class::Weekday)? as u8))),
    ("every|each {month}", |s, _| set(format!("XXXX-{:02}", month(s)?))),
    ("every|each {month} {day}", |s, _| set(format!("XXXX-{:02}-{:02}", month(s)?, s.get(Class::Day)? as u8))),
    ("every|each {season}", |s, _| set(When::new(None, Part::Season(season(s.get(Class::Season)?))).to_string())),
    ("each of? {which} {number} {units}", |s, _| span(s)),
    ("{number} times? a|per|each|every {unit}", |s, _| set(length(1.0, unit_of(s)?))),
    ("once|twice a|per|each|every {unit}", |s, _| set(length(1.0, unit_of(s)?))),
    ("once every {number} {units}", |s, _| set(length(s.get(Class::Number)?, unit_of(s)?))),
    ("{unit} after|by|to|in|over {unit}", |s, _| set(length(1.0, unit_of(s)?))),
    ("hourly", |_, _| set("PT1H")),
    ("daily|nightly", |_, _| set("P1D")),
    ("weekly", |_, _| set("P1W")),
    ("fortnightly|biweekly", |_, _| set("P2W")),
    ("monthly", |_, _| set("P1M")),
    ("bimonthly", |_, _| set("P2M")),
    ("quarterly", |_, _| set("P1Q")),
    ("annual|annually|yearly", |_, _| set("P1Y")),
    ("biennial", |_, _| set("P2Y")),
    ("weekday|weekdays", |_, _| set("XXXX-WXX-WD")),
    ("{ordinal} quarters", |s, _| set(format!("XXXX-Q{}", up_to(s, 4.0)?))),
    // What has no place in the calendar.
    ("now|currently|current|nowadays|presently", |_, _| reference("PRESENT_REF")),
    ("right now", |_, _| reference("PRESENT_REF")),
    ("these days", |_, _| reference("PRESENT_REF")),
    ("at? present|moment", |_, _| reference("PRESENT_REF")),
    ("this moment|time|point|juncture", |_, _| reference("PRESENT_REF")),
    ("already|yet", |_, _| reference("PRESENT_REF")),
    ("recently|formerly|previously|once|earlier|past|recent|lately|medieval|historically", |_, _| {
        reference("PAST_REF")
    }),
    ("more? recently", |_, _| reference("PAST_REF")),
    ("then current", |_, _| reference("PAST_REF")),
    ("future|soon|someday|near|shortly", |_, _| reference("FUTURE_REF")),
    ("near|short|long|foreseeable future|term", |_, _| reference("FUTURE_REF")),
    ("as soon as possible", |_, _| reference("FUTURE_REF")),
    ("future {units}", |_, _| reference("FUTURE_REF")),
    ("one day", |_, _| duration("P1D".to_owned())),
];

static PATTERNS: LazyLock<Vec<(Pattern, Build)>> = LazyLock::new(|| {
    EXPRESSIONS.iter().filter_map(|&(pattern, build)| Some((Pattern::new(pattern)?, build))).collect()
});

/// What the words mean all together.
pub fn read(words: &[Word], scope: &Scope) -> Read {
    PATTERNS.iter().find_map(|(pattern, build)| build(&pattern.matches(words)?, scope))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_can_be_read() {
        for (pattern, _) in EXPRESSIONS {
            assert!(Pattern::new(pattern).is_some(), "{pattern}");
        }
    }
}
