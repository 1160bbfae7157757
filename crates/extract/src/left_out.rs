use crate::block::Block;
use crate::element::Place;
use crate::line::Line;
use crate::metadata::bare;
use newsmark::document::Metadata;
use serde::Serialize;

/// What surrounds an article on its page, or interrupts it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct LeftOut {
    /// Whether the page has menus.
    pub menus: bool,
    /// Links to other pages.
    pub links: usize,
    /// Captions and credits of pictures.
    pub captions: usize,
    /// Other lines, without the headline and the byline.
    pub lines: usize,
}

impl LeftOut {
    pub(crate) fn of(blocks: &[Block], kept: &[bool], metadata: &Metadata) -> LeftOut {
        let mut left_out = LeftOut::default();
        let (title, byline) = (bare(&metadata.title), bare(&metadata.byline));
        for (block, _) in blocks.iter().zip(kept).filter(|(_, kept)| !**kept) {
            let text = bare(&block.text);
            let is_metadata = !text.is_empty() && (title.contains(&text) || text.trim_start_matches("by") == byline);
            let line = Line::of(block);
            let is_caption = block.place.is(Place::CAPTION) || line.is_credit() && !line.is_rights();
            left_out.menus |= block.place.is(Place::MENU);
            left_out.links += block.links;
            left_out.captions += usize::from(is_caption);
            left_out.lines += usize::from(!is_caption && !is_metadata && block.links == 0);
        }
        left_out
    }

    /// Whether nothing was left out.
    pub fn is_empty(&self) -> bool {
        *self == LeftOut::default()
    }
}

impl std::fmt::Display for LeftOut {
    /// "menus, 12 links and 1 caption"
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        let mut parts = Vec::new();
        if self.menus {
            parts.push("menus".to_owned());
        }
        for (count, what) in [(self.links, "link"), (self.captions, "caption"), (self.lines, "line")] {
            match count {
                0 => {}
                1 => parts.push(format!("1 {what}")),
                _ => parts.push(format!("{count} {what}s")),
            }
        }
        match parts.split_last() {
            Some((last, rest)) if !rest.is_empty() => write!(f, "{} and {last}", rest.join(", ")),
            Some((only, _)) => f.write_str(only),
            None => f.write_str("nothing"),
        }
    }
}
