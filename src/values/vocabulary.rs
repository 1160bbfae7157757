//! What single words mean in expressions of time.

use super::when::{Season, Unit};

/// A class of words. A pattern names it in braces: `{month}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// 1 is Monday.
    Weekday,
    /// Several of the same weekday: "Mondays".
    Weekdays,
    Month,
    Season,
    /// The index in [`Unit::ALL`].
    Unit,
    /// The plural of a unit.
    Units,
    /// The index in [`DAYPARTS`].
    Daypart,
    /// -1 last, 0 this, 1 next.
    Which,
    /// A number, in digits or words.
    Number,
    Ordinal,
    /// A day of a month.
    Day,
    /// Digits without a point.
    Int,
    /// A year, or one that is counted from that of publication.
    Year,
    /// The first year of a decade.
    Decade,
    /// The index in [`HOLIDAYS`].
    Holiday,
    /// Minutes after midnight.
    Clock,
    /// The offset from UTC in minutes.
    Zone,
}

impl Class {
    const NAMES: [(&'static str, Class); 17] = [
        ("weekday", Class::Weekday),
        ("weekdays", Class::Weekdays),
        ("month", Class::Month),
        ("season", Class::Season),
        ("unit", Class::Unit),
        ("units", Class::Units),
        ("daypart", Class::Daypart),
        ("which", Class::Which),
        ("number", Class::Number),
        ("ordinal", Class::Ordinal),
        ("day", Class::Day),
        ("int", Class::Int),
        ("year", Class::Year),
        ("decade", Class::Decade),
        ("holiday", Class::Holiday),
        ("clock", Class::Clock),
        ("zone", Class::Zone),
    ];

    pub fn named(name: &str) -> Option<Class> {
        Class::NAMES.iter().find(|(one, _)| *one == name).map(|(_, class)| *class)
    }
}

/// The words of a class; those of one meaning are joined with `/`, and the meanings are numbered from the first value.
const WORDS: &[(Class, f64, &str)] = &[
    (
        Class::Weekday,
        1.0,
        "monday/mon tuesday/tue/tues wednesday/wed thursday/thu/thur/thurs friday/fri saturday/sat sunday/sun",
    ),
    (Class::Weekdays, 1.0, "mondays tuesdays wednesdays thursdays fridays saturdays sundays"),
    (
        Class::Month,
        1.0,
        "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep october/oct \
         november/nov december/dec",
    ),
    (Class::Season, 0.0, "spring/springtime summer/summertime autumn/fall winter/wintertime"),
    (
        Class::Unit,
        0.0,
        "second/sec minute/min hour/hr day weekend week/wk month/mo quarter/qtr half year/yr/season decade century",
    ),
    (
        Class::Units,
        0.0,
        "seconds/secs minutes/mins hours/hrs days weekends weeks/wks months quarters halves years/yrs/seasons decades \
         centuries",
    ),
    (
        Class::Daypart,
        0.0,
        "morning/mornings afternoon/afternoons evening/evenings night/nights dawn/sunrise dusk/sunset",
    ),
    (Class::Which, -1.0, "last/past/previous/preceding/prior this/current/present next/coming/upcoming/following"),
    (
        Class::Ordinal,
        1.0,
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth \
         fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first",
    ),
    (Class::Decade, 1920.0, "twenties"),
    (Class::Decade, 1930.0, "thirties"),
    (Class::Decade, 1940.0, "forties"),
    (Class::Decade, 1950.0, "fifties"),
    (Class::Decade, 1960.0, "sixties"),
    (Class::Decade, 1970.0, "seventies"),
    (Class::Decade, 1980.0, "eighties"),
    (Class::Decade, 1990.0, "nineties"),
    (
        Class::Holiday,
        0.0,
        "christmas/xmas halloween thanksgiving easter/easters ramadan valentine valentines juneteenth hogmanay",
    ),
    (Class::Zone, 0.0, "gmt/utc/wet"),
    (Class::Zone, 60.0, "bst/cet"),
    (Class::Zone, 120.0, "cest/eet/sast"),
    (Class::Zone, -240.0, "edt"),
    (Class::Zone, -300.0, "est/et/cdt"),
    (Class::Zone, -360.0, "cst/ct/mdt"),
    (Class::Zone, -420.0, "mst/mt/pdt"),
    (Class::Zone, -480.0, "pst/pt"),
    (Class::Zone, 180.0, "msk/eat"),
    (Class::Zone, 540.0, "jst/kst"),
    (Class::Zone, 600.0, "aest"),
    (Class::Zone, 660.0, "aedt"),
];

/// The parts of a day in TIMEX3.
pub const DAYPARTS: [&str; 6] = ["MO", "AF", "EV", "NI", "MO", "EV"];

/// A holiday: its month and day, or how it is computed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Holiday {
    Fixed(u8, u8),
    /// The fourth Thursday of November.
    Thanksgiving,
    Easter,
    Unknown,
}

pub const HOLIDAYS: [Holiday; 8] = [
    Holiday::Fixed(12, 25),
    Holiday::Fixed(10, 31),
    Holiday::Thanksgiving,
    Holiday::Easter,
    Holiday::Unknown,
    Holiday::Fixed(2, 14),
    Holiday::Fixed(6, 19),
    Holiday::Fixed(12, 31),
];

/// All that a word can be.
pub fn classes(word: &str) -> Vec<(Class, f64)> {
    let mut out = Vec::new();
    for (class, first, words) in WORDS {
        let mut value = *first;
        for meaning in words.split_ascii_whitespace() {
            if meaning.split('/').any(|one| one == word) {
                out.push((*class, value));
            }
            value += 1.0;
        }
    }
    if let Some(digits) = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end))
        && let Ok(number) = digits.parse::<u16>()
    {
        out.push((Class::Ordinal, f64::from(number)));
    }
    if let Some(year) =
        word.strip_suffix('s').and_then(|digits| digits.parse::<u16>().ok()).filter(|year| year % 10 == 0)
    {
        match year {
            1000..=2190 => out.push((Class::Decade, f64::from(year))),
            // "the '80s". In this century so far only two decades are over.
            20..=90 => out.push((Class::Decade, f64::from(year) + 1900.0)),
            _ => {}
        }
    }
    out
}

pub fn season(value: f64) -> Season {
    Season::ALL[value as usize % 4]
}

pub fn unit(value: f64) -> Unit {
    Unit::ALL[value as usize % Unit::ALL.len()]
}
