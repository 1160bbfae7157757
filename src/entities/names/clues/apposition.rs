//! A noun phrase behind a name and a comma, or a noun before it: "Tarka, the ruling party", "a news site, Brightside,".

use super::super::changes::{in_one_paragraph, is_capitalised, opens_sentence, word, word_before};
use super::super::kind_nouns::{kind_of, kind_of_one};
use super::{Clue, entity_from, title_from};
use crate::entities::{Entity, EntityType};
use crate::layout::Layout;
use crate::lexicon::{
    self, AUXILIARY, CONJUNCTION, DETERMINER, FRONTED, PERSON, POSSESSIVE, PREPOSITION, REPORTING, ROLE, SUBJECT,
    TELLING,
};
use crate::text::is_possessive;
use crate::tokens::TokenKind;
use core::ops::Range;
use std::collections::HashSet;

/// Nouns for people that are as often firms: "Osterra, the country’s biggest producer".
const PERSON_OR_FIRM: &[&str] = &[
    "broker", "developer", "employer", "exporter", "importer", "investor", "manufacturer", "operator", "owner",
    "producer", "publisher", "rival", "trader",
];
/// The model's confidence in a place that it knows.
const KNOWN_PLACE: f32 = 0.9;
/// Adjuncts before the main clause are no longer than this. The bound keeps the cost linear.
const ADJUNCT: usize = 60;
/// Noun phrases are short.
const LONGEST: usize = 9;

/// Verbs behind a person in "the song Adele wrote".
const MAKING: &[&str] = &[
    "bought", "built", "captained", "commanded", "composed", "created", "designed", "directed", "drives", "drove",
    "flies", "flew", "founded", "had", "has", "hired", "likes", "loved", "loves", "made", "makes", "owned", "owns",
    "published", "recorded", "released", "sang", "sings", "sold", "used", "wants", "wanted", "was", "is", "said",
    "says", "wore", "writes", "wrote",
];

pub fn clues(layout: &Layout, entities: &[Entity], out: &mut Vec<Clue>) {
    for entity in entities.iter().filter(|e| e.kind.is_name()) {
        if let Some(kind) = described(layout, entity) {
            out.push(Clue::new(with_title(layout, entity, kind), kind));
        }
    }
    overlooked(layout, entities, out);
    for noun in 0..layout.tokens.len().saturating_sub(1) {
        let word = layout.word(noun);
        if !word.starts_with(|c: char| c.is_ascii_lowercase()) {
            continue;
        }
        // "The video game Ashen Throne"
        let game = word == "game" && matches!(word_before(layout, noun), "computer" | "mobile" | "video");
        if let Some(kind) = kind_of_one(word).or(game.then_some(EntityType::Product)) {
            out.extend(named(layout, entities, noun, kind).map(|tokens| Clue::new(tokens, kind)));
        }
    }
}

/// "The [Duchess of [Fife]], a paddle steamer": the model sees the end of a ship's name.
fn with_title(layout: &Layout, entity: &Entity, kind: EntityType) -> Range<usize> {
    let title = entity.tokens.start.checked_sub(2).filter(|&title| {
        kind == EntityType::Product
            && layout.word(title + 1) == "of"
            && is_capitalised(layout, title)
            && word_before(layout, title).eq_ignore_ascii_case("the")
    });
    title.unwrap_or(entity.tokens.start)..entity.tokens.end
}

/// What the noun phrase behind a name says that it is.
fn described(layout: &Layout, entity: &Entity) -> Option<EntityType> {
    let comma = entity.tokens.end;
    if word(layout, comma) != "," || !in_one_paragraph(layout, comma - 1, comma + 1) || is_fronted(layout, entity) {
        return None;
    }
    let start = comma + 1;
    if word(layout, start) == "who" || word(layout, start).bytes().all(|b| b.is_ascii_digit()) {
        return Some(EntityType::Person);
    }
    let head = head(layout, start)?;
    let noun = layout.word(head);
    if PERSON_OR_FIRM.contains(&noun) {
        return None;
    }
    if lexicon::flags(noun) & (ROLE | PERSON) != 0 {
        return Some(EntityType::Person);
    }
    // "Ogilvy & Mather, New York, an agency": the phrase speaks of the firm and not of its place.
    let listed = word_before(layout, entity.tokens.start) == ",";
    kind_of(noun).filter(|&kind| !listed && may_be(entity, kind))
}

