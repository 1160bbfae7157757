//! The article with its highlights.

use super::super::article::Article;
use super::super::markup::Markup;
use super::super::nesting::{Nesting, Part, Step};
use newsmark::document::Creator;
use newsmark::presentation::{ConfidenceLevel, UNATTRIBUTED};
use newsmark::quotes::QuoteType;
use newsmark::text::Span;

/// The id of an annotation, to which the lists link.
pub fn mark_id(part: Part) -> Option<String> {
    match part {
        Part::Content(quote) => Some(format!("quotation-{quote}")),
        Part::Entity(entity) => Some(format!("name-{entity}")),
        _ => None,
    }
}

pub fn write(html: &mut Markup, article: &Article, paragraphs: &[Span], nesting: &Nesting) {
    html.open("article", &[]);
    for (index, steps) in nesting.blocks.iter().enumerate() {
        let is_headline = index == 0 && nesting.blocks.len() > 1 && paragraphs[0].of(article.text) == article.title();
        let block = if is_headline { "h1" } else { "p" };
        html.line();
        html.open(block, &[("dir", "auto")]);
        for step in steps {
            match *step {
                Step::Text(at) => html.text(at.of(article.text)),
                Step::Open { layer, piece } => {
                    let layer = &nesting.layers[layer];
                    let is_last = piece + 1 == nesting.pieces[layer.mark];
                    open(html, article, layer.part, piece == 0, is_last);
                }
                Step::Close { .. } => html.close("span"),
            }
        }
        html.close(block);
    }
    html.line();
    html.close("article");
}

fn open(html: &mut Markup, article: &Article, part: Part, is_first: bool, is_last: bool) {
    let document = &article.document;
    let (class, title, speaker) = match part {
        Part::Content(index) => {
            let quote = &document.quotes[index];
            let name = article.speaker(quote);
            let speaker = name.clone().filter(|_| is_last && quote.kind != QuoteType::Indirect);
            let who = name.unwrap_or_else(|| UNATTRIBUTED.to_lowercase());
            let title = format!(
                "{} {}: {who}{}",
                quote.kind.as_str(),
                quote.medium.as_str(),
                source(quote.confidence, quote.by)
            );
            (format!("said {} {}", quote.kind.as_str(), quote.medium.as_str()), title, speaker)
        }
        Part::Entity(index) => {
            let entity = &document.entities[index];
            let name = article.chain_of(entity).map(|chain| format!("{}: ", chain.label())).unwrap_or_default();
            let title = format!("{name}{}{}", entity.kind.label(), source(entity.confidence, entity.by));
            (format!("name {}", entity.kind.family().id()), title, None)
        }
        Part::Mention(chain, _) => ("mention".to_owned(), document.chains[chain].label().to_owned(), None),
        Part::Title(chain) => ("role".to_owned(), format!("title of {}", document.chains[chain].label()), None),
        Part::Quoted(_) => ("quoted".to_owned(), String::new(), None),
        Part::Cue(_) | Part::Speaker(_) | Part::Term(_) => (String::new(), String::new(), None),
    };
    let id = mark_id(part).filter(|_| is_first);
    let optional = [
        ("class", Some(class).filter(|class| !class.is_empty())),
        ("title", Some(title).filter(|title| !title.is_empty())),
        ("id", id),
        ("data-speaker", speaker),
    ];
    let attributes: Vec<_> = optional.iter().filter_map(|(key, value)| Some((*key, value.as_deref()?))).collect();
    html.open("span", &attributes);
}

fn source(confidence: f64, by: Option<Creator>) -> String {
    match by {
        Some(Creator::User) => ", marked by hand".to_owned(),
        None => format!(", {}", ConfidenceLevel::in_words(confidence)),
    }
}
