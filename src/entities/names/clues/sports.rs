//! Sports clubs, which have the names of towns: "Sunderland boss", "signed him from Porto for €20m", "Preston were lucky".

use super::super::changes::{in_one_paragraph, is_capitalised, opens_sentence, word, word_before};
use super::Clue;
use super::compound::COUNTRIES;
use crate::entities::{Entity, EntityType};
use crate::layout::Layout;
use crate::lexicon::{self, REPORTING};
use core::ops::Range;

/// Last words of the names of clubs.
const CLUBS: &[&str] = &["AFC", "Albion", "Athletic", "FC", "Hotspur", "Rovers", "United", "Wanderers"];
/// Last words that clubs share with towns.
const TOWNS: &[&str] = &["City", "County", "Town"];
/// People of a club.
const PEOPLE: &[&str] = &[
    "boss", "captain", "coach", "defender", "fans", "forward", "goalkeeper", "keeper", "manager", "midfielder",
    "striker", "winger",
];
/// What clubs do with each other.
const MATCHES: &[&str] = &[
    "beat", "drew", "equalised", "goal", "goals", "innings", "kick-off", "league", "midfielder", "penalty",
    "penalties", "promoted", "relegated", "scored", "semi", "semi-final", "signed", "striker", "thrashed", "title",
    "try", "tries", "wicket", "wickets",
];
/// Verbs between two clubs, and nouns with their prepositions before the second.
const PLAYING: &[&str] =
    &["beat", "edged", "hammered", "hosted", "hosts", "outplayed", "stunned", "thrashed", "trounced"];
const PLAYING_WITH: &[(&str, &str)] = &[
    ("lost", "to"),
    ("drew", "with"),
    ("draw", "with"),
    ("draw", "against"),
    ("win", "over"),
    ("win", "against"),
    ("victory", "over"),
    ("defeat", "to"),
    ("defeat", "by"),
    ("defeat", "against"),
    ("loss", "to"),
    ("played", "for"),
    ("plays", "for"),
    ("playing", "for"),
    ("debut", "for"),
    ("scored", "for"),
    ("goals", "for"),
];
/// Names of teams that the model takes for peoples, and that are parties.
const PARTIES: &[&str] = &["Conservatives", "Democrats", "Greens", "Liberals", "Republicans", "Socialists"];

/// How far from the name the sentence is searched. The bound keeps the cost linear.
const NEAR: usize = 40;

pub fn clues(layout: &Layout, entities: &[Entity], out: &mut Vec<Clue>) {
    for (index, entity) in entities.iter().enumerate() {
        if entity.kind == EntityType::Norp && is_named_team(layout, entity) {
            out.push(Clue::new(entity.tokens.clone(), EntityType::Org));
        }
        if !matches!(entity.kind, EntityType::Gpe | EntityType::Person | EntityType::Loc | EntityType::Fac) {
            continue;
        }
        let last = word(layout, entity.tokens.end - 1);
        let club = (entity.tokens.len() > 1 || (CLUBS.contains(&last) && last.ends_with('s')))
            && (CLUBS.contains(&last) || (TOWNS.contains(&last) && is_in_match(layout, entity)));
        if club {
            out.push(Clue::new(entity.tokens.clone(), EntityType::Org));
        } else if entity.tokens.len() == 1 && is_team(layout, entities, index) {
            out.push(Clue {
                tokens: entity.tokens.clone(),
                kind: EntityType::Org,
                here: entity.kind == EntityType::Gpe,
            });
        }
    }
}

/// Whether the sentence tells of a match or a transfer.
fn is_in_match(layout: &Layout, entity: &Entity) -> bool {
    let sentence = &layout.sentences[layout.sentence_of(entity.tokens.start)];
    let (from, to) = near(&sentence.tokens, &entity.tokens);
    (from..to).any(|t| MATCHES.contains(&layout.word(t)))
}

