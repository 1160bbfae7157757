//! Nouns by what they refer to: the groups, the texts and the people that a story calls by something else than a name.
//!
//! A word may stand in the list of [`nouns`](super::nouns) as well. These classes are used by quotations only.

use super::{EPITHET, Flags, GROUP, TEXT};

pub const REFERRING_NOUNS: &[(Flags, &str)] = &[
    (
        GROUP,
        "academy agency airline army association authority bakery bank board body brand brewery broadcaster bureau \
        business carmaker carrier chain charity church club college commission committee company conglomerate \
        cooperative corporation council court department developer enterprise factory federation firm foundation \
        fund giant government grocer group hospital hotelier insurer institute institution label league \
        lender maker manufacturer ministry museum network newspaper operator organisation organization \
        outfit paper party plant police practice producer publication publisher regulator restaurant retailer \
        school service shipbuilder shipyard side society start-up startup store studio supermarket supplier team \
        theatre trust union university utility venture watchdog website yard zoo",
    ),
    (
        TEXT,
        "advert advertisement affidavit article banner bill billboard biography blog book booklet brochure bulletin \
        caption card circular column comment complaint contract dispatch document dossier e-mail editorial email \
        essay filing flyer graffiti headline lawsuit leaflet letter list magazine manual memo memoir memorandum \
        message newsletter note notice obituary page pamphlet petition piece placard plaque post postcard poster \
        report review ruling shirt sign slogan statement sticker story study survey t-shirt text thread transcript \
        tweet verdict video voicemail warrant website",
    ),
    (
        EPITHET,
        "actor actress adventurer artist astronaut athlete author ballerina baker baritone bassist batsman \
        billionaire blogger bowler boxer businessman businesswoman celebrity cellist champion chef climber comedian \
        composer cook cricketer cyclist dancer defender designer drummer entrepreneur explorer farmer filmmaker \
        fisherman footballer forward gardener goalie goalkeeper golfer guitarist gymnast historian influencer \
        inventor jockey keeper magnate midfielder millionaire mogul mountaineer musician novelist painter pensioner \
        philanthropist photographer pianist pitcher player playwright poet politician potter presenter quarterback \
        racer rapper rower runner sailor saxophonist scientist sculptor shopkeeper singer skier skipper soldier \
        songwriter soprano sprinter star striker surfer swimmer tenor trumpeter tycoon veteran violinist weaver \
        winemaker winger winner wrestler writer youngster",
    ),
];