/// Names that the model overlooked, and that a noun phrase describes: "Brightside, a news site,". A single word at the
/// beginning of a sentence must stand somewhere else with its capital, or else it may be "However, the company …".
fn overlooked(layout: &Layout, entities: &[Entity], out: &mut Vec<Clue>) {
    const LONGEST_NAME: usize = 4;
    let inside: HashSet<&str> = (0..layout.tokens.len())
        .filter(|&t| is_capitalised(layout, t) && !opens_sentence(layout, t))
        .map(|t| layout.word(t))
        .collect();
    for comma in 1..layout.tokens.len().saturating_sub(2) {
        if layout.word(comma) != ","
            || !is_capitalised(layout, comma - 1)
            || !in_one_paragraph(layout, comma - 1, comma + 1)
        {
            continue;
        }
        let mut start = comma - 1;
        while start > 0
            && comma - start <= LONGEST_NAME
            && is_capitalised(layout, start - 1)
            && layout.tokens[start].spaced
            && in_one_paragraph(layout, start - 1, start)
            && lexicon::flags(&layout.word(start - 1).to_lowercase()) & DETERMINER == 0
        {
            start -= 1;
        }
        let index = entities.partition_point(|e| e.tokens.end <= start);
        let free = entities.get(index).is_none_or(|e| e.tokens.start >= comma);
        let text = layout.word(start);
        let common = comma - start == 1 && opens_sentence(layout, start) && !inside.contains(text);
        let listed = comma - start == 1 && lexicon::flags(&text.to_lowercase()) != 0;
        if free
            && !common
            && !listed
            && let Some(kind) = head(layout, comma + 1).and_then(|head| kind_of(layout.word(head)))
        {
            out.push(Clue::new(start..comma, kind));
        }
    }
}

/// Whether a name that the model has recognised as a place may be something else.
fn may_be(entity: &Entity, kind: EntityType) -> bool {
    entity.kind != EntityType::Gpe || entity.confidence < KNOWN_PLACE || kind == EntityType::Loc
}

/// Whether the name ends an adjunct before the main clause: "In Varde, the party of …", "When she met Tarka, the firm in …".
fn is_fronted(layout: &Layout, entity: &Entity) -> bool {
    let sentence = &layout.sentences[layout.sentence_of(entity.tokens.start)];
    let Some(first) = sentence.tokens.clone().find(|&t| layout.tokens[t].is_word()) else { return true };
    let opener = layout.word(first).to_lowercase();
    let adjunct = opener == "according" || lexicon::flags(&opener) & (FRONTED | CONJUNCTION) != 0;
    let near = first.max(entity.tokens.start.saturating_sub(ADJUNCT))..entity.tokens.start;
    adjunct && first < entity.tokens.start && !{ near }.any(|t| layout.word(t) == ",")
}

/// The last noun of the phrase that begins here with a determiner or a possessor.
fn head(layout: &Layout, start: usize) -> Option<usize> {
    let mut token = start;
    if word(layout, token) == "one" && word(layout, token + 1) == "of" {
        token += 2;
    } else if lexicon::flags(word(layout, token)) & (DETERMINER | POSSESSIVE) == 0 {
        let possessor = is_capitalised(layout, token) && is_possessive(word(layout, token + 1));
        token += if possessor { 2 } else { return None };
    }
    let first = token;
    let mut head = None;
    while token < layout.tokens.len() && token - start < LONGEST && in_one_paragraph(layout, start, token) {
        let text = layout.word(token);
        let flags = lexicon::flags(text);
        let hyphen = text == "-" && !layout.tokens[token].spaced;
        let stops = (layout.tokens[token].kind == TokenKind::Punctuation && !hyphen)
            || matches!(
                text,
                "that"
                    | "which"
                    | "who"
                    | "whose"
                    | "where"
                    | "and"
                    | "or"
                    | "based"
                    | "owned"
                    | "run"
                    | "made"
                    | "built"
                    | "called"
            )
            || (token > first && flags & PREPOSITION != 0)
            // "a party founded by": the noun stands before the participle.
            || (text.ends_with("ed") && head.is_some_and(|head| kind_of(layout.word(head)).is_some()));
        if stops {
            return head;
        }
        if !hyphen && !is_possessive(text) {
            head = text.starts_with(char::is_lowercase).then_some(token);
        }
        token += 1;
    }
    None
}