/// "Tigers coach Dan Ruud", "the Wildcats scored": a people has neither.
fn is_named_team(layout: &Layout, entity: &Entity) -> bool {
    let name = layout.word(entity.tokens.end - 1);
    let next = word(layout, entity.tokens.end);
    let plays = matches!(next, "scored" | "equalised" | "thrashed") || (next == "beat" && is_in_match(layout, entity));
    let staff = PEOPLE.contains(&next) && is_capitalised(layout, entity.tokens.end + 1);
    entity.tokens.len() == 1 && name.ends_with('s') && !PARTIES.contains(&name) && (plays || staff)
}

/// A town that beats another, or for which somebody plays. A country is one in a match as well.
fn is_playing(layout: &Layout, entities: &[Entity], index: usize) -> bool {
    let entity = &entities[index];
    let drew = draws(layout, entities, index);
    let for_club = |start: usize| {
        let before = |distance: usize| start.checked_sub(distance).map_or("", |t| word(layout, t));
        before(1) == "for" && matches!(before(2), "played" | "plays" | "playing")
    };
    // "played for Derby and Torino"
    let second = index.checked_sub(1).is_some_and(|i| {
        let first = &entities[i].tokens;
        first.end + 1 == entity.tokens.start && word(layout, first.end) == "and" && for_club(first.start)
    });
    // "Leigh Rangers thrashed Morpeth 5-0"
    let beaten = index.checked_sub(1).is_some_and(|i| {
        let first = &entities[i];
        first.kind == EntityType::Org
            && first.tokens.end + 1 == entity.tokens.start
            && PLAYING.contains(&word(layout, first.tokens.end))
            && is_score(layout, entity.tokens.end)
    });
    if entity.kind == EntityType::Person && (second || beaten || for_club(entity.tokens.start)) {
        return true;
    }
    if drew || entity.kind == EntityType::Person || COUNTRIES.contains(&layout.word(entity.tokens.start)) {
        return drew;
    }
    let (start, end) = (entity.tokens.start, entity.tokens.end);
    let before = |distance: usize| start.checked_sub(distance).map_or("", |t| word(layout, t));
    let near = |at: usize| PLAYING_WITH.contains(&(word(layout, at), word(layout, at + 1)));
    let score = |at: usize| is_score(layout, at);
    // "beat Derby", "lost 3-1 to Derby", "played for Derby"
    let second = PLAYING.contains(&before(1))
        || PLAYING_WITH.contains(&(before(2), before(1)))
        || (start >= 5 && score(start - 4) && PLAYING_WITH.contains(&(before(5), before(1))));
    // "Derby beat", "Derby lost 3-1 to"
    let first = PLAYING.contains(&word(layout, end)) || near(end) || score(end) || score(end + 1);
    let for_a_club = before(1) == "for" && matches!(before(2), "played" | "plays" | "playing" | "debut");
    (first || second) && (for_a_club || is_in_match(layout, entity) || has_score(layout, entity))
}

/// "Roma and Lazio drew 0-0", which no two people do.
fn draws(layout: &Layout, entities: &[Entity], index: usize) -> bool {
    let drew = |e: &Entity| word(layout, e.tokens.end) == "drew" && is_score(layout, e.tokens.end + 1);
    let entity = &entities[index];
    let joined = word(layout, entity.tokens.end) == "and"
        && entities.get(index + 1).is_some_and(|e| e.tokens.start == entity.tokens.end + 1 && drew(e));
    drew(entity) || joined
}

/// "3-1"
fn is_score(layout: &Layout, at: usize) -> bool {
    let number =
        |t: usize| word(layout, t).bytes().all(|b| b.is_ascii_digit()) && (1..=3).contains(&word(layout, t).len());
    number(at) && matches!(word(layout, at + 1), "-" | "–") && number(at + 2)
}

fn has_score(layout: &Layout, entity: &Entity) -> bool {
    let sentence = &layout.sentences[layout.sentence_of(entity.tokens.start)];
    let (from, to) = near(&sentence.tokens, &entity.tokens);
    (from..to).any(|t| is_score(layout, t))
}

/// The tokens of a sentence near a name.
fn near(sentence: &Range<usize>, name: &Range<usize>) -> (usize, usize) {
    (sentence.start.max(name.start.saturating_sub(NEAR)), sentence.end.min(name.end + NEAR))
}

