//! A time of the calendar that may be known in part only, and its TIMEX3 value.

use super::date::{Date, days_in};
use core::fmt;

/// A part of the calendar. A field that is 0 is not known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Part {
    Century,
    Decade,
    Year,
    Half(u8),
    Quarter(u8),
    /// The two letters of TIMEX3.
    Season(Season),
    Month(u8),
    Week(u8),
    Weekend(u8),
    Day(u8, u8),
    /// A day of which only the weekday is known.
    Weekday(u8),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    pub const ALL: [Season; 4] = [Season::Spring, Season::Summer, Season::Autumn, Season::Winter];

    fn code(self) -> &'static str {
        ["SP", "SU", "FA", "WI"][self as usize]
    }

    /// The month in which it begins in the north; those of the south are the other way round, so nothing but the order
    /// of seasons in a year depends on this.
    pub fn month(self) -> u8 {
        [3, 6, 9, 12][self as usize]
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Clock {
    /// The two letters of TIMEX3: `MO`, `AF`, `EV`, `NI`, `DT`.
    Part(&'static str),
    Hour(u8),
    Minute(u8, u8),
    Unknown,
}

/// A time of the calendar. Without a year it is known in part only.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct When {
    pub year: Option<i32>,
    pub part: Part,
    pub clock: Option<Clock>,
    /// The offset from UTC in minutes.
    pub zone: Option<i16>,
}

impl When {
    pub fn new(year: Option<i32>, part: Part) -> When {
        When { year: year.filter(|year| (1..=9999).contains(year)), part, clock: None, zone: None }
    }

    pub fn day(date: Date) -> When {
        When::new(Some(date.year()), Part::Day(date.month(), date.day()))
    }

    /// The part of the calendar that holds a day.
    pub fn around(date: Date, unit: Unit) -> Option<When> {
        let week = || date.iso_week();
        let (year, part) = match unit {
            Unit::Week => week().map(|(year, week)| (year, Part::Week(week)))?,
            Unit::Weekend => week().map(|(year, week)| (year, Part::Weekend(week)))?,
            Unit::Month => (date.year(), Part::Month(date.month())),
            Unit::Quarter => (date.year(), Part::Quarter((date.month() - 1) / 3 + 1)),
            Unit::Half => (date.year(), Part::Half((date.month() - 1) / 6 + 1)),
            Unit::Year => (date.year(), Part::Year),
            Unit::Decade => (date.year() / 10 * 10, Part::Decade),
            Unit::Century => ((date.year() - 1) / 100 * 100 + 1, Part::Century),
            Unit::Day | Unit::Hour | Unit::Minute | Unit::Second => return Some(When::day(date)),
        };
        Some(When::new(Some(year), part))
    }

    /// A time of which only the unit is known: `XXXX-XX`.
    pub fn unknown(unit: Unit) -> When {
        When::new(
            None,
            match unit {
                Unit::Week => Part::Week(0),
                Unit::Weekend => Part::Weekend(0),
                Unit::Month => Part::Month(0),
                Unit::Quarter => Part::Quarter(0),
                Unit::Half => Part::Half(0),
                Unit::Year => Part::Year,
                Unit::Decade => Part::Decade,
                Unit::Century => Part::Century,
                Unit::Day | Unit::Hour | Unit::Minute | Unit::Second => Part::Day(0, 0),
            },
        )
    }

    pub fn at(self, clock: Clock) -> When {
        When { clock: Some(clock), ..self }
    }

    /// The first day and the last one.
    pub fn days(self) -> Option<(Date, Date)> {
        let year = self.year?;
        let months = |first: u8, last: u8| Some((Date::new(year, first, 1)?, Date::month_ends(year, last)?.1));
        match self.part {
            Part::Century => Some((Date::new(year, 1, 1)?, Date::new(year + 99, 12, 31)?)),
            Part::Decade => Some((Date::new(year.max(1), 1, 1)?, Date::new(year + 9, 12, 31)?)),
            Part::Year => months(1, 12),
            Part::Half(half @ 1..=2) => months(half * 6 - 5, half * 6),
            Part::Quarter(quarter @ 1..=4) => months(quarter * 3 - 2, quarter * 3),
            // Of which hemisphere is not known, and a winter is in two years.
            Part::Season(Season::Winter) => Some((Date::new(year, 1, 1)?, Date::month_ends(year + 1, 3)?.1)),
            Part::Season(season) => months(season.month() - 1, season.month() + 2),
            Part::Month(month @ 1..=12) => months(month, month),
            Part::Week(week @ 1..) => {
                let monday = Date::of_week(year, week)?;
                Some((monday, monday.plus_days(6)?))
            }
            Part::Weekend(week @ 1..) => {
                let monday = Date::of_week(year, week)?;
                Some((monday.plus_days(5)?, monday.plus_days(6)?))
            }
            Part::Day(month @ 1..=12, 0) => months(month, month),
            Part::Day(month, day) => Date::new(year, month, day).map(|day| (day, day)),
            _ => None,
        }
    }

    /// Whether the calendar has it. Not, for example, 31 June.
    pub fn is_valid(self) -> bool {
        match self.part {
            Part::Day(0..=12, 0) => true,
            Part::Day(month, day) => (1..=days_in(self.year.unwrap_or(4), month)).contains(&day),
            _ => self.year.is_none() || self.days().is_some() || matches!(self.part, Part::Weekday(_)),
        }
    }
}

/// Prints a number of two digits, or `XX` if it is not known.
struct Two(u8);

impl fmt::Display for Two {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        if self.0 == 0 { f.write_str("XX") } else { write!(f, "{:02}", self.0) }
    }
}

