//! What displaCy draws with `displacy.render(…, style="ent", manual=True)`.

use super::article::Article;
use super::saved::in_json_bytes;
use newsmark::text::OffsetUnit;
use newsmark::versions::Versions;
use serde::Serialize;

#[derive(Serialize)]
struct Drawing<'a> {
    text: &'a str,
    title: &'a str,
    ents: Vec<Ent>,
    /// displaCy ignores it.
    made_by: Versions<'a>,
}

#[derive(Serialize)]
struct Ent {
    start: usize,
    end: usize,
    label: &'static str,
}

pub fn write(article: &Article) -> Vec<u8> {
    // displaCy slices the text in one pass, so entities must not overlap.
    let map = article.offsets(OffsetUnit::CodePoints);
    let ents = article.flat_entities().into_iter().map(|entity| Ent {
        start: map.from_byte(entity.start),
        end: map.from_byte(entity.end),
        label: entity.kind.as_str(),
    });
    in_json_bytes(&Drawing {
        text: article.text,
        title: article.title(),
        ents: ents.collect(),
        made_by: article.versions,
    })
}