/// The name that a noun introduces: "the trawler Rosalind", "Her first novel, The Glass Orchard,".
fn named(layout: &Layout, entities: &[Entity], noun: usize, kind: EntityType) -> Option<Range<usize>> {
    // "F-series" and the like are no nouns of their own.
    if !layout.tokens[noun].spaced {
        return None;
    }
    let first = phrase_start(layout, noun)?;
    // "A conglomerate called Golden Harvest"
    let called = matches!(word(layout, noun + 1), "called" | "named" | "dubbed");
    let noun = noun + usize::from(called);
    let comma = !called && word(layout, noun + 1) == ",";
    // "The tanker, the Northern Rose, …".
    let article = comma && word(layout, noun + 2) == "the";
    let start = noun + 1 + usize::from(comma) + usize::from(article);
    if !in_one_paragraph(layout, noun, start) || !is_capitalised(layout, start) || !layout.tokens[start].spaced {
        return None;
    }
    let entity = entity_from(entities, start);
    if entity.is_some_and(|e| !e.kind.is_name() || !may_be(e, kind)) {
        return None;
    }
    let small: &[&str] = if kind == EntityType::WorkOfArt { &["a", "and", "of", "the", "to"] } else { &["of", "the"] };
    let mut title = title_from(layout, start, small);
    // "The film Jaws and Ann Lee" are two.
    let joined = title.clone().skip(1).find(|&t| layout.word(t) == "and");
    if let Some(and) =
        joined.filter(|&and| entity_from(entities, and + 1).is_some_and(|e| e.kind == EntityType::Person))
    {
        title.end = and;
    }
    let tokens = match entity {
        Some(entity) if entity.tokens.end > title.end => entity.tokens.clone(),
        _ => title,
    };
    // "On the phone I said": a capital alone does not make a name.
    let common =
        layout.word(start) == "I" || (tokens.len() == 1 && lexicon::flags(&layout.word(start).to_lowercase()) != 0);
    if entity.is_none() && common {
        return None;
    }
    let person = entity.filter(|e| e.kind == EntityType::Person);
    let next = word(layout, tokens.end);
    if comma {
        // Between commas, and introduced as something new: "her first novel", "a paddle steamer".
        let determiner = layout.word(first).to_lowercase();
        let introduced = article
            || matches!(determiner.as_str(), "a" | "an")
            || lexicon::flags(&determiner) & POSSESSIVE != 0
            || is_possessive(&determiner);
        let fits = matches!(kind, EntityType::WorkOfArt | EntityType::Product | EntityType::Org);
        let aged = next == "," && (word(layout, tokens.end + 1).starts_with(|c: char| c.is_ascii_digit()));
        let closed = matches!(next, "," | "." | ";");
        return (introduced && fits && closed && !aged && person.is_none_or(|e| e.tokens.len() == 1)).then_some(tokens);
    }
    let told =
        !called && first.checked_sub(1).is_some_and(|t| lexicon::flags(layout.word(t)) & (REPORTING | TELLING) != 0);
    // "The schooner Ellen Mae was built in 1904": what was built is the ship.
    let made = matches!(next, "was" | "is" | "has" | "had") && {
        let verb = word(layout, tokens.end + 1);
        verb.ends_with("ed") || matches!(verb, "been" | "built" | "due" | "lost" | "made" | "sunk")
    };
    let clause = !called
        && !made
        && (MAKING.contains(&next)
            && !matches!(next, "had" | "has" | "is" | "made" | "said" | "says" | "sold" | "was")
            || person.is_some()
                && (MAKING.contains(&next)
                    || is_possessive(next)
                    || (kind == EntityType::WorkOfArt && next.ends_with("ed"))));
    let fits = match kind {
        EntityType::Product | EntityType::WorkOfArt => true,
        EntityType::Org => !told && person.is_none_or(|e| e.tokens.len() == 1),
        _ => false,
    };
    (fits && !clause).then_some(tokens)
}

