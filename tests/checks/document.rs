//! Everything that the schema guarantees about a document.

use super::offsets::UNITS;
use newsmark::document::{Document, EntityRecord, QuoteRecord};
use newsmark::quotes::QuoteType;
use newsmark::text::OffsetUnit::Utf8;
use newsmark::{Annotator, OffsetUnit, Value};

/// Annotates a text, with byte offsets. Checks the document, annotates the text again, and converts the offsets to
/// every unit and back.
pub fn annotated(annotator: &Annotator, text: &str) -> Document {
    let document = annotator.annotate(text, Utf8);
    holds(text, &document);
    let in_utf16 = document.in_unit(text, Utf8, OffsetUnit::Utf16).expect("the document belongs to the text");
    assert_eq!(
        annotator.annotate(text, OffsetUnit::Utf16),
        in_utf16,
        "annotating again gave another document: {text:?}"
    );
    for unit in UNITS {
        let there = document.in_unit(text, Utf8, unit).expect("the document belongs to the text");
        assert_eq!(there.in_unit(text, unit, Utf8).as_ref(), Ok(&document), "{unit:?} of {text:?}");
    }
    document
}

/// Checks a document whose offsets are in bytes.
pub fn holds(text: &str, document: &Document) {
    let slice = |[start, end]: [usize; 2]| {
        text.get(start..end).unwrap_or_else(|| panic!("{start}..{end} is not a range of {text:?}"))
    };
    let some = |spans: &[[usize; 2]]| {
        for &span in spans {
            assert!(!slice(span).trim().is_empty(), "{span:?} is blank in {text:?}");
        }
        assert!(are_apart(spans), "{spans:?} overlap or are out of order in {text:?}");
    };
    some(&document.sentences);
    some(&document.blocks.iter().map(|b| [b.start, b.end]).collect::<Vec<_>>());
    some(&document.quoted_terms);
    some(&document.entities.iter().map(|e| [e.start, e.end]).collect::<Vec<_>>());
    for (index, entity) in document.entities.iter().enumerate() {
        assert_eq!(entity.id, index);
        assert_eq!(slice([entity.start, entity.end]), entity.text);
        assert_eq!(entity.text.trim(), entity.text);
        assert_eq!(entity.chain.is_some(), entity.kind.is_name(), "{entity:?}");
        assert!((0.0..=1.0).contains(&entity.confidence), "{entity:?}");
        value(entity);
    }
    for (index, chain) in document.chains.iter().enumerate() {
        assert_eq!(chain.id, index);
        assert!(!chain.label().trim().is_empty(), "{chain:?}");
        assert_eq!(chain.name.is_none(), chain.description.is_some(), "{chain:?}");
        let speaks = || document.quotes.iter().any(|quote| quote.speaker_chain == Some(index));
        assert!(chain.name.is_some() || speaks(), "{chain:?}");
        assert!(chain.related.is_none_or(|related| related != index && related < document.chains.len()), "{chain:?}");
        // Mentions may nest: "the mayor of Turin, Ada Conti" contains "Ada Conti".
        assert!(chain.mentions.is_sorted_by_key(|mention| mention.start), "{chain:?}");
        for mention in &chain.mentions {
            some(&[[mention.start, mention.end]]);
        }
        for title in &chain.titles {
            some(&[[title.start, title.end]]);
            assert_eq!(slice([title.start, title.end]), title.text);
        }
    }
    partition(text, document);
    for (index, quote) in document.quotes.iter().enumerate() {
        assert_eq!(quote.id, index);
        quote_holds(text, quote, &some);
        let name = quote.speaker_chain.and_then(|chain| document.chains[chain].name.as_ref());
        assert_eq!(quote.speaker_name.as_ref(), name, "{}", short(quote));
    }
}

/// Every named entity is a mention of its own chain and of no other chain.
fn partition(text: &str, document: &Document) {
    let mut named = vec![0; document.entities.len()];
    for (index, chain) in document.chains.iter().enumerate() {
        for mention in &chain.mentions {
            let first = document.entities.partition_point(|entity| entity.start < mention.start);
            let here = |entity: &&EntityRecord| {
                entity.kind.is_name() && [entity.start, entity.end] == [mention.start, mention.end]
            };
            if let Some(entity) = document.entities.get(first).filter(here) {
                assert_eq!(entity.chain, Some(index), "{entity:?} in {chain:?}");
                named[first] += 1;
            }
        }
    }
    for (entity, count) in document.entities.iter().zip(named) {
        assert_eq!(count, usize::from(entity.chain.is_some()), "{entity:?} in the chains of {text:?}");
    }
}

