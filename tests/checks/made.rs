//! Arbitrary tags, documents and articles, including ones that no model would produce.

use arbitrary::{Result, Unstructured};
use newsmark::chains::MentionKind;
use newsmark::document::{
    ChainRecord, Creator, Document, EntityRecord, MentionRecord, Metadata, QuoteRecord, TitleRecord,
};
use newsmark::entities::{Entity, EntityType};
use newsmark::layout::Layout;
use newsmark::quotes::QuoteType;
use newsmark::tagger::{LABELS, Tagging};
use newsmark::text::{OffsetUnit, Span};
use newsmark::tokens::token_at;
use newsmark::values::{Date, find};
use newsmark_formats::export::Saved;
use std::ops::Range;

/// Tags for a number of tokens. The two most likely labels of each token are arbitrary, and so are their
/// probabilities.
pub fn tagging(u: &mut Unstructured, tokens: usize) -> Result<Tagging> {
    let mut tagging = Tagging::default();
    for _ in 0..tokens {
        let (label, second, doubt) = (u.arbitrary::<u8>()?, u.arbitrary::<u8>()?, u.arbitrary::<u8>()?);
        let mut ner = [-12.0; LABELS];
        ner[usize::from(second) % LABELS] = -2.0 - f32::from(doubt % 8);
        ner[usize::from(label) % LABELS] = -f32::from(doubt / 8) / 16.0;
        tagging.ner.push(ner);
        let bits = u.arbitrary::<u16>()?;
        tagging.roles.push([0, 1, 2].map(|role| {
            let mut places = [0.02; 5];
            places[usize::from(bits >> (3 * role) & 7) % 5] = 0.5 + f32::from(bits >> 9) / 300.0;
            places
        }));
    }
    Ok(tagging)
}

/// Words of dates and amounts, as the library's grammar knows them.
const WORDS: &str = "the a last this next past two three 0 1 5 12 31 99 1989 2023 9999 0001 1,200 2.5 99999999999999999999 1/2 ½ \
    first second third 21st 70th twenty hundred thousand million dozen half quarter year years month months week days day hours \
    hour minutes decade century centuries weekend ago later earlier before after from to and of in at every each between - – / : \
    Monday Friday Tuesdays July Dec. May spring winter morning night noon midnight p.m. am EST GMT '80s 1990s 40s nineties \
    Christmas Thanksgiving Easter eve early late mid about more than at least up old -year-old $ £ € A$ % per cent dollars pence \
    million bn m km miles feet degrees C square q fiscal ended day's today tomorrow overnight period";

/// A text of such words, and spans of its tokens as entities of arbitrary types that have values.
pub fn expressions(u: &mut Unstructured) -> Result<(String, Vec<(Range<usize>, EntityType)>)> {
    let words: Vec<&str> = WORDS.split_ascii_whitespace().collect();
    let mut text = String::new();
    let mut spans = Vec::new();
    while !u.is_empty() && text.len() < 2000 {
        let start = text.len();
        for _ in 0..=u.arbitrary::<u8>()? % 9 {
            text.push_str(words[usize::from(u.arbitrary::<u8>()?) % words.len()]);
            text.push_str([" ", " ", " ", ", ", ""][usize::from(u.arbitrary::<u8>()?) % 5]);
        }
        let kind = EntityType::ALL[EntityType::Date as usize + usize::from(u.arbitrary::<u8>()?) % 7];
        spans.push((start..text.trim_end_matches([' ', ',']).len(), kind));
        text.push_str([" ", " will ", " was ", ". The ", "\n"][usize::from(u.arbitrary::<u8>()?) % 5]);
    }
    Ok((text, spans))
}

/// The document of such a text.
pub fn valued(text: &str, spans: &[(Range<usize>, EntityType)], published: Option<Date>) -> Document {
    let layout = Layout::of(text);
    let entities: Vec<Entity> = spans
        .iter()
        .filter(|(span, _)| !span.is_empty())
        .map(|(span, kind)| {
            let tokens = token_at(&layout.tokens, span.start)..token_at(&layout.tokens, span.end - 1) + 1;
            Entity { span: Span::new(span.start, span.end), tokens, kind: *kind, confidence: 1.0 }
        })
        .filter(|entity| entity.tokens.end <= layout.tokens.len())
        .collect();
    let values = find(&layout, &entities, published);
    assert_eq!(values.len(), entities.len());
    newsmark::document::build(&layout, &entities, &values, &[], &Default::default(), OffsetUnit::Utf8)
}

/// An article as a file may hold it: marks may be anywhere, cross, be empty or coincide, in any order.
pub fn article(u: &mut Unstructured, text: &str) -> Result<Saved> {
    let mut saved = Saved::new(text, document(u, text)?, OffsetUnit::Utf8, "m");
    if u.arbitrary()? {
        saved.title = words(u)?;
    }
    if u.arbitrary()? {
        saved.corrections = serde_json::json!([{ "do": words(u)?, "at": [u.arbitrary::<u32>()?, 7], "name": null }]);
    }
    Ok(saved)
}

