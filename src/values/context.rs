//! Words next to an entity that its value depends on, although they do not belong to it: the "every" of "every Tuesday".

use super::Item;
use crate::entities::EntityType;
use crate::layout::Layout;

/// The entity's text with such words.
pub fn extended(layout: &Layout, item: &Item) -> String {
    let word = |token: Option<usize>| {
        let token = token.filter(|&token| token < layout.tokens.len())?;
        let paragraph = layout.tokens[item.tokens.start].paragraph;
        (layout.tokens[token].paragraph == paragraph).then(|| layout.word(token).to_lowercase())
    };
    let before = word(item.tokens.start.checked_sub(1)).unwrap_or_default();
    let [after, second] = [0, 1].map(|index| word(Some(item.tokens.end + index)).unwrap_or_default());
    let is_time = matches!(item.kind, EntityType::Date | EntityType::Time);
    let mut text = item.text.clone();
    match before.as_str() {
        "every" | "each" if is_time => text.insert_str(0, "every "),
        // "in her 40s"
        "his" | "her" | "their" | "my" | "your" | "our"
            if is_time && text.len() <= "eighties".len() && text.ends_with('s') =>
        {
            text.insert_str(0, "his ");
        }
        "minus" if !is_time => text.insert_str(0, "minus "),
        "-" | "−" | "–" if !is_time && is_sign(layout, item.tokens.start - 1) => text.insert(0, '-'),
        _ => {}
    }
    match (item.kind, after.as_str(), second.as_str()) {
        (EntityType::Date, "last" | "this" | "next", "year") => text.extend([" ", &after, " year"]),
        (EntityType::Quantity, "per" | "an", "hour") => text.push_str(" per hour"),
        (EntityType::Quantity, "per" | "a", "second") => text.push_str(" per second"),
        _ => {}
    }
    text
}

/// A dash with a space before it and none after it is a minus sign.
fn is_sign(layout: &Layout, token: usize) -> bool {
    layout.tokens[token].spaced && layout.tokens.get(token + 1).is_some_and(|next| !next.spaced)
}
