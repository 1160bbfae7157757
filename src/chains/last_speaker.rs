//! "“People stay at home,” said Jana Mohr. The season, *she said*, was over": a pronoun that reports goes on with the person
//! who has just spoken, however often somebody else is named in the text.

use super::discourse_model::Referent;
use super::mention_context::MentionContext;
use super::pronoun::{Form, Pronoun};
use crate::lexicon::{POSSESSIVE, REPORTING, SUBJECT, TELLING};
use crate::syntax::TokenView;

/// The person among these who has just spoken, or been the only subject of the sentence before, as an index. `persons`
/// have been mentioned before the pronoun and may be the one it means.
pub fn find<'r>(
    view: &TokenView,
    pronoun: &Pronoun,
    persons: impl Iterator<Item = (usize, &'r Referent)> + Clone,
) -> Option<usize> {
    let here = &pronoun.context;
    if pronoun.form != Form::Subject || !here.says || here.quote.is_some() {
        return None;
    }
    let begins = sentence_of_words_before(view, here);
    let told = persons.filter_map(|(index, person)| {
        let outside =
            [Some(person.last), person.previous].into_iter().flatten().find(|context| context.quote.is_none());
        Some((index, person, outside?))
    });
    if told.clone().any(|(.., context)| context.sentence >= begins) {
        return None;
    }
    // "said her teacher": not she.
    let before = told.filter(|(.., context)| context.sentence + 1 == begins && !view.has(context.token, POSSESSIVE));
    if replies(view, here.token) {
        let others = before.filter(|(.., context)| !speaks(view, context)).map(|(index, ..)| index);
        let others: Vec<usize> = others.collect();
        return if let [one] = others[..] { Some(one) } else { None };
    }
    let speaking: Vec<usize> =
        before.clone().filter(|(.., context)| speaks(view, context)).map(|(index, ..)| index).collect();
    if !speaking.is_empty() {
        return if let [one] = speaking[..] { Some(one) } else { None };
    }
    let subjects: Vec<(usize, bool)> = before
        .filter(|(.., context)| context.before_verb)
        .map(|(index, person, context)| {
            let paragraph = |token| view.layout.paragraph_of(token);
            let goes_on = paragraph(context.token) == paragraph(here.token);
            (index, goes_on || person.introduced == context.sentence)
        })
        .collect();
    if let [(one, true)] = subjects[..] { Some(one) } else { None }
}

/// "“Stop,” Ames told Webb. “I have stopped,” he replied": not the one who has spoken.
fn replies(view: &TokenView, pronoun: usize) -> bool {
    const REPLY: &[&str] = &["answered", "countered", "replied", "responded", "retorted"];
    let verbs = [pronoun.checked_sub(1), Some(pronoun + 1)].into_iter().flatten();
    verbs.into_iter().any(|verb| REPLY.iter().any(|reply| view.is(verb, reply)))
}

/// Whether a reporting verb stands beside the name, or before the description in front of it: "said her teacher, Ames".
fn speaks(view: &TokenView, context: &MentionContext) -> bool {
    const FAR: usize = 6;
    let start = view.sentence_tokens(context.token).start.max(context.token.saturating_sub(FAR));
    let described = (start + 1..context.token)
        .rev()
        .take_while(|&token| !view.is_person(token))
        .find(|&token| view.has(token, REPORTING) && view.is_punctuation(token - 1));
    // "Ames told Webb": not Webb.
    let told = context.token >= start + 2
        && view.has(context.token - 1, TELLING)
        && (view.is_person(context.token - 2) || view.has(context.token - 2, SUBJECT));
    !told && context.says || (described.is_some() && view.word(context.token - 1) == ",")
}

/// The sentence in which the words begin that the pronoun reports, if they stand in quotation marks before it.
fn sentence_of_words_before(view: &TokenView, here: &MentionContext) -> usize {
    let quoted = &view.layout.quoted;
    let start = view.sentence_tokens(here.token).start;
    let next = quoted.partition_point(|quoted| quoted.open < here.token);
    let last = quoted[..next].last().filter(|quoted| quoted.close.is_some_and(|close| close >= start));
    last.map_or(here.sentence, |quoted| view.sentence(quoted.open).min(here.sentence))
}
