//! The countries of peoples: "Kenyan" is of Kenya.

use crate::choice::Choice;
use crate::context::Context;
use crate::gazetteer::{Gazetteer, Kind, PlaceId};
use newsmark::chains::place_of_people;
use newsmark::{Document, EntityType, PlaceValue};

/// The country of a people, or a nation such as Scotland, or else a state: "Texan". "Indian" is of India, not of Indiana.
pub fn place_of(gazetteer: &Gazetteer, people: &str) -> Option<PlaceId> {
    let is_country = |id: PlaceId| gazetteer.get(id).kind == Kind::Country || gazetteer.is_nation(id);
    let largest = |key: &str, has_people: &dyn Fn(PlaceId) -> bool| {
        let places = gazetteer.with_key(key).iter().copied().filter(|&id| has_people(id));
        places.max_by(|&a, &b| gazetteer.get(a).population.total_cmp(&gazetteer.get(b).population))
    };
    place_of_people(people, |key| largest(key, &is_country))
        .or_else(|| place_of_people(people, |key| largest(key, &|id| gazetteer.is_known_state(id))))
}

fn all<'d>(gazetteer: &Gazetteer, document: &'d Document) -> impl Iterator<Item = (usize, &'d str, PlaceId)> {
    let peoples = document.entities.iter().enumerate().filter(|(_, entity)| entity.kind == EntityType::Norp);
    peoples.filter_map(|(at, entity)| Some((at, entity.text.as_str(), place_of(gazetteer, &entity.text)?)))
}

/// Counts the peoples of an article, each once.
pub fn count(gazetteer: &Gazetteer, document: &Document, context: &mut Context) {
    let mut counted = Vec::new();
    for (_, people, place) in all(gazetteer, document) {
        if !counted.contains(&place) {
            counted.push(place);
            context.add(gazetteer, people, place, 1.0);
        }
    }
}

/// Sets the values of peoples. "Georgians" are those of the Georgia that the article names.
pub fn add(gazetteer: &Gazetteer, document: &Document, chosen: &[Choice], values: &mut [Option<PlaceValue>]) {
    for (at, _, place) in all(gazetteer, document) {
        let same_name = |&(id, _): &(PlaceId, f64)| gazetteer.get(id).name == gazetteer.get(place).name;
        let named = chosen.iter().flatten().find(|choice| same_name(choice));
        let place = named.map_or(place, |&(id, _)| id);
        let mut value = PlaceValue::default();
        value.country = gazetteer.country_code(place).map(str::to_owned);
        values[at] = Some(value);
    }
}
