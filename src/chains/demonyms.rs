//! Demonyms: "Chilean" is not Chile but is related to it. Links the two chains if the text names both.

use super::Chain;
use super::name_words::{joined, words};
use super::place_names::{canonical, place_key};
use crate::entities::EntityType;
use std::collections::HashMap;

/// Endings of demonyms …
const DEMONYM_ENDINGS: &[&str] = &["", "e", "n", "an", "ian", "ean", "ese", "ish", "i", "er"];
/// … and what the name of the place has instead.
const PLACE_ENDINGS: &[&str] =
    &["", "a", "ia", "o", "e", "y", "n", "on", "en", "as", "us", "ey", "any", "and", "land", "stan", "istan"];
/// Peoples that have no country, although a rule finds one.
const WITHOUT_COUNTRY: &[&str] = &["roman", "romani", "romany"];
/// Shorter stems match by chance.
const SHORTEST: usize = 3;

/// Demonyms that no rule covers, and those that a rule would get wrong.
const IRREGULAR: &[(&str, &str)] = &[
    ("american", "united states"),
    ("argentine", "argentina"),
    ("azeri", "azerbaijan"),
    ("bahamian", "bahamas"),
    ("barbadian", "barbados"),
    ("basotho", "lesotho"),
    ("batswana", "botswana"),
    ("belgian", "belgium"),
    ("beninese", "benin"),
    ("bosniak", "bosnia and herzegovina"),
    ("brit", "united kingdom"),
    ("british", "united kingdom"),
    ("briton", "united kingdom"),
    ("burkinabe", "burkina faso"),
    ("burmese", "myanmar"),
    ("cabo verdean", "cape verde"),
    ("comorian", "comoros"),
    ("congolese", "dr congo"),
    ("cypriot", "cyprus"),
    ("czech", "czech republic"),
    ("dane", "denmark"),
    ("danish", "denmark"),
    ("dominican", "dominican republic"),
    ("dutch", "netherlands"),
    ("east timorese", "east timor"),
    ("emirati", "united arab emirates"),
    ("filipino", "philippines"),
    ("finn", "finland"),
    ("finnish", "finland"),
    ("french", "france"),
    ("greek", "greece"),
    ("guadeloupean", "guadeloupe"),
    ("hong konger", "hong kong"),
    ("icelander", "iceland"),
    ("icelandic", "iceland"),
    ("irish", "ireland"),
    ("ivorian", "ivory coast"),
    ("kiwi", "new zealand"),
    ("kosovar", "kosovo"),
    ("lao", "laos"),
    ("laotian", "laos"),
    ("luxembourger", "luxembourg"),
    ("malagasy", "madagascar"),
    ("monegasque", "monaco"),
    ("montenegrin", "montenegro"),
    ("motswana", "botswana"),
    ("mozambican", "mozambique"),
    ("ni vanuatu", "vanuatu"),
    ("nigerian", "nigeria"),
    ("nigerien", "niger"),
    ("norwegian", "norway"),
    ("panamanian", "panama"),
    ("peruvian", "peru"),
    ("philippine", "philippines"),
    ("pole", "poland"),
    ("portuguese", "portugal"),
    ("salvadoran", "el salvador"),
    ("salvadorean", "el salvador"),
    ("saudi", "saudi arabia"),
    ("scot", "scotland"),
    ("scottish", "scotland"),
    ("seychellois", "seychelles"),
    ("soviet", "soviet union"),
    ("spaniard", "spain"),
    ("spanish", "spain"),
    ("swiss", "switzerland"),
    ("thai", "thailand"),
    ("timorese", "east timor"),
    ("togolese", "togo"),
    ("trinidadian", "trinidad and tobago"),
    ("turk", "turkey"),
    ("welsh", "wales"),
];

