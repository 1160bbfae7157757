//! Parts of a document, for output that is smaller.

use crate::input::Fields;
use newsmark::document::Document;
use newsmark::entities::EntityType;
use std::str::FromStr;

/// What to keep of a document.
#[derive(clap::Args, Clone, Default)]
pub struct Selection {
    /// Keep entities of these types only, and what is mentioned by them
    #[arg(long, value_name = "TYPES", value_delimiter = ',', value_parser = EntityType::from_str)]
    pub types: Vec<EntityType>,
    /// Keep entities and quotations with at least this confidence, from 0 to 1
    #[arg(long, value_name = "CONFIDENCE", default_value_t = 0.0, hide_default_value = true)]
    pub min_confidence: f64,
    /// Keep what was said or written, and leave out what was only thought
    #[arg(long)]
    pub speech_only: bool,
}

/// What to write of a row.
#[derive(clap::Args, Clone, Default)]
pub struct RowParts {
    /// Leave out the text
    #[arg(long)]
    pub no_text: bool,
    /// Write these parts of the document only
    #[arg(long, value_name = "PARTS", value_delimiter = ',', value_parser = Document::FIELDS.to_vec())]
    pub only: Vec<String>,
}

impl Selection {
    /// The selected records. Their ids count anew.
    pub fn of(&self, mut document: Document) -> Document {
        if !self.types.is_empty() {
            document.retain_types(&self.types);
        }
        if self.min_confidence > 0.0 {
            document.retain_confident(self.min_confidence);
        }
        if self.speech_only {
            document.retain_uttered();
        }
        document
    }
}

impl RowParts {
    pub fn is_everything(&self) -> bool {
        !self.no_text && self.only.is_empty()
    }

    /// The selected fields of a document, in their order.
    pub fn of(&self, document: &Document) -> serde_json::Result<Fields> {
        let fields: Fields = serde_json::from_str(&serde_json::to_string(document)?)?;
        Ok(if self.only.is_empty() { fields } else { fields.only(&self.only) })
    }
}
