//! What an article is about: which countries and states its places are in.

use crate::gazetteer::{Gazetteer, Kind, PlaceId};
use std::cell::RefCell;
use std::collections::HashMap;

/// How much of an article is in each country and each state. Each name counts once, for it may be repeated for reasons of
/// its own.
#[derive(Default)]
pub struct Context {
    /// By name, the share of each region. Names that are not places have keys of their own.
    votes: HashMap<String, Vec<(PlaceId, f64)>>,
    regions: HashMap<PlaceId, f64>,
    total: f64,
    /// The cities and states, each with its probability.
    spots: Vec<(String, PlaceId, f64)>,
    /// What is nearby does not change while a text is read: by name and place.
    nearby: RefCell<HashMap<(String, PlaceId), f64>>,
}

/// How much the name of a country counts beside that of a city, which is less certain.
const NAMED: f64 = 2.5;
/// In kilometres: how far places are from each other that have something to do with each other.
const REACH: f64 = 150.0;
/// Less likely places are nowhere.
const LIKELY: f64 = 0.05;
/// Of a long text, so many names are enough.
const SPOTS: usize = 300;

impl Context {
    /// Counts that a name means a place with some probability.
    pub fn add(&mut self, gazetteer: &Gazetteer, key: &str, place: PlaceId, probability: f64) {
        let found = gazetteer.get(place);
        let votes = self.votes.entry(key.to_owned()).or_default();
        let mut regions: Vec<PlaceId> = found.country.into_iter().chain(found.state).collect();
        regions.dedup();
        let weight = probability * if found.kind == Kind::Country { NAMED } else { 1.0 };
        for region in regions {
            votes.push((region, weight));
            *self.regions.entry(region).or_default() += weight;
        }
        self.total += weight;
        if found.is_part() && probability > LIKELY && self.spots.len() < SPOTS {
            self.spots.push((key.to_owned(), place, probability));
        }
    }

    /// How many of the other names mean places nearby. The nearer they are, the more they count.
    pub fn nearby(&self, gazetteer: &Gazetteer, place: PlaceId, without: &str) -> f64 {
        let count = || {
            let others = self.spots.iter().filter(|(key, other, _)| key != without && *other != place);
            others.map(|(_, other, probability)| probability * (-gazetteer.distance(place, *other) / REACH).exp()).sum()
        };
        *self.nearby.borrow_mut().entry((without.to_owned(), place)).or_insert_with(count)
    }

    /// The countries and states that the article names places in.
    pub fn regions(&self) -> impl Iterator<Item = PlaceId> {
        self.regions.keys().copied()
    }

    /// The share of the other names that are in a region.
    pub fn share(&self, region: PlaceId, without: &str) -> f64 {
        let own = self.votes.get(without).map_or(0.0, |votes| {
            votes.iter().filter(|&&(of, _)| of == region).map(|&(_, probability)| probability).sum()
        });
        let all = self.regions.get(&region).copied().unwrap_or_default();
        (all - own).max(0.0) / self.total.max(1.0)
    }
}
