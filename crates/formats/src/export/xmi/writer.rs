//! Writes the feature structures of a CAS.

use super::super::article::Article;
use super::super::markup::Markup;
use newsmark::text::{OffsetMap, OffsetUnit};

pub const ENTITY: &str = "ner:NamedEntity";
pub const CHAIN: &str = "coref:CoreferenceChain";
pub const LINK: &str = "coref:CoreferenceLink";
pub const QUOTATION: &str = "custom:Quotation";
pub const ROLE_LINK: &str = "custom:QuotationLinksLink";

/// The prefixes of the packages of types.
const PACKAGES: [(&str, &str); 8] = [
    ("xmlns:xmi", "http://www.omg.org/XMI"),
    ("xmlns:cas", "http:///uima/cas.ecore"),
    ("xmlns:metadata", "http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore"),
    ("xmlns:segmentation", "http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore"),
    ("xmlns:ner", "http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore"),
    ("xmlns:coref", "http:///de/tudarmstadt/ukp/dkpro/core/api/coref/type.ecore"),
    ("xmlns:custom", "http:///webanno/custom.ecore"),
    ("xmi:version", "2.0"),
];

/// The text's own structure, to which the annotations refer.
const SOFA: usize = 1;

pub struct Writer<'a> {
    article: &'a Article<'a>,
    map: OffsetMap<'a>,
    xml: Markup,
    last_id: usize,
    /// The structures that are found in the index: all but links with a role.
    members: Vec<String>,
}

impl<'a> Writer<'a> {
    pub fn new(article: &'a Article<'a>) -> Writer<'a> {
        let mut xml = Markup::new();
        xml.xml_declaration();
        xml.open("xmi:XMI", &PACKAGES);
        xml.line();
        // Inside: cassis cannot read a comment before the first element.
        xml.comment(&article.versions.to_string());
        xml.line();
        xml.empty("cas:NULL", &[("xmi:id", "0")]);
        Writer { article, map: article.offsets(OffsetUnit::Utf16), xml, last_id: SOFA, members: Vec::new() }
    }

    pub fn new_id(&mut self) -> usize {
        self.last_id += 1;
        self.last_id
    }

    pub fn metadata(&mut self) {
        let metadata = self.article.metadata();
        let language = if metadata.language.is_empty() { "en" } else { &metadata.language };
        let features = [
            ("language", language.to_owned()),
            ("documentTitle", self.article.title().to_owned()),
            ("documentId", metadata.id.clone()),
            ("documentUri", metadata.url.clone()),
        ];
        let known: Vec<_> = features.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        self.annotation("metadata:DocumentMetaData", [0, self.article.text.len()], &known);
    }

    pub fn annotation(&mut self, kind: &str, at: [usize; 2], features: &[(&str, String)]) {
        let id = self.new_id();
        self.annotation_as(id, kind, at, features);
    }

    pub fn annotation_as(&mut self, id: usize, kind: &str, at: [usize; 2], features: &[(&str, String)]) {
        let [begin, end] = at.map(|at| self.map.from_byte(at).to_string());
        let place = [("sofa", SOFA.to_string()), ("begin", begin), ("end", end)];
        self.element(id, kind, place.iter().chain(features));
        self.members.push(id.to_string());
    }

    /// A feature structure that is not about one place in the text.
    pub fn structure(&mut self, kind: &str, id: usize, features: &[(&str, String)]) {
        let sofa = [("sofa", SOFA.to_string())];
        if kind == CHAIN {
            self.members.push(id.to_string());
            self.element(id, kind, sofa.iter().chain(features));
        } else {
            self.element(id, kind, features.iter());
        }
    }

    fn element<'f>(&mut self, id: usize, kind: &str, features: impl Iterator<Item = &'f (&'f str, String)>) {
        let id = id.to_string();
        let mut attributes = vec![("xmi:id", id.as_str())];
        attributes.extend(features.map(|(name, value)| (*name, value.as_str())));
        self.xml.line();
        self.xml.empty(kind, &attributes);
    }

    pub fn finish(mut self) -> Vec<u8> {
        let sofa = SOFA.to_string();
        self.xml.line();
        self.xml.empty(
            "cas:Sofa",
            &[
                ("xmi:id", &*sofa),
                ("sofaNum", "1"),
                ("sofaID", "_InitialView"),
                ("mimeType", "text"),
                ("sofaString", self.article.text),
            ],
        );
        self.xml.line();
        self.xml.empty("cas:View", &[("sofa", &*sofa), ("members", &*self.members.join(" "))]);
        self.xml.line();
        self.xml.close("xmi:XMI");
        self.xml.line();
        self.xml.finish()
    }
}