/// Where the noun phrase with this head begins, if it has a determiner: "the", "her", "a Greek".
fn phrase_start(layout: &Layout, noun: usize) -> Option<usize> {
    const MODIFIERS: usize = 4;
    for token in (noun.saturating_sub(MODIFIERS)..noun).rev() {
        let text = layout.word(token);
        if !in_one_paragraph(layout, token, noun)
            || (layout.tokens[token].kind == TokenKind::Punctuation && text != "-")
        {
            return None;
        }
        let flags = lexicon::flags(&text.to_lowercase());
        if flags & (DETERMINER | POSSESSIVE) != 0 || is_possessive(text) {
            return Some(token);
        }
        // "The team will play Everton" has a verb and no play.
        if flags & (PREPOSITION | AUXILIARY | SUBJECT) != 0 || (token + 1 == noun && text.ends_with('s')) {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::super::changes::testing::check;
    use super::super::changes;
    use super::*;
    use EntityType::{Fac, Gpe, Org, Person, Product, WorkOfArt};

    #[test]
    fn the_noun_behind_a_name() {
        for (text, name, found, expected) in [
            ("Tarka, the ruling party, lost.", "Tarka", Person, Org),
            ("Tarka, a liberal party founded by Marsh, won.", "Tarka", Person, Org),
            ("She sailed the Marigold, one of four schooners.", "Marigold", Person, Product),
            ("They waited at Ardmore, a hotel on Fifth Avenue.", "Ardmore", Gpe, Fac),
            ("Osterra, Korea’s biggest pollster, closed.", "Osterra", Person, Org),
            // The noun names a person, or belongs to the next clause.
            ("Tarka, a party leader, lost.", "Tarka", Person, Person),
            ("In Varde, the party of Marsh won.", "Varde", Gpe, Gpe),
            ("Tarka, 26, a party in Oslo, lost.", "Tarka", Person, Person),
            ("Tarka, a hotel porter, left.", "Tarka", Person, Person),
        ] {
            check(changes, text, &[(name, found)], &[(name, expected)]);
        }
    }

    #[test]
    fn titles_of_several_words() {
        check(
            changes,
            "The tanker, the Northern Rose, sank.",
            &[("Northern Rose", Fac)],
            &[("Northern Rose", Product)],
        );
        check(changes, "The musical Salt and Honey opens.", &[("Salt", Org)], &[("Salt and Honey", WorkOfArt)]);
        let pair = [("Salt", WorkOfArt), ("Ann Lee", Person)];
        check(changes, "The musical Salt and Ann Lee won.", &[("Salt", Org), ("Ann Lee", Person)], &pair);
    }

    #[test]
    fn the_noun_before_a_name() {
        for (text, name, found, expected) in [
            ("The probe Seeker entered orbit.", "Seeker", Person, Product),
            ("A mining conglomerate called Golden Harvest owns it.", "Golden Harvest", Product, Org),
            ("The schooner Ellen Mae was built in 1904.", "Ellen Mae", Person, Product),
            ("The band’s third album, Salt and Iron, is out.", "Salt and Iron", Org, WorkOfArt),
            ("Her first novel, Glass Orchard, sold well.", "Glass Orchard", Fac, WorkOfArt),
            ("He works for the charity Brightside in Ghana.", "Brightside", Person, Org),
            // A clause about the thing, an addressee, a day, a person with an age.
            ("The song Tarka wrote was long.", "Tarka", Person, Person),
            ("She told the agency Tarka had left.", "Tarka", Person, Person),
            ("In her car, Tarka, 40, wept.", "Tarka", Person, Person),
            ("In the film, Tarka dies.", "Tarka", Person, Person),
            ("On the phone I met Tarka.", "Tarka", Person, Person),
        ] {
            check(changes, text, &[(name, found)], &[(name, expected)]);
        }
    }
}
