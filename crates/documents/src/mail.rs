//! Mails and mailboxes.

use crate::{DocumentError, Text};
use mail_parser::mailbox::mbox::MessageIterator;
use mail_parser::{Message, MessageParser};
use newsmark::document::Metadata;

pub fn read(bytes: &[u8]) -> Result<Text, DocumentError> {
    let message = MessageParser::default().parse(bytes);
    Ok(of(&message.ok_or_else(|| DocumentError::Damaged("it is not a mail".to_owned()))?))
}

pub fn read_mailbox(bytes: &[u8]) -> Result<Text, DocumentError> {
    let mut texts = Vec::new();
    for message in MessageIterator::new(bytes) {
        let message = message.map_err(|_| DocumentError::Damaged("it is not a mailbox".to_owned()))?;
        if let Some(parsed) = MessageParser::default().parse(message.contents()) {
            texts.push(of(&parsed));
        }
    }
    match &texts[..] {
        [one] => Ok(one.clone()),
        all => {
            let text = all.iter().map(|one| one.text.as_str()).collect::<Vec<_>>().join("\n\n");
            Ok(Text { metadata: Metadata::default(), text })
        }
    }
}

/// The subject, the sender, and the body as plain text.
fn of(message: &Message) -> Text {
    let mut metadata = Metadata::default();
    metadata.title = message.subject().unwrap_or_default().trim().to_owned();
    let sender = message.from().and_then(|from| from.first());
    metadata.byline = sender.and_then(|sender| sender.name()).unwrap_or_default().trim().to_owned();
    metadata.date =
        message.date().map_or(String::new(), |date| format!("{:04}-{:02}-{:02}", date.year, date.month, date.day));
    let body = message.body_text(0).unwrap_or_default().replace("\r\n", "\n");
    let parts = [metadata.title.as_str(), body.trim()];
    let text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n");
    Text { metadata, text }
}
