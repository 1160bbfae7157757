//! Which of the places of one name is meant.
//!
//! Every candidate has a score, the logarithm of how likely it is before the others are counted out: its size, and what
//! the article is about. That no candidate is meant, because the place is too small for the table, has a score too.

use crate::context::Context;
use crate::gazetteer::{Gazetteer, Kind, PlaceId};
use crate::mentions::Mention;
use crate::peoples;
use newsmark::Document;
use std::collections::{HashMap, HashSet};

/// A place and the probability that it is meant.
pub type Choice = Option<(PlaceId, f64)>;

/// The context is counted again with what it has made clearer.
const ROUNDS: usize = 3;
/// Less certain places are not shown.
const SHOWN: f64 = 0.7;
/// Of a country, a continent, a capital, a known state and another state, beside their size.
const COUNTRY: f64 = 4.0;
const CONTINENT: f64 = 8.0;
const CAPITAL: f64 = 4.0;
const KNOWN_STATE: f64 = -1.0;
const OTHER_STATE: f64 = -4.0;
/// How much it counts that the article is about the place's country and state.
const SAME_COUNTRY: f64 = 1.5;
const SAME_STATE: f64 = 1.8;
/// The share of an article that is about any country unseen.
const UNSEEN: f64 = 0.05;
/// How much it counts that other places of the article are nearby, and how many of them are few.
const NEARBY: f64 = 2.5;
const FEW: f64 = 0.3;
/// "Catalonia and Murcia"
const AMONG_STATES: f64 = 3.0;
/// The article has said before which place of this name it means.
const SAID_BEFORE: f64 = 7.0;
/// That a place is not in the table.
const UNKNOWN: f64 = -3.0;

pub fn choose(gazetteer: &Gazetteer, mentions: &[Mention], document: &Document) -> Vec<Choice> {
    let said = said(gazetteer, mentions);
    let mut context = Context::default();
    let mut likely = Vec::new();
    for _ in 0..ROUNDS {
        let of = |(mention, &said)| probabilities(gazetteer, mention, &context, said);
        likely = mentions.iter().zip(&said).map(of).collect();
        context = Context::default();
        peoples::count(gazetteer, document, &mut context);
        let mut counted = HashSet::new();
        for (mention, likely) in mentions.iter().zip(&likely) {
            // A name counts again where the text says that it means another place.
            if counted.insert((&mention.key, &mention.container)) {
                let add = |&(place, probability)| context.add(gazetteer, &mention.key, place, probability);
                likely.iter().for_each(add);
            }
        }
    }
    let best = |likely: &Vec<(PlaceId, f64)>| likely.iter().copied().max_by(|a, b| a.1.total_cmp(&b.1));
    likely.iter().map(|likely| best(likely).filter(|&(_, probability)| probability >= SHOWN)).collect()
}

/// For each mention, the place that the first one of its name with "Texas" after it has said, if that one is before it.
fn said(gazetteer: &Gazetteer, mentions: &[Mention]) -> Vec<Option<PlaceId>> {
    let mut first = HashMap::new();
    let said = mentions.iter().map(|mention| {
        if let [place] = inside(gazetteer, &mention.candidates, &mention.container)[..] {
            first.entry(&mention.key).or_insert(place);
        }
        first.get(&mention.key).copied()
    });
    said.collect()
}

/// The candidates that are in one of these regions.
fn inside(gazetteer: &Gazetteer, candidates: &[PlaceId], regions: &[PlaceId]) -> Vec<PlaceId> {
    let is_inside = |&&id: &&PlaceId| regions.iter().any(|&region| region != id && gazetteer.contains(region, id));
    candidates.iter().filter(is_inside).copied().collect()
}

/// The places that a mention can mean, each with its probability.
fn probabilities(
    gazetteer: &Gazetteer,
    mention: &Mention,
    context: &Context,
    said: Option<PlaceId>,
) -> Vec<(PlaceId, f64)> {
    let mut named = inside(gazetteer, &mention.candidates, &mention.container);
    if named.is_empty() {
        named = inside(gazetteer, &mention.candidates, &mention.near);
    }
    let candidates = if named.is_empty() { &mention.candidates } else { &named };
    // "Ontario, Ore." is no place of the table. Of countries, "Niger, Chad" is more often a list.
    let in_state = |&id: &PlaceId| gazetteer.get(id).kind == Kind::State;
    if named.is_empty() && !mention.container.is_empty() && mention.container.iter().all(in_state) {
        return Vec::new();
    }
    let score = |id: PlaceId| {
        let before = said == Some(id);
        size(gazetteer, mention, id)
            + about(gazetteer, mention, context, id)
            + if mention.is_among_states && gazetteer.get(id).kind == Kind::State { AMONG_STATES } else { 0.0 }
            + if before { SAID_BEFORE } else { 0.0 }
    };
    let scores: Vec<f64> = candidates.iter().map(|&id| score(id)).collect();
    let unknown = if named.is_empty() { UNKNOWN + elsewhere(gazetteer, mention, context) } else { f64::NEG_INFINITY };
    let total: f64 = scores.iter().map(|score| score.exp()).sum::<f64>() + unknown.exp();
    candidates.iter().zip(&scores).map(|(&id, score)| (id, score.exp() / total)).collect()
}

/// What is likely without the article.
fn size(gazetteer: &Gazetteer, mention: &Mention, id: PlaceId) -> f64 {
    let place = gazetteer.get(id);
    // "The province of Salta" is not its capital.
    if mention.kind.is_some_and(|said| said != place.kind) {
        return f64::NEG_INFINITY;
    }
    let kind = match place.kind {
        Kind::Continent => CONTINENT,
        Kind::Country => COUNTRY,
        Kind::State if gazetteer.is_nation(id) => COUNTRY,
        Kind::State if gazetteer.is_known_state(id) => KNOWN_STATE,
        Kind::State => OTHER_STATE,
        // A river or a range of mountains is no town of the same name.
        Kind::City if mention.is_location => return f64::NEG_INFINITY,
        Kind::City => 0.0,
    };
    (place.population + 1.0).ln() + kind + if place.is_capital { CAPITAL } else { 0.0 }
}

/// What the article makes of a town that the table lacks: most likely it is where the article is.
fn elsewhere(gazetteer: &Gazetteer, mention: &Mention, context: &Context) -> f64 {
    let regions = context.regions().map(|id| {
        let country = gazetteer.get(id).country;
        region_score(context, mention, country, (Some(id) != country).then_some(id))
    });
    regions.fold(0.0, f64::max)
}

/// What the article makes of it.
fn about(gazetteer: &Gazetteer, mention: &Mention, context: &Context, id: PlaceId) -> f64 {
    let place = gazetteer.get(id);
    let state = if place.kind == Kind::State { Some(id) } else { place.state };
    let nearby = context.nearby(gazetteer, id, &mention.key);
    region_score(context, mention, place.country, state) + NEARBY * (1.0 + nearby / FEW).ln()
}

/// How much an article is about a country and a state.
fn region_score(context: &Context, mention: &Mention, country: Option<PlaceId>, state: Option<PlaceId>) -> f64 {
    let weight = |region: Option<PlaceId>, weight: f64| {
        region.map_or(0.0, |region| weight * ((context.share(region, &mention.key) + UNSEEN) / UNSEEN).ln())
    };
    weight(country, SAME_COUNTRY) + weight(state, SAME_STATE)
}
