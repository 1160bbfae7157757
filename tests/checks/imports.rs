//! Importing arbitrary data either fails with a reason or gives a document that belongs to its text.

use arbitrary::{Result, Unstructured};
use newsmark::document::Document;
use newsmark::text::OffsetUnit;
use newsmark_formats::export::{Format, Saved, export};
use newsmark_formats::import;
use serde_json::{Value, json};

/// Imports bytes as web annotations of a text, and as a Newsmark file.
pub fn hold(text: &str, bytes: &[u8]) {
    if let Ok(imported) = import::annotations(text, bytes) {
        belongs(text, &imported.document);
    }
    if let Ok(saved) = Saved::from_json(bytes) {
        // An opened file can be saved, opened again and exported.
        let again = Saved::from_json(&saved.to_json()).unwrap_or_else(|error| panic!("{error}: {saved:?}"));
        assert_eq!(again.to_json(), saved.to_json());
        for &format in Format::ALL {
            export(&saved, format).unwrap_or_else(|error| panic!("{format:?} of {saved:?}: {error}"));
        }
    }
}

/// Ranges lie in the text, references are valid, and ids are indices.
pub fn belongs(text: &str, document: &Document) {
    document.check(text, OffsetUnit::Utf8).unwrap_or_else(|error| panic!("{error}: {document:?} of {text:?}"));
    for (id, entity) in document.entities.iter().enumerate() {
        assert_eq!((entity.id, entity.text.as_str()), (id, &text[entity.start..entity.end]));
    }
    assert!(document.chains.iter().enumerate().all(|(id, chain)| chain.id == id));
    assert!(document.quotes.iter().enumerate().all(|(id, quote)| quote.id == id && !quote.content.is_empty()));
}

/// Web annotations in all the forms that the standard allows. Their selectors may or may not match the text.
pub fn annotations(u: &mut Unstructured, text: &str) -> Result<Value> {
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mut list = Vec::new();
    for id in 0..u.int_in_range(0..=8)? {
        let body = many(u, body)?;
        let target = many(u, |u| Ok(json!({ "source": "x", "selector": many(u, |u| selector(u, text, &places))? })))?;
        let mut one = json!({ "type": "Annotation", "id": format!("urn:{id}"), "body": body, "target": target });
        if u.arbitrary()? {
            one["creator"] = json!({ "id": "urn:newsmark:person" });
        }
        list.push(one);
    }
    Ok(match u.int_in_range(0..=3)? {
        0 => json!({ "items": list }),
        1 => json!({ "first": { "items": list } }),
        2 => list.pop().unwrap_or_default(),
        _ => json!(list),
    })
}

/// Null, a string, one object or a list of them.
fn many(u: &mut Unstructured, one: impl Fn(&mut Unstructured) -> Result<Value>) -> Result<Value> {
    Ok(match u.int_in_range(0..=7)? {
        0 => Value::Null,
        1 => json!(u.arbitrary::<String>()?),
        count @ 2..=4 => (2..=count).map(|_| one(u)).collect::<Result<_>>()?,
        _ => one(u)?,
    })
}

fn body(u: &mut Unstructured) -> Result<Value> {
    const PURPOSES: [&str; 7] = ["tagging", "classifying", "identifying", "linking", "assessing", "commenting", ""];
    const VALUES: [&str; 16] = [
        "PERSON", "org", "Place", "DATE", "title", "pronoun", "nominal", "quotation", "cue", "speaker", "quoted term",
        "direct", "mixed", "indirect", "0.5", "NaN",
    ];
    let mut body = json!({ "type": "TextualBody" });
    body["purpose"] = (*u.choose(&PURPOSES)?).into();
    if u.ratio(5, 6)? {
        body["value"] = if u.ratio(5, 6)? { (*u.choose(&VALUES)?).into() } else { u.arbitrary::<String>()?.into() };
    } else {
        body["source"] = format!("urn:{}", u.int_in_range(0..=9)?).into();
    }
    Ok(body)
}

fn selector(u: &mut Unstructured, text: &str, places: &[usize]) -> Result<Value> {
    if u.arbitrary()? {
        return Ok(
            json!({ "type": "TextPositionSelector", "start": u.arbitrary::<u16>()? % 256, "end": u.arbitrary::<u16>()? % 256 }),
        );
    }
    let (a, b) = (*u.choose(places)?, *u.choose(places)?);
    let exact = &text[a.min(b)..a.max(b)];
    Ok(
        json!({ "type": "TextQuoteSelector", "exact": exact, "prefix": u.arbitrary::<String>()?, "suffix": &text[a.max(b)..] }),
    )
}

/// A Newsmark file with up to two values replaced by other values of the file or by arbitrary ones.
pub fn tampered_article(u: &mut Unstructured, text: &str) -> Result<Value> {
    let article = super::made::article(u, text)?;
    let mut json: Value = serde_json::from_slice(&article.to_json()).expect("a Newsmark file is JSON");
    for _ in 0..u.int_in_range(0..=2)? {
        let other = match u.int_in_range(0..=7)? {
            0 => Value::Null,
            1 => json!(u.arbitrary::<u64>()?),
            2 => json!(u.arbitrary::<i8>()?),
            3 => json!(u.arbitrary::<String>()?),
            4 => json!([u.arbitrary::<u8>()?, u.arbitrary::<u8>()?]),
            5 => json!(1e300),
            6 => json!({}),
            _ => some_value(u, &mut json)?.clone(),
        };
        *some_value(u, &mut json)? = other;
    }
    Ok(json)
}

/// A random value in a JSON tree.
fn some_value<'v>(u: &mut Unstructured, value: &'v mut Value) -> Result<&'v mut Value> {
    let count = match &*value {
        Value::Array(list) => list.len(),
        Value::Object(fields) => fields.len(),
        _ => 0,
    };
    if count == 0 || u.ratio(1, 5)? {
        return Ok(value);
    }
    let index = u.choose_index(count)?;
    match value {
        Value::Array(list) => some_value(u, &mut list[index]),
        Value::Object(fields) => some_value(u, fields.values_mut().nth(index).expect("the index is below the count")),
        _ => unreachable!("scalars have no parts"),
    }
}
