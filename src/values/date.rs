//! Days of the Gregorian calendar, from year 1 to 9999.

use core::fmt;
use core::str::FromStr;

/// A day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i32,
    month: u8,
    day: u8,
}

const YEARS: core::ops::RangeInclusive<i32> = 1..=9999;

impl Date {
    /// The day, if the calendar has it.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Date> {
        let valid = YEARS.contains(&year) && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        valid.then_some(Date { year, month, day })
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month, from 1.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u8 {
        self.day
    }

    /// The first day of a month, and the last one.
    pub(crate) fn month_ends(year: i32, month: u8) -> Option<(Date, Date)> {
        let first = Date::new(year, month, 1)?;
        Some((first, Date { day: days_in(year, month), ..first }))
    }

    /// Days since 1 January 1970. The year begins in March here, so that a leap day is its last day.
    pub(crate) fn number(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let month = (i64::from(self.month) + 9) % 12;
        let of_year = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + of_year - 719_468
    }

    pub(crate) fn plus_days(self, days: i64) -> Option<Date> {
        let number = self.number().checked_add(days)?;
        // The day's year is this one or the one before, the length of a year being 365.2425 days.
        let guess = (number * 400).div_euclid(146_097) + 1970;
        let guess = i32::try_from(guess).ok().filter(|year| (0..=10_000).contains(year))?;
        (guess - 1..=guess + 1).rev().find_map(|year| {
            let first = Date::new(year, 1, 1)?;
            let mut rest = number.checked_sub(first.number()).filter(|&rest| rest >= 0)?;
            (1..=12).find_map(|month| {
                let days = i64::from(days_in(year, month));
                if rest >= days {
                    rest -= days;
                    return None;
                }
                Date::new(year, month, rest as u8 + 1)
            })
        })
    }

    /// The same day of another month, or that month's last day.
    pub(crate) fn plus_months(self, months: i64) -> Option<Date> {
        let index = (i64::from(self.year) * 12 + i64::from(self.month) - 1).checked_add(months)?;
        let (year, month) = (i32::try_from(index.div_euclid(12)).ok()?, index.rem_euclid(12) as u8 + 1);
        Date::new(year, month, self.day.min(days_in(year, month)))
    }

    /// From Monday, which is 1, to Sunday, which is 7.
    pub(crate) fn weekday(self) -> u8 {
        (self.number() + 3).rem_euclid(7) as u8 + 1
    }

    /// The ISO 8601 week and its year. The week belongs to the year of its Thursday.
    pub(crate) fn iso_week(self) -> Option<(i32, u8)> {
        let thursday = self.plus_days(4 - i64::from(self.weekday()))?;
        let of_year = thursday.number() - Date::new(thursday.year, 1, 1)?.number();
        Some((thursday.year, (of_year / 7) as u8 + 1))
    }

    /// The Monday of an ISO 8601 week. The fourth of January is always in week 1.
    pub(crate) fn of_week(year: i32, week: u8) -> Option<Date> {
        let fourth = Date::new(year, 1, 4)?;
        fourth.plus_days(1 - i64::from(fourth.weekday()) + 7 * (i64::from(week) - 1))
    }
}

pub(crate) fn days_in(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// Text that is not a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateError {
    found: String,
    /// The text has the form of a date, but the calendar has no such day.
    has_form: bool,
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self.has_form {
            true => write!(f, "“{}” is not a day of the calendar", self.found),
            false => write!(f, "“{}” is not a date: write the year, month and day, as in 2023-07-28", self.found),
        }
    }
}

impl core::error::Error for DateError {}

impl FromStr for Date {
    type Err = DateError;

    /// Reads a date in the form of ISO 8601, as in 2023-07-28.
    fn from_str(text: &str) -> Result<Date, DateError> {
        let mut parts = text.split('-');
        let mut number = |length: usize| {
            let digits = parts.next().filter(|part| part.len() == length)?;
            digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
        };
        let fields: Option<[u16; 3]> = (|| Some([number(4)?, number(2)?, number(2)?]))();
        let fields = fields.filter(|_| parts.next().is_none());
        let date = fields.and_then(|[year, month, day]| Date::new(year.into(), month as u8, day as u8));
        date.ok_or_else(|| DateError { found: text.chars().take(40).collect(), has_form: fields.is_some() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn days_can_be_counted() {
        assert_eq!(date("1970-01-01").number(), 0);
        assert_eq!(date("2000-03-01").number(), 11_017);
        for (from, days, to) in [
            ("2023-07-28", 1, "2023-07-29"),
            ("2024-02-28", 1, "2024-02-29"),
            ("2023-02-28", 1, "2023-03-01"),
            ("2024-01-01", -1, "2023-12-31"),
            ("1900-02-28", 1, "1900-03-01"),
            ("2000-01-01", 365_000, "2999-05-03"),
        ] {
            assert_eq!(date(from).plus_days(days), Some(date(to)), "{from} {days}");
            assert_eq!(date(to).plus_days(-days), Some(date(from)), "{to} {days}");
        }
        assert_eq!(date("0001-01-01").plus_days(-1), None);
        assert_eq!(date("9999-12-31").plus_days(1), None);
        assert_eq!(date("9999-12-31").plus_days(i64::MAX), None);
        let mut day = date("1583-01-01");
        for number in day.number()..day.number() + 200_000 {
            assert_eq!(day.number(), number);
            day = day.plus_days(1).unwrap();
        }
    }

    #[test]
    fn months_are_added_within_their_length() {
        assert_eq!(date("2023-01-31").plus_months(1), Some(date("2023-02-28")));
        assert_eq!(date("2023-01-31").plus_months(-2), Some(date("2022-11-30")));
        assert_eq!(date("0001-01-31").plus_months(-1), None);
    }

    #[test]
    fn weekdays_and_weeks() {
        for (day, weekday, week) in [
            ("2023-07-28", 5, (2023, 30)),
            ("2021-01-03", 7, (2020, 53)),
            ("2021-01-04", 1, (2021, 1)),
            ("2024-12-30", 1, (2025, 1)),
            ("1998-08-07", 5, (1998, 32)),
        ] {
            assert_eq!(date(day).weekday(), weekday, "{day}");
            assert_eq!(date(day).iso_week(), Some(week), "{day}");
            let monday = date(day).plus_days(1 - i64::from(weekday));
            assert_eq!(Date::of_week(week.0, week.1), monday, "{day}");
        }
    }

    #[test]
    fn a_bad_date_has_a_clear_message() {
        for bad in ["", "2023", "28-07-2023", "2023-7-28", "2023-07-28T10:00", "2023-07-28-", "２０２３-07-28", "July"]
        {
            let message = bad.parse::<Date>().unwrap_err().to_string();
            assert_eq!(message, format!("“{bad}” is not a date: write the year, month and day, as in 2023-07-28"));
        }
        for bad in ["2023-02-29", "2023-13-01", "2023-00-10", "0000-01-01", "2023-06-31"] {
            let message = bad.parse::<Date>().unwrap_err().to_string();
            assert_eq!(message, format!("“{bad}” is not a day of the calendar"));
        }
    }
}
