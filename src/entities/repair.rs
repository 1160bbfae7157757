//! The model's entities and the patterns' matches, brought together.

use super::{Entity, EntityType, patterns};
use crate::layout::Layout;

/// The confidence of a match that the model overlooked. They are rare: of OntoNotes' 542 dev texts five
/// had one, each in a gold entity and three of them the whole of it.
const OVERLOOKED: f32 = 0.7;

/// Adds the matches that no entity touches, and lets entities of a match's own type grow to all of it.
/// Both come in order of their start, without overlaps, and so does what is given back.
pub fn by_patterns(layout: &Layout, entities: impl Iterator<Item = Entity>) -> Vec<Entity> {
    let mut entities = entities.peekable();
    let mut out: Vec<Entity> = Vec::new();
    for found in patterns::matches(layout) {
        while let Some(before) = entities.next_if(|e| e.tokens.start < found.tokens.end) {
            out.push(before);
        }
        let touched = out.partition_point(|e| e.tokens.end <= found.tokens.start);
        // A bare number inside a match is its number ("20" of "20 per cent"), and a country before the sign
        // is the currency's ("US" of "US$20"): neither is another opinion.
        let number = |e: &Entity| e.kind == EntityType::Cardinal && e.tokens.len() < found.tokens.len();
        let country = |e: &Entity| {
            found.kind == EntityType::Money && e.tokens.start >= found.tokens.start && e.tokens.end <= found.core.start
        };
        let whole = |e: &Entity| e.tokens.start <= found.core.start && e.tokens.end >= found.core.end;
        let lacks_country = out[touched..].iter().any(country);
        let believed = |e: &Entity| !number(e) && !country(e) && (e.kind != found.kind || (whole(e) && !lacks_country));
        if out[touched..].iter().any(believed) {
            continue;
        }
        let (mut tokens, mut confidence) = (found.tokens, OVERLOOKED);
        for part in out.drain(touched..) {
            tokens = tokens.start.min(part.tokens.start)..tokens.end.max(part.tokens.end);
            confidence = confidence.min(part.confidence);
        }
        out.push(Entity::of(layout, tokens, found.kind, confidence));
    }
    out.extend(entities);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text's entities when the model has found these stretches, given with their types.
    fn repaired(text: &str, model: &[(&str, EntityType)]) -> Vec<(String, EntityType)> {
        let layout = Layout::of(text);
        let found = model.iter().map(|&(part, kind)| {
            let start = text.find(part).expect("the stretch stands in the text");
            let first = crate::tokens::token_at(&layout.tokens, start);
            let last = crate::tokens::token_at(&layout.tokens, start + part.len() - 1);
            Entity::of(&layout, first..last + 1, kind, 0.7)
        });
        by_patterns(&layout, found).into_iter().map(|e| (e.span.of(text).to_owned(), e.kind)).collect()
    }

    #[test]
    fn what_was_overlooked_is_added_and_what_was_cut_short_grows() {
        use EntityType::*;
        let text = "On March 3, 1961, about 4.5% of Oslo paid some $20 million by 5 p.m.";
        let expected = [
            ("March 3, 1961", Date),
            ("about 4.5%", Percent),
            ("Oslo", Gpe),
            ("some $20 million", Money),
            ("5 p.m.", Time),
        ];
        let expected: Vec<_> = expected.map(|(s, kind)| (s.to_owned(), kind)).into();
        let model = [("March 3", Date), ("1961", Date), ("about 4.5%", Percent), ("Oslo", Gpe), ("some $20", Money)];
        assert_eq!(repaired(text, &model), expected);
    }

    #[test]
    fn the_number_of_an_amount_is_no_amount_of_its_own() {
        use EntityType::*;
        assert_eq!(repaired("up 20 per cent", &[("20", Cardinal)]), [("20 per cent".to_owned(), Percent)]);
    }

    #[test]
    fn the_currencys_country_is_part_of_the_amount() {
        use EntityType::*;
        let model = [("US", Gpe), ("$100 million", Money)];
        assert_eq!(repaired("a promise of US$100 million in aid", &model), [("US$100 million".to_owned(), Money)]);
    }

    #[test]
    fn a_sign_before_plain_digits_is_the_models_to_take_or_leave() {
        for part in ["1,250", "$1,250"] {
            assert_eq!(
                repaired("It cost $1,250 then", &[(part, EntityType::Money)]),
                [(part.to_owned(), EntityType::Money)]
            );
        }
    }

    #[test]
    fn the_model_is_believed_where_it_says_something_else() {
        let text = "The band called 3 March 1961 played.";
        let model = [("3 March 1961", EntityType::Org)];
        assert_eq!(repaired(text, &model), [("3 March 1961".to_owned(), EntityType::Org)]);
    }
}
