//! Common nouns that say what a name beside them is: "the trawler Rosalind", "Tarka, the ruling party".
//!
//! Nouns for people are in the lexicon.

use crate::entities::EntityType::{self, Event, Fac, Gpe, Loc, Norp, Org, Product, WorkOfArt};
use crate::text::hash::BuildWordHasher;
use std::collections::HashMap;
use std::sync::OnceLock;

const KINDS: &[(EntityType, &str)] = &[
    (
        Product,
        "aeroplane aircraft airliner airplane app barge biplane boat browser bulldozer camera car catamaran \
        chatbot clipper console corvette crabber cruiser destroyer device dinghy dredger drone drug ferry freighter frigate galleon glider \
        gunboat handset hatchback headphones headset helicopter howitzer hovercraft icebreaker ketch lander laptop lifeboat liner \
        locomotive lorry medicine lugger microchip minesweeper missile motorbike motorboat motorcycle painkiller phone pickup pistol plane \
        powerboat probe revolver rifle robot rocket rover saloon satellite schooner scooter sedan ship shuttle sloop \
        smartphone smartwatch spacecraft speedboat spyplane steamer steamship submarine supertanker suv tablet tanker \
        telescope torpedo tractor trawler trimaran truck tug tugboat van videogame vaccine vessel warship yacht",
    ),
    (
        WorkOfArt,
        "album anthem ballad biography blockbuster blog cartoon column comedy documentary drama film memoir movie musical newsletter novel \
        novella opera painting play podcast poem sculpture sequel series show sitcom song symphony thriller \
        trilogy",
    ),
    (
        Org,
        "agency airline automaker bakery band bank bookmaker brewer brewery broadcaster broadsheet brand carmaker \
        chain charity club company conglomerate consultancy distillery duo ensemble firm group insurer \
        lender magazine militia ministry orchestra newspaper nonprofit outlet party pollster quartet quintet refinery regulator retailer site startup \
        subsidiary studio supermarket tabloid team trio union utility watchdog website",
    ),
    (Norp, "clan sect tribe"),
    (
        Fac,
        "airport aquarium arena bridge casino castle cathedral chapel church cinema dam gallery hospital hostel hotel lighthouse mosque museum nightclub palace prison pub restaurant \
        shipyard stadium synagogue theater theatre tower viaduct",
    ),
    (
        Loc,
        "archipelago bay beach canyon creek desert fjord forest glacier gorge hill island lagoon lake marsh mountain \
        peak peninsula plateau reef ridge river strait valley volcano waterfall",
    ),
    (Gpe, "borough city hamlet suburb town village"),
    (Event, "carnival convention cyclone fair festival hurricane marathon regatta tournament typhoon"),
];

/// The type of the thing that a noun in the singular names.
pub fn kind_of_one(noun: &str) -> Option<EntityType> {
    static TABLE: OnceLock<HashMap<&str, EntityType, BuildWordHasher>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        KINDS.iter().flat_map(|&(kind, nouns)| nouns.split_ascii_whitespace().map(move |noun| (noun, kind))).collect()
    });
    table.get(noun).copied()
}

/// The type of the things that a noun names, in the singular or the plural.
pub fn kind_of(noun: &str) -> Option<EntityType> {
    let plural = || {
        let one = noun.strip_suffix('s')?;
        kind_of_one(one).or_else(|| kind_of_one(&format!("{}y", one.strip_suffix("ie")?)))
    };
    kind_of_one(noun).or_else(plural)
}

/// Whether what a noun calls one type may as well have the other: a museum is a building and an institution, and a
/// newspaper a firm and a title.
pub fn agree(one: EntityType, other: EntityType) -> bool {
    let both = |a, b| (one == a && other == b) || (one == b && other == a);
    one == other || both(Fac, Org) || both(Fac, Loc) || both(Norp, Org) || (one == Org && other == WorkOfArt)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_in_the_singular_and_the_plural() {
        for (noun, kind) in [
            ("trawler", Some(Product)),
            ("schooners", Some(Product)),
            ("parties", Some(Org)),
            ("ferries", Some(Product)),
            ("tribe", Some(Norp)),
            ("lawyer", None),
            ("s", None),
        ] {
            assert_eq!(kind_of(noun), kind, "{noun}");
        }
    }

    #[test]
    fn types_that_agree() {
        assert!(agree(Fac, Org) && agree(Org, Fac) && agree(Org, Org));
        assert!(!agree(EntityType::Person, Org) && !agree(Product, Fac));
    }
}