/// Prints a number of one digit, or `X`.
struct One(u8);

impl fmt::Display for One {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        if self.0 == 0 { f.write_str("X") } else { write!(f, "{}", self.0) }
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let year = self.year.map_or_else(|| "XXXX".to_owned(), |year| format!("{year:04}"));
        match self.part {
            Part::Century => f.write_str(&year[..2]),
            Part::Decade => f.write_str(&year[..3]),
            Part::Year => f.write_str(&year),
            Part::Half(half) => write!(f, "{year}-H{}", One(half)),
            Part::Quarter(quarter) => write!(f, "{year}-Q{}", One(quarter)),
            Part::Season(season) => write!(f, "{year}-{}", season.code()),
            Part::Month(month) => write!(f, "{year}-{}", Two(month)),
            Part::Week(week) => write!(f, "{year}-W{}", Two(week)),
            Part::Weekend(week) => write!(f, "{year}-W{}-WE", Two(week)),
            Part::Day(month, day) => write!(f, "{year}-{}-{}", Two(month), Two(day)),
            Part::Weekday(day) => write!(f, "{year}-WXX-{day}"),
        }?;
        match self.clock {
            None => Ok(()),
            Some(Clock::Part(part)) => write!(f, "T{part}"),
            Some(Clock::Hour(hour)) => write!(f, "T{hour:02}:00"),
            Some(Clock::Minute(hour, minute)) => write!(f, "T{hour:02}:{minute:02}"),
            Some(Clock::Unknown) => f.write_str("TXX"),
        }
    }
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
}

impl Unit {
    pub const ALL: [Unit; 12] = {
        use Unit::*;
        [Second, Minute, Hour, Day, Weekend, Week, Month, Quarter, Half, Year, Decade, Century]
    };

    /// How many of which unit of TIMEX3 it is, and the letter of that unit.
    pub fn timex(self) -> (f64, &'static str) {
        match self {
            Unit::Second => (1.0, "S"),
            Unit::Minute => (1.0, "M"),
            Unit::Hour => (1.0, "H"),
            Unit::Day => (1.0, "D"),
            Unit::Weekend => (2.0, "D"),
            Unit::Week => (1.0, "W"),
            Unit::Month => (1.0, "M"),
            Unit::Quarter => (1.0, "Q"),
            Unit::Half => (6.0, "M"),
            Unit::Year => (1.0, "Y"),
            Unit::Decade => (10.0, "Y"),
            Unit::Century => (100.0, "Y"),
        }
    }

    pub fn is_clock(self) -> bool {
        self <= Unit::Hour
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_has_its_value_and_its_days() {
        let when = |year, part| When::new(Some(year), part);
        for (when, value, days) in [
            (when(1901, Part::Century), "19", Some(("1901-01-01", "2000-12-31"))),
            (when(1990, Part::Decade), "199", Some(("1990-01-01", "1999-12-31"))),
            (when(2023, Part::Year), "2023", Some(("2023-01-01", "2023-12-31"))),
            (when(2023, Part::Half(2)), "2023-H2", Some(("2023-07-01", "2023-12-31"))),
            (when(2023, Part::Quarter(1)), "2023-Q1", Some(("2023-01-01", "2023-03-31"))),
            (when(2023, Part::Season(Season::Summer)), "2023-SU", Some(("2023-05-01", "2023-08-31"))),
            (when(2024, Part::Month(2)), "2024-02", Some(("2024-02-01", "2024-02-29"))),
            (when(2023, Part::Week(30)), "2023-W30", Some(("2023-07-24", "2023-07-30"))),
            (when(2023, Part::Weekend(30)), "2023-W30-WE", Some(("2023-07-29", "2023-07-30"))),
            (when(2023, Part::Day(7, 4)), "2023-07-04", Some(("2023-07-04", "2023-07-04"))),
            (When::new(None, Part::Weekday(2)), "XXXX-WXX-2", None),
            (When::unknown(Unit::Day), "XXXX-XX-XX", None),
            (When::unknown(Unit::Week), "XXXX-WXX", None),
            (
                when(2023, Part::Day(7, 4)).at(Clock::Minute(9, 5)),
                "2023-07-04T09:05",
                Some(("2023-07-04", "2023-07-04")),
            ),
            (when(2023, Part::Day(7, 4)).at(Clock::Part("NI")), "2023-07-04TNI", Some(("2023-07-04", "2023-07-04"))),
        ] {
            assert_eq!(when.to_string(), value);
            let printed = when.days().map(|(first, last)| (first.to_string(), last.to_string()));
            assert_eq!(printed, days.map(|(first, last)| (first.to_owned(), last.to_owned())), "{value}");
        }
    }

    #[test]
    fn the_calendar_has_no_31_june() {
        assert!(!When::new(None, Part::Day(6, 31)).is_valid());
        assert!(When::new(None, Part::Day(2, 29)).is_valid());
        assert!(!When::new(Some(2023), Part::Day(2, 29)).is_valid());
    }
}
