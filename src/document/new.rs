//! Constructors. Records may get further fields, so other crates cannot write them as literals.

use super::{BlockRecord, ChainRecord, EntityRecord, MentionRecord, QuoteRecord, TitleRecord};
use crate::chains::MentionKind;
use crate::entities::EntityType;
use crate::layout::BlockKind;
use crate::quotes::{Medium, QuoteType};

impl BlockRecord {
    /// A block from `start` to `end`.
    pub fn new([start, end]: [usize; 2], kind: BlockKind) -> BlockRecord {
        BlockRecord { start, end, kind }
    }
}

impl EntityRecord {
    /// An entity in no chain, with confidence 1. `text` are the words from `start` to `end`.
    pub fn new(id: usize, [start, end]: [usize; 2], kind: EntityType, text: impl Into<String>) -> EntityRecord {
        EntityRecord {
            id,
            start,
            end,
            kind,
            text: text.into(),
            chain: None,
            confidence: 1.0,
            value: None,
            by: None,
            note: None,
        }
    }
}

impl ChainRecord {
    /// A chain without titles and mentions.
    pub fn new(id: usize, kind: EntityType, name: impl Into<String>) -> ChainRecord {
        let (description, titles, mentions, related, by) = Default::default();
        ChainRecord { id, kind, name: Some(name.into()), description, titles, mentions, related, by }
    }
}

impl TitleRecord {
    /// A title. `text` are the words from `start` to `end`.
    pub fn new([start, end]: [usize; 2], text: impl Into<String>) -> TitleRecord {
        TitleRecord { start, end, text: text.into() }
    }
}

impl MentionRecord {
    /// A mention from `start` to `end`.
    pub fn new([start, end]: [usize; 2], kind: MentionKind) -> MentionRecord {
        MentionRecord { start, end, kind }
    }
}

impl QuoteRecord {
    /// An unattributed quotation in speech, without cue and quotation marks, with confidence 1.
    pub fn new(id: usize, kind: QuoteType, content: Vec<[usize; 2]>) -> QuoteRecord {
        QuoteRecord {
            id,
            kind,
            medium: Medium::default(),
            content,
            quoted: Vec::new(),
            cue: Vec::new(),
            speaker: Vec::new(),
            speaker_name: None,
            speaker_chain: None,
            confidence: 1.0,
            why: String::new(),
            by: None,
            note: None,
        }
    }
}
