//! Sports clubs, which have the names of towns: "Sunderland boss", "signed him from Porto for €20m", "Preston were lucky".

use super::super::changes::{in_one_paragraph, is_capitalised, opens_sentence, word, word_before};
use super::Clue;
use crate::entities::{Entity, EntityType};
use crate::layout::Layout;
use crate::lexicon::{self, REPORTING};

/// Last words of the names of clubs.
const CLUBS: &[&str] = &["AFC", "Albion", "Athletic", "FC", "Hotspur", "Rovers", "United", "Wanderers"];
/// Last words that clubs share with towns.
const TOWNS: &[&str] = &["City", "County", "Town"];
/// People of a club.
const PEOPLE: &[&str] =
    &["boss", "captain", "defender", "fans", "forward", "goalkeeper", "keeper", "midfielder", "striker", "winger"];
/// What clubs do with each other.
const MATCHES: &[&str] =
    &["beat", "drew", "thrashed", "scored", "signed", "relegated", "promoted", "equalised", "midfielder", "striker"];

/// How far from the name the sentence is searched. The bound keeps the cost linear.
const NEAR: usize = 40;

pub fn clues(layout: &Layout, entities: &[Entity], out: &mut Vec<Clue>) {
    for (index, entity) in entities.iter().enumerate() {
        if !matches!(entity.kind, EntityType::Gpe | EntityType::Person | EntityType::Loc) {
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
    let from = sentence.tokens.start.max(entity.tokens.start.saturating_sub(NEAR));
    let to = sentence.tokens.end.min(entity.tokens.end + NEAR);
    (from..to).any(|t| MATCHES.contains(&layout.word(t)))
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
    let plural = matches!(next, "were" | "are") && subject && is_capitalised(layout, start);
    let several = layout.word(end - 1).ends_with('s');
    staff || signs || transfer || (plural && !several && !is_asked(layout, end))
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
    use EntityType::{Gpe, Money, Org, Person};

    #[test]
    fn clubs() {
        for (text, name, found) in [
            ("Tarrow Rovers won.", "Tarrow Rovers", Person),
            ("They drew with Keld City on Friday.", "Keld City", Gpe),
            ("Sunderland boss Ade Cole left.", "Sunderland", Gpe),
            ("He said Preston were lucky.", "Preston", Person),
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
        ] {
            check(changes, text, &[(name, found)], &[(name, found)]);
        }
    }
}