fn document(u: &mut Unstructured, text: &str) -> Result<Document> {
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    // In an empty text every range is empty, and files with empty ranges are rejected.
    let belongs = u.arbitrary()? && places.len() > 1;
    let mut making = Making { u, text, places, chains: 0, belongs };
    making.chains = making.below(5)?;
    let mut document = Document::default();
    document.entities = (0..making.below(12)?).map(|id| making.entity(id)).collect::<Result<_>>()?;
    document.chains = (0..making.chains).map(|id| making.chain(id)).collect::<Result<_>>()?;
    document.quotes = (0..making.below(5)?).map(|id| making.quote(id)).collect::<Result<_>>()?;
    document.quoted_terms = making.ranges()?;
    document.sentences = making.ranges()?;
    if making.u.arbitrary()? {
        document.metadata = metadata(making.u)?;
    }
    Ok(document)
}

fn metadata(u: &mut Unstructured) -> Result<Metadata> {
    let mut metadata = Metadata::default();
    let Metadata { title, byline, date, site, url, language, .. } = &mut metadata;
    for field in [title, byline, date, site, url, language] {
        *field = words(u)?;
    }
    Ok(metadata)
}

/// A name or title, as typed by a person or read from a file.
fn words(u: &mut Unstructured) -> Result<String> {
    const ODD: [&str; 6] = ["\"=<&\u{0}'\n", "=HYPERLINK(\"x\")", "]]>--><!--", "../..\\CON", "\u{202e}\u{feff}", ""];
    Ok(if u.arbitrary()? { (*u.choose(&ODD)?).to_owned() } else { u.arbitrary::<String>()? })
}

struct Making<'u, 'b, 't> {
    u: &'u mut Unstructured<'b>,
    text: &'t str,
    places: Vec<usize>,
    /// The number of chains that records can refer to.
    chains: usize,
    /// Whether ranges are never empty, so that the document can be opened again.
    belongs: bool,
}

impl Making<'_, '_, '_> {
    fn below(&mut self, limit: usize) -> Result<usize> {
        self.u.int_in_range(0..=limit - 1)
    }

    fn range(&mut self) -> Result<[usize; 2]> {
        if self.belongs {
            let first = self.u.choose_index(self.places.len() - 1)?;
            let last = *self.u.choose(&self.places[first + 1..])?;
            return Ok([self.places[first], last]);
        }
        let (a, b) = (*self.u.choose(&self.places)?, *self.u.choose(&self.places)?);
        Ok([a.min(b), a.max(b)])
    }

    fn ranges(&mut self) -> Result<Vec<[usize; 2]>> {
        (0..self.below(4)?).map(|_| self.range()).collect()
    }

    fn some_chain(&mut self) -> Result<Option<usize>> {
        Ok(Some(self.below(6)?).filter(|&chain| chain < self.chains))
    }

    fn by(&mut self) -> Result<Option<Creator>> {
        Ok((self.below(3)? == 0).then_some(Creator::User))
    }

    /// A confidence with three decimals, as in documents. It may exceed 1, as files can hold any number.
    fn confidence(&mut self) -> Result<f64> {
        Ok(self.below(2001)? as f64 / 1000.0)
    }

    fn kind(&mut self) -> Result<EntityType> {
        self.u.choose(&EntityType::ALL).copied()
    }

    fn entity(&mut self, id: usize) -> Result<EntityRecord> {
        let [start, end] = self.range()?;
        let mut entity = EntityRecord::new(id, [start, end], self.kind()?, &self.text[start..end]);
        entity.chain = self.some_chain()?;
        entity.confidence = self.confidence()?;
        entity.by = self.by()?;
        Ok(entity)
    }

    fn chain(&mut self, id: usize) -> Result<ChainRecord> {
        let title = |[start, end]: [usize; 2]| TitleRecord::new([start, end], &self.text[start..end]);
        let titles = self.ranges()?.into_iter().map(title).collect();
        let mentions = self.ranges()?.into_iter().map(|range| {
            let kind = *self.u.choose(&MentionKind::ALL)?;
            Ok(MentionRecord::new(range, kind))
        });
        let mentions = mentions.collect::<Result<_>>()?;
        let mut chain = ChainRecord::new(id, self.kind()?, words(self.u)?);
        (chain.titles, chain.mentions) = (titles, mentions);
        chain.related = self.some_chain()?;
        chain.by = self.by()?;
        Ok(chain)
    }

    fn quote(&mut self, id: usize) -> Result<QuoteRecord> {
        let kind = *self.u.choose(&QuoteType::ALL)?;
        let content = if self.belongs { vec![self.range()?, self.range()?] } else { self.ranges()? };
        let mut quote = QuoteRecord::new(id, kind, content);
        quote.quoted = self.ranges()?;
        quote.cue = self.ranges()?;
        quote.speaker = self.ranges()?;
        quote.speaker_name = if self.u.arbitrary()? { Some(words(self.u)?) } else { None };
        quote.speaker_chain = self.some_chain()?;
        quote.confidence = self.confidence()?;
        quote.why = words(self.u)?;
        quote.by = self.by()?;
        Ok(quote)
    }
}
