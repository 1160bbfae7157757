//! The table of places.

use newsmark::PlaceValue;
use newsmark::chains::{place_key, without_kind};
use std::collections::HashMap;

/// The countries, their states, and the cities over 15,000 people.
#[derive(Debug)]
pub struct Gazetteer {
    places: Vec<Place>,
    /// The places that have a name, by its key.
    named: HashMap<String, Vec<PlaceId>>,
    /// Countries and states by their codes: "TX", "US". Only states of countries whose codes are letters.
    coded: HashMap<String, Vec<PlaceId>>,
}

/// The index of a place in the table.
pub type PlaceId = usize;

/// The radius of the earth in kilometres.
const EARTH: f64 = 6371.0;
/// Countries whose states are known around the world, so that a name alone can mean one of them.
const FEDERATIONS: &[&str] = &["US", "CA", "AU", "GB", "IN"];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Continent,
    Country,
    State,
    City,
}

impl Kind {
    pub const fn as_str(self) -> &'static str {
        match self {
            Kind::Continent => "continent",
            Kind::Country => "country",
            Kind::State => "state",
            Kind::City => "city",
        }
    }
}

#[derive(Debug)]
pub struct Place {
    pub kind: Kind,
    pub name: String,
    pub geonames: u32,
    pub lat: f64,
    pub lon: f64,
    /// In thousands.
    pub population: f64,
    /// The capital of its country.
    pub is_capital: bool,
    /// Of a continent, a country or a state.
    code: String,
    pub country: Option<PlaceId>,
    pub state: Option<PlaceId>,
}

impl Place {
    /// Whether it is a part of a country.
    pub fn is_part(&self) -> bool {
        matches!(self.kind, Kind::State | Kind::City)
    }
}