fn quote_holds(text: &str, quote: &QuoteRecord, some: &impl Fn(&[[usize; 2]])) {
    for spans in [&quote.content, &quote.quoted, &quote.cue, &quote.speaker] {
        some(spans);
    }
    assert!(!quote.content.is_empty(), "{}", short(quote));
    assert!((0.0..=1.0).contains(&quote.confidence), "{}", short(quote));
    match quote.kind {
        QuoteType::Direct => {
            assert!(quote.quoted == quote.content, "direct, but content and quoted differ: {}", short(quote))
        }
        QuoteType::Mixed => assert!(!quote.quoted.is_empty(), "{}", short(quote)),
        QuoteType::Indirect => assert!(quote.quoted.is_empty(), "{}", short(quote)),
    }
    let pieces = Pieces(&quote.content);
    for &stretch in &quote.quoted {
        assert!(pieces.holds(stretch), "{stretch:?} is quoted but outside the content: {}", short(quote));
    }
    // Cue and speaker are not part of the content.
    for &span in &quote.cue {
        assert!(!pieces.touches(span), "the cue {span:?} is in the content: {} in {text:?}", short(quote));
    }
    for &span in &quote.speaker {
        assert!(!pieces.touches(span), "the speaker {span:?} is in the content: {} in {text:?}", short(quote));
    }
}

/// Sorted ranges that do not overlap. They are searched by bisection, because a text of nothing but quotation marks
/// can give a quotation with thousands of pieces.
struct Pieces<'a>(&'a [[usize; 2]]);

impl Pieces<'_> {
    /// The first piece that ends after this offset.
    fn behind(&self, offset: usize) -> Option<&[usize; 2]> {
        self.0.get(self.0.partition_point(|piece| piece[1] <= offset))
    }

    fn holds(&self, span: [usize; 2]) -> bool {
        self.behind(span[0]).is_some_and(|piece| piece[0] <= span[0] && span[1] <= piece[1])
    }

    fn touches(&self, span: [usize; 2]) -> bool {
        self.behind(span[0]).is_some_and(|piece| piece[0] < span[1])
    }
}

fn are_apart(spans: &[[usize; 2]]) -> bool {
    spans.windows(2).all(|pair| pair[0][1] <= pair[1][0])
}

/// The start of the debug output, to identify a quotation.
fn short(quote: &QuoteRecord) -> String {
    format!("{quote:?}").chars().take(400).collect()
}

/// The value of an entity fits its type, its days are in order and after the birth of Christ, and its numbers are finite.
pub fn value(entity: &EntityRecord) {
    use newsmark::EntityType::{Cardinal, Date, Gpe, Loc, Money, Norp, Ordinal, Percent, Quantity, Time};
    match &entity.value {
        None => {}
        Some(Value::Time(time)) => {
            assert!(matches!(entity.kind, Date | Time), "{entity:?}");
            assert!(!time.value.is_empty(), "{entity:?}");
            let day = |day: &Option<String>| day.as_deref().map(|day| day.parse::<newsmark::Date>().expect("a day"));
            let (earliest, latest) = (day(&time.earliest), day(&time.latest));
            assert!(earliest.zip(latest).is_none_or(|(earliest, latest)| earliest <= latest), "{entity:?}");
        }
        Some(Value::Amount(amount)) => {
            assert!(matches!(entity.kind, Money | Percent | Quantity | Cardinal | Ordinal), "{entity:?}");
            let numbers = [Some(amount.amount), amount.high, amount.si];
            assert!(numbers.iter().flatten().all(|number| number.is_finite()), "{entity:?}");
            assert!(amount.high.is_none_or(|high| high > amount.amount), "{entity:?}");
            assert_eq!(amount.si.is_some(), amount.si_unit.is_some(), "{entity:?}");
        }
        Some(Value::Place(_)) => assert!(matches!(entity.kind, Gpe | Loc | Norp), "{entity:?}"),
    }
}