fn is_team(layout: &Layout, entities: &[Entity], index: usize) -> bool {
    let entity = &entities[index];
    let (start, end) = (entity.tokens.start, entity.tokens.end);
    let place = entity.kind == EntityType::Gpe;
    // "Porto signed Lee Moss".
    let signs = place
        && matches!(word(layout, end), "signed" | "loaned")
        && entities.get(index + 1).is_some_and(|e| e.kind == EntityType::Person && e.tokens.start <= end + 3);
    let next = word(layout, end);
    if !in_one_paragraph(layout, end - 1, end) {
        return false;
    }
    // "Sunderland boss Ade Cole".
    let staff = place && PEOPLE.contains(&next) && is_capitalised(layout, end + 1);
    // "signed him from Porto for €20m", "on loan from Porto".
    let before = word_before(layout, start);
    let fee = next == "for"
        && entities.get(index + 1).is_some_and(|e| e.kind == EntityType::Money && e.tokens.start <= end + 2);
    let loan = start >= 3 && layout.word(start - 2) == "loan" && layout.word(start - 3) == "on";
    let transfer = place && matches!(before, "from" | "to") && (fee || loan);
    // "Preston were lucky": a team in the plural. Two names with "and" are a plural too.
    let flags = lexicon::flags(&before.to_lowercase());
    let subject = opens_sentence(layout, start) || before == "that" || flags & REPORTING != 0;
    let country = COUNTRIES.contains(&layout.word(start));
    let plural = matches!(next, "were" | "are" | "have") && !country && subject && is_capitalised(layout, start);
    let several = layout.word(end - 1).ends_with('s');
    staff || is_playing(layout, entities, index) || signs || transfer || (plural && !several && !is_asked(layout, end))
}

/// "Where in Preston were you?": the verb has another subject behind it.
fn is_asked(layout: &Layout, verb: usize) -> bool {
    matches!(
        word(layout, verb + 1),
        "you" | "they" | "we" | "the" | "people" | "there" | "these" | "those" | "his" | "her" | "their"
    ) || word(layout, verb + 1).starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::super::super::changes::testing::check;
    use super::super::changes;
    use super::*;
    use EntityType::{Gpe, Money, Norp, Org, Person};

    #[test]
    fn clubs() {
        for (text, name, found) in [
            ("Tarrow Rovers won.", "Tarrow Rovers", Person),
            ("They drew with Keld City on Friday.", "Keld City", Gpe),
            ("Sunderland boss Ade Cole left.", "Sunderland", Gpe),
            ("He said Preston were lucky.", "Preston", Person),
            ("Leicester have appointed a coach.", "Leicester", Gpe),
            ("She played for Derby until May.", "Derby", Gpe),
            ("Derby beat Torino 3-1 in May.", "Derby", Gpe),
            ("Then Tigers coach Dan Ruud left.", "Tigers", Norp),
        ] {
            check(changes, text, &[(name, found)], &[(name, Org)]);
        }
        check(
            changes,
            "It signed him from Porto for €20m.",
            &[("Porto", Gpe), ("€20m", Money)],
            &[("Porto", Org), ("€20m", Money)],
        );
    }

    #[test]
    fn towns_and_people() {
        for (text, name, found) in [
            ("They live in Keld City now.", "Keld City", Gpe),
            ("The Sunderland boss of a bakery left.", "Sunderland", Gpe),
            ("He moved from Porto for love.", "Porto", Gpe),
            ("Ann and Preston were lucky.", "Preston", Person),
            ("The people of Preston are tired.", "Preston", Gpe),
            ("In Preston were 300 people.", "Preston", Gpe),
            ("Italy beat Spain 3-1 in May.", "Italy", Gpe),
            ("Derby lost to Leeds in the vote.", "Derby", Gpe),
            ("Then Democrats beat the bill.", "Democrats", Norp),
        ] {
            check(changes, text, &[(name, found)], &[(name, found)]);
        }
    }
}
