//! The tables that the page shows results by, as a JavaScript module.

use super::{NOTICE, quoted, union};
use newsmark::lexicon::english_words;
use newsmark::presentation::{ConfidenceLevel, Family, NAMES_HEADING, QUOTES_HEADING, UNATTRIBUTED};
use newsmark::text::LINE_BREAKS;
use newsmark::versions::SCHEMA;
use newsmark::{EntityType, Medium, QuoteType};

pub fn module() -> String {
    let family_ids = union(Family::ALL.map(Family::id));
    let levels = union(ConfidenceLevel::ALL.map(ConfidenceLevel::id));
    format!(
        "{NOTICE}
/**
 * @typedef {{import(\"../../npm/document.js\").EntityType}} EntityType
 * @typedef {{import(\"../../npm/document.js\").QuoteType}} QuoteType
 * @typedef {{import(\"../../npm/document.js\").Medium}} Medium
 * @typedef {{{family_ids}}} FamilyId
 * @typedef {{{{id: FamilyId, label: string, short: string, types: EntityType[]}}}} Family
 * @typedef {{{levels}}} ConfidenceLevel
 */

/** The version of the form of documents and of Newsmark files. */
export const SCHEMA_VERSION = {SCHEMA};

/** Every character that ends a line. Of CR and LF together the second one does. */
export const LINE_BREAKS = {line_breaks};

/** The function words of which English text is full and that other languages do not have. */
export const ENGLISH_WORDS = {english_words};

/** The heading above the names. */
export const NAMES_HEADING = {names_heading};

/** The heading above the quotations by speaker. */
export const QUOTES_HEADING = {quotes_heading};

/** Stands for a speaker whom the text does not name. */
export const UNATTRIBUTED = {unattributed};

/** The families of entity types, each with the types that belong to it. @type {{Family[]}} */
export const FAMILIES = [
{families}];

/** What each type is in plain words, and the short name that fits above a word. */
/** @type {{Record<EntityType, {{label: string, short: string}}>}} */
export const TYPES = {{
{types}}};

/** How much of a quotation is in quotation marks. @type {{{{id: QuoteType, label: string, about: string}}[]}} */
export const QUOTE_TYPES = [
{quote_types}];

/** Whether a quotation was said, written or only thought. @type {{{{id: Medium, label: string, about: string}}[]}} */
export const QUOTE_MEDIA = [
{quote_media}];

/**
 * A confidence in one word: the first level whose threshold it reaches.
 * @type {{{{id: ConfidenceLevel, label: string, threshold: number, about: string}}[]}}
 */
export const CONFIDENCE_LEVELS = [
{confidence_levels}];
",
        line_breaks = line_breaks(),
        english_words = quoted(&english_words().join(" ")),
        names_heading = quoted(NAMES_HEADING),
        quotes_heading = quoted(QUOTES_HEADING),
        unattributed = quoted(UNATTRIBUTED),
        families = lines(Family::ALL, family),
        types = lines(EntityType::ALL, entity_type),
        quote_types = lines(QuoteType::ALL, quote_type),
        quote_media = lines(Medium::ALL, quote_medium),
        confidence_levels = lines(ConfidenceLevel::ALL, confidence_level),
    )
}

fn lines<T>(all: impl IntoIterator<Item = T>, line: impl Fn(T) -> String) -> String {
    all.into_iter().map(|one| format!("  {},\n", line(one))).collect()
}

fn family(family: Family) -> String {
    let [id, label, short] = [family.id(), family.label(), family.short_label()].map(quoted);
    let types: Vec<String> = family.types().map(|kind| quoted(kind.as_str())).collect();
    format!("{{ id: {id}, label: {label}, short: {short}, types: [{}] }}", types.join(", "))
}

fn entity_type(kind: EntityType) -> String {
    format!("{}: {{ label: {}, short: {} }}", kind.as_str(), quoted(kind.label()), quoted(kind.short_label()))
}

fn quote_type(kind: QuoteType) -> String {
    let [id, label, about] = [kind.as_str(), kind.label(), kind.description()].map(quoted);
    format!("{{ id: {id}, label: {label}, about: {about} }}")
}

fn quote_medium(medium: Medium) -> String {
    let [id, label, about] = [medium.as_str(), medium.label(), medium.description()].map(quoted);
    format!("{{ id: {id}, label: {label}, about: {about} }}")
}

fn confidence_level(level: ConfidenceLevel) -> String {
    let [id, label, about] = [level.id(), level.label(), level.description()].map(quoted);
    format!("{{ id: {id}, label: {label}, threshold: {}, about: {about} }}", level.threshold())
}

/// Escaped: most of them cannot be seen.
fn line_breaks() -> String {
    let escaped: String = LINE_BREAKS.iter().map(|&c| format!("\\u{:04x}", u32::from(c))).collect();
    format!("\"{escaped}\"")
}
