//! TEI P5: the text with its annotations as elements, and lists of the persons, organisations and places in it.
//!
//! | in the document | in TEI |
//! |---|---|
//! | a paragraph | `p`; `lb` for a line break inside one |
//! | PERSON; ORG; GPE, LOC, FAC | `persName`; `orgName`; `placeName` with `@type` |
//! | WORK_OF_ART; DATE; TIME | `title`; `date`; `time` |
//! | PERCENT, ORDINAL, CARDINAL; MONEY, QUANTITY | `num`; `measure`, with `@type` |
//! | any other type | `name` with `@type` |
//! | a chain | `person`, `org`, `place` or `item` in `standOff`; its mentions point there with `@ref` |
//! | a person without a name | `person` with a `note type="description"` |
//! | a mention other than a name; a title | `rs` with `@type`; `roleName` |
//! | a quotation | `said` with `@who` and `@direct`; `quote` for what is in quotation marks inside mixed and indirect ones |
//! | its cue; a speaker in no chain | `seg type="cue"`; `rs type="speaker"` with the id that `@who` points at |
//! | words in quotation marks that are not a quotation | `soCalled` |
//! | metadata | `author` in `titleStmt`, `bibl` in `sourceDesc`, `language` in `profileDesc` |
//! | confidence; made by a person | `@cert`; `@resp="#you"` |
//! | a note | `note`, after the element that its `@target` points at |
//!
//! An annotation that does not nest, or continues in the next paragraph, is written in pieces that are linked by `@next` and
//! `@prev`, as described in the Guidelines (20.3, fragmentation of an element).

mod body;
mod lists;
mod source;

use super::article::Article;
use super::markup::Markup;
use newsmark::versions::PROGRAM;

const NAMESPACE: &str = "http://www.tei-c.org/ns/1.0";

pub fn write(article: &Article) -> Vec<u8> {
    let mut tei = Markup::new();
    tei.xml_declaration();
    tei.open("TEI", &[("xmlns", NAMESPACE)]);
    header(&mut tei, article);
    lists::write(&mut tei, article);
    tei.line();
    body::write(&mut tei, article);
    tei.line();
    tei.close("TEI");
    tei.line();
    tei.finish()
}

fn header(tei: &mut Markup, article: &Article) {
    tei.line();
    tei.open("teiHeader", &[]);
    tei.open("fileDesc", &[]);
    tei.open("titleStmt", &[]);
    tei.element("title", &[], article.title());
    source::author(tei, article);
    if changed_by_hand(article) {
        tei.open("respStmt", &[("xml:id", "you")]);
        tei.element("resp", &[], "Marked or corrected by hand");
        tei.element("name", &[], "The person who made this file");
        tei.close("respStmt");
    }
    tei.close("titleStmt");
    tei.open("publicationStmt", &[]);
    tei.element("p", &[], "Not published: exported for further work.");
    tei.close("publicationStmt");
    source::description(tei, article);
    tei.close("fileDesc");
    tei.open("encodingDesc", &[]);
    tei.open("appInfo", &[]);
    tei.open("application", &[("ident", "newsmark"), ("version", article.versions.newsmark)]);
    tei.element("label", &[], PROGRAM);
    tei.element("desc", &[], &format!("Names, quotations and speakers as found by {}.", article.versions));
    tei.close("application");
    tei.close("appInfo");
    tei.close("encodingDesc");
    source::language(tei, article);
    tei.close("teiHeader");
}

fn changed_by_hand(article: &Article) -> bool {
    let document = &article.document;
    let mut by = document.entities.iter().map(|e| e.by).chain(document.quotes.iter().map(|q| q.by));
    let mut notes = document.entities.iter().map(|e| &e.note).chain(document.quotes.iter().map(|q| &q.note));
    by.any(|by| by.is_some())
        || document.chains.iter().any(|chain| chain.by.is_some())
        || notes.any(|note| note.is_some())
}

/// The id of a chain in the lists.
fn chain_id(chain: usize) -> String {
    format!("chain.{chain}")
}