impl Gazetteer {
    /// Reads a table. Lines that are not understood are skipped.
    pub fn new(table: &str) -> Gazetteer {
        let mut gazetteer = Gazetteer { places: Vec::new(), named: HashMap::new(), coded: HashMap::new() };
        let (mut country, mut state) = (None, None);
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let (kind, code, rest) = parts(line);
            let at = gazetteer.places.len();
            let place = place(rest).map(|(place, others)| (Place { kind, code: code.to_owned(), ..place }, others));
            match kind {
                Kind::Continent => (country, state) = (None, None),
                Kind::Country => (country, state) = (Some(at), None),
                // A state without a name of its own only ends the one before.
                Kind::State => state = place.is_some().then_some(at),
                Kind::City => {}
            }
            let Some((mut place, others)) = place else { continue };
            place.is_capital = line.starts_with('!');
            (place.country, place.state) = (country, state);
            gazetteer.add(place, others);
        }
        gazetteer
    }

    fn add(&mut self, place: Place, others: &str) {
        let at = self.places.len();
        for name in others.split('|').chain([place.name.as_str()]).filter(|name| !name.is_empty()) {
            let ids = self.named.entry(place_key(name)).or_default();
            if ids.last() != Some(&at) {
                ids.push(at);
            }
        }
        let has_letters = place.code.starts_with(|c: char| c.is_ascii_uppercase());
        if has_letters && place.kind == Kind::State {
            self.coded.entry(place.code.clone()).or_default().push(at);
        }
        self.places.push(place);
    }

    /// All places that a name can mean, the largest one first. Their values have no confidence.
    pub fn named(&self, name: &str) -> Vec<PlaceValue> {
        let mut ids = self.find(name).to_vec();
        ids.sort_by(|&a, &b| self.get(b).population.total_cmp(&self.get(a).population));
        ids.into_iter().map(|id| self.value(id, None)).collect()
    }

    pub(crate) fn get(&self, id: PlaceId) -> &Place {
        &self.places[id]
    }

    /// The places that a name can mean.
    pub(crate) fn find(&self, name: &str) -> &[PlaceId] {
        let key = place_key(name);
        let ids = self.named.get(&key).or_else(|| self.named.get(without_kind(&key)?));
        ids.map_or(&[], Vec::as_slice)
    }

    /// The places that have exactly this name.
    pub(crate) fn with_name(&self, name: &str) -> &[PlaceId] {
        self.with_key(&place_key(name))
    }

    /// The places whose name has this key.
    pub(crate) fn with_key(&self, key: &str) -> &[PlaceId] {
        self.named.get(key).map_or(&[], Vec::as_slice)
    }

    /// The countries and states that a name or a code ("TX") can mean.
    pub(crate) fn regions(&self, name: &str) -> Vec<PlaceId> {
        let named = self.find(name).iter();
        let coded = self.coded.get(name).into_iter().flatten();
        named.chain(coded).copied().filter(|&id| matches!(self.get(id).kind, Kind::Country | Kind::State)).collect()
    }

    /// Whether one place is in another, or is that one.
    pub(crate) fn contains(&self, region: PlaceId, id: PlaceId) -> bool {
        region == id || self.get(id).country == Some(region) || self.get(id).state == Some(region)
    }

    /// The distance between two places in kilometres.
    pub(crate) fn distance(&self, a: PlaceId, b: PlaceId) -> f64 {
        let (a, b) = (self.get(a), self.get(b));
        let (lat, lon) = ((b.lat - a.lat).to_radians() / 2.0, (b.lon - a.lon).to_radians() / 2.0);
        let cosines = a.lat.to_radians().cos() * b.lat.to_radians().cos();
        let half = lat.sin().powi(2) + cosines * lon.sin().powi(2);
        2.0 * EARTH * half.sqrt().min(1.0).asin()
    }

    /// The code of the country that a place is in.
    pub(crate) fn country_code(&self, id: PlaceId) -> Option<&str> {
        self.get(id).country.map(|country| self.get(country).code.as_str())
    }

    /// Whether it is a state that is known beyond its country.
    pub(crate) fn is_known_state(&self, id: PlaceId) -> bool {
        self.get(id).kind == Kind::State && self.country_code(id).is_some_and(|code| FEDERATIONS.contains(&code))
    }

    /// Whether it is England, Scotland, Wales or Northern Ireland.
    pub(crate) fn is_nation(&self, id: PlaceId) -> bool {
        self.get(id).kind == Kind::State && self.country_code(id) == Some("GB")
    }

    /// The value of an entity that is this place.
    pub(crate) fn value(&self, id: PlaceId, confidence: Option<f64>) -> PlaceValue {
        let place = self.get(id);
        let mut value = PlaceValue::default();
        value.country = self.country_code(id).map(str::to_owned);
        value.geonames = Some(place.geonames);
        value.name = Some(place.name.clone());
        let state = place.state.map(|state| self.get(state).code.clone());
        // Elsewhere the codes are numbers, which tell readers nothing.
        value.region = state.filter(|code| code.starts_with(|c: char| c.is_ascii_uppercase()));
        value.kind = Some(place.kind.as_str().to_owned());
        (value.lat, value.lon) = (Some(place.lat), Some(place.lon));
        // Two digits, like other probabilities of a document.
        value.confidence = confidence.map(|confidence| (confidence * 100.0).round() / 100.0);
        value
    }
}

/// What a line begins with, the code after it, and the rest.
fn parts(line: &str) -> (Kind, &str, &str) {
    let (kind, line) = match line.as_bytes().first() {
        Some(b'*') => (Kind::Continent, &line[1..]),
        Some(b'=') => (Kind::Country, &line[1..]),
        Some(b'+') => (Kind::State, &line[1..]),
        Some(b'!') => return (Kind::City, "", &line[1..]),
        _ => return (Kind::City, "", line),
    };
    let (code, rest) = line.split_once('\t').unwrap_or((line, ""));
    (kind, code, rest)
}

/// A place and its other names.
fn place(line: &str) -> Option<(Place, &str)> {
    let mut cells = line.split('\t');
    let name = cells.next().filter(|name| !name.is_empty())?.to_owned();
    let geonames = cells.next()?.parse().ok()?;
    let mut number = || cells.next()?.parse().ok();
    let (lat, lon, population) = (number()?, number()?, number()?);
    let place = Place {
        kind: Kind::City,
        name,
        geonames,
        lat,
        lon,
        population,
        is_capital: false,
        code: String::new(),
        country: None,
        state: None,
    };
    Some((place, cells.next().unwrap_or_default()))
}