/// Sets the related chain of each people to its place.
pub fn relate(chains: &mut [Chain]) {
    let is_place = |chain: &Chain| matches!(chain.kind, EntityType::Gpe | EntityType::Loc);
    let places: HashMap<String, usize> = chains
        .iter()
        .enumerate()
        .filter(|(_, c)| is_place(c))
        .filter_map(|(index, chain)| Some((place_key(chain.name.as_deref()?), index)))
        .collect();
    for chain in chains.iter_mut().filter(|chain| chain.kind == EntityType::Norp) {
        let Some(name) = &chain.name else { continue };
        chain.related = place_of_people(name, |key| places.get(key).copied());
    }
}

/// The place of a people, one or many of them. `find` gives the place that has a key.
pub fn place_of_people<T: Copy>(people: &str, find: impl Fn(&str) -> Option<T>) -> Option<T> {
    let people = joined(&words(people));
    let one = people.strip_suffix('s').unwrap_or(&people);
    [people.as_str(), one].into_iter().find_map(|people| place_of(people, &find))
}

/// The place that a demonym belongs to; of several, the one with the longest name: Tunisia rather than Tunis.
fn place_of<T: Copy>(people: &str, find: impl Fn(&str) -> Option<T>) -> Option<T> {
    if let Some(&(_, place)) = IRREGULAR.iter().find(|&&(irregular, _)| irregular == people) {
        return find(place);
    }
    if WITHOUT_COUNTRY.contains(&people) {
        return None;
    }
    let stems = DEMONYM_ENDINGS.iter().filter_map(|end| people.strip_suffix(end)).filter(|stem| stem.len() >= SHORTEST);
    let names = stems.flat_map(|stem| PLACE_ENDINGS.iter().map(move |end| format!("{stem}{end}")));
    names
        .filter_map(|name| find(canonical(&name)).map(|place| (name.len(), place)))
        .max_by_key(|&(length, _)| length)
        .map(|(_, place)| place)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn related(people: &str, places: &[&str]) -> Option<String> {
        let chain = |kind, name: &str| Chain { name: Some(name.to_owned()), ..Chain::new(kind, Vec::new()) };
        let mut chains: Vec<Chain> = places.iter().map(|place| chain(EntityType::Gpe, place)).collect();
        chains.push(chain(EntityType::Norp, people));
        relate(&mut chains);
        chains.last().unwrap().related.and_then(|index| chains[index].name.clone())
    }

    #[test]
    fn a_demonym_is_related_to_its_place() {
        for (people, place) in [
            ("Russian", "Russia"),
            ("Russians", "Russia"),
            ("Chilean", "Chile"),
            ("South Korean", "South Korea"),
            ("Israelis", "Israel"),
            ("Germans", "Germany"),
            ("Poles", "Poland"),
            ("Afghan", "Afghanistan"),
            ("Japanese", "Japan"),
            ("Turkish", "Turkey"),
            ("Italian", "Italy"),
            ("American", "US"),
            ("Swedes", "Sweden"),
            ("Danish", "Denmark"),
            ("Saudi", "Saudi Arabia"),
            ("British", "Britain"),
            ("Ghanaian", "Ghana"),
            ("Ukrainian", "Ukraine"),
            ("Lebanese", "Lebanon"),
            ("Texan", "Texas"),
            ("Mexican", "Mexico"),
            ("Filipino", "the Philippines"),
            ("Nigerian", "Nigeria"),
            ("Swiss", "Switzerland"),
        ] {
            assert_eq!(related(people, &["Wales", place, "Oslo"]).as_deref(), Some(place), "{people}");
        }
    }

    #[test]
    fn a_demonym_is_related_to_no_other_place() {
        for (people, place) in [
            ("Austrian", "Australia"),
            ("Nigerian", "Niger"),
            ("Indian", "Indonesia"),
            ("Catholic", "Catania"),
            ("Democrats", "Denmark"),
            ("Irish", "Iran"),
        ] {
            assert_eq!(related(people, &[place]), None, "{people}");
        }
        assert_eq!(related("Tunisian", &["Tunis", "Tunisia"]).as_deref(), Some("Tunisia"));
    }
}
