//! Subtitles: SubRip (`.srt`) and WebVTT (`.vtt`). What is said becomes running text, with a new line where a speaker begins
//! and where there is a pause after a sentence.

use crate::{DocumentError, Text};
use newsmark::document::Metadata;

/// A pause after which a new line begins, in milliseconds.
const PAUSE: u64 = 2000;

/// A line of text has at most so many characters before the next sentence begins a new one.
const LONG: usize = 400;

struct Cue {
    start: u64,
    end: u64,
    text: String,
}

pub fn read(bytes: &[u8]) -> Result<Text, DocumentError> {
    let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n").replace('\r', "\n");
    let cues: Vec<Cue> = text.trim_start_matches('\u{feff}').split("\n\n").filter_map(cue).collect();
    if cues.is_empty() {
        return Err(DocumentError::Damaged("it has no subtitles".to_owned()));
    }
    let mut lines: Vec<String> = Vec::new();
    let mut end = 0;
    for cue in cues {
        let begins = match lines.last() {
            None => true,
            Some(line) => {
                let is_sentence = line.trim_end_matches(['"', '”', '’', '\'']).ends_with(['.', '!', '?', '…']);
                let is_speaker = cue.text.starts_with(['-', '–', '—']) || is_named(&cue.text);
                is_speaker || is_sentence && (cue.start.saturating_sub(end) >= PAUSE || line.len() > LONG)
            }
        };
        end = cue.end;
        match lines.last_mut() {
            Some(line) if !begins => {
                line.push(' ');
                line.push_str(&cue.text);
            }
            _ => lines.push(cue.text),
        }
    }
    Ok(Text { metadata: Metadata::default(), text: lines.join("\n\n") })
}

/// Whether a cue begins with its speaker: "MARSH: We have no choice."
fn is_named(text: &str) -> bool {
    text.split_once(": ").is_some_and(|(name, _)| {
        name.len() <= 40
            && name.split(' ').count() <= 4
            && name.split(' ').all(|word| word.starts_with(char::is_uppercase))
    })
}

/// The subtitle of a block: an optional number or name, the times, and lines of text.
fn cue(block: &str) -> Option<Cue> {
    let mut lines = block.lines().skip_while(|line| !line.contains("-->"));
    let (start, rest) = lines.next()?.split_once("-->")?;
    let (start, end) = (time(start)?, time(rest)?);
    let text = lines.map(plain).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(Cue { start, end, text })
}

/// "00:01:02,500" or "01:02.500", in milliseconds. Settings may follow.
fn time(text: &str) -> Option<u64> {
    let text = text.split_whitespace().next()?.replace(',', ".");
    let (clock, thousandths) = text.split_once('.')?;
    let seconds =
        clock.split(':').try_fold(0_u64, |sum, part| Some(sum.checked_mul(60)? + part.parse::<u32>().ok()? as u64))?;
    Some(seconds * 1000 + thousandths.parse::<u32>().ok()? as u64)
}

/// A line without markup. The tag `v` names the speaker.
fn plain(line: &str) -> String {
    let mut text = String::new();
    let mut rest = line;
    while let Some(start) = rest.find(['<', '{']) {
        let close = if rest[start..].starts_with('<') { '>' } else { '}' };
        let Some(length) = rest[start..].find(close) else { break };
        text.push_str(&rest[..start]);
        let tag = &rest[start + 1..start + length];
        if let Some(name) = tag
            .strip_prefix("v ")
            .or_else(|| tag.strip_prefix("v.").and_then(|tag| tag.split_once(' ').map(|(_, name)| name)))
        {
            text.push_str(&format!("{}: ", name.trim()));
        }
        rest = &rest[start + length + 1..];
    }
    text.push_str(rest);
    let text = text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
