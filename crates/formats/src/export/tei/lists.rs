//! `standOff`: the lists of the chains.

use super::super::article::Article;
use super::super::markup::Markup;
use super::chain_id;
use newsmark::document::ChainRecord;
use newsmark::entities::EntityType;
use std::collections::HashSet;

/// The elements of a list, of its entries and of their names.
type List = (&'static str, &'static str, &'static str);

const PEOPLE: List = ("listPerson", "person", "persName");
const ORGANISATIONS: List = ("listOrg", "org", "orgName");
const PLACES: List = ("listPlace", "place", "placeName");
/// Chains of other types: groups, works, events.
const OTHERS: List = ("list", "item", "name");

fn list_of(chain: &ChainRecord) -> List {
    match chain.kind {
        EntityType::Person => PEOPLE,
        EntityType::Org => ORGANISATIONS,
        EntityType::Gpe | EntityType::Loc | EntityType::Fac => PLACES,
        _ => OTHERS,
    }
}

pub fn write(tei: &mut Markup, article: &Article) {
    let chains = &article.document.chains;
    // It must not be empty.
    if chains.is_empty() {
        return;
    }
    tei.line();
    tei.open("standOff", &[]);
    for list in [PEOPLE, ORGANISATIONS, PLACES, OTHERS] {
        let mut entries = chains.iter().enumerate().filter(|(_, chain)| list_of(chain) == list).peekable();
        if entries.peek().is_none() {
            continue;
        }
        tei.line();
        tei.open(list.0, &[]);
        for (index, chain) in entries {
            tei.line();
            entry(tei, list, index, chain);
        }
        tei.line();
        tei.close(list.0);
    }
    tei.line();
    tei.close("standOff");
}

fn entry(tei: &mut Markup, list: List, index: usize, chain: &ChainRecord) {
    let (_, element, name) = list;
    let id = chain_id(index);
    let mut attributes = vec![("xml:id", id.as_str())];
    if chain.by.is_some() {
        attributes.push(("resp", "#you"));
    }
    tei.open(element, &attributes);
    let kind = [("type", chain.kind.as_str())];
    match &chain.name {
        Some(words) => tei.element(name, if list == PEOPLE || list == ORGANISATIONS { &[] } else { &kind }, words),
        None => tei.element("note", &[("type", "description")], chain.label()),
    }
    if list == PEOPLE {
        let mut told = HashSet::new();
        for title in chain.titles.iter().filter(|title| told.insert(&title.text)) {
            tei.element("occupation", &[], &title.text);
        }
    }
    tei.close(element);
}
