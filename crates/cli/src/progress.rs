//! The progress bar. It is drawn on a terminal only, and not if rows are printed on the same terminal.

use super::files::is_stdin;
use indicatif::{HumanCount, ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::fs;
use std::path::Path;

pub struct Progress {
    bar: ProgressBar,
    texts: u64,
}

impl Progress {
    /// Whatever `shown` says, the bar is only drawn on a terminal.
    pub fn of<'a>(files: impl Iterator<Item = &'a Path>, shown: bool) -> Progress {
        let target = if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let total: Option<u64> = files.map(size).sum();
        let form = match total {
            Some(_) => "{wide_bar} {percent} %, {msg}, {elapsed} elapsed, {eta} left",
            None => "{spinner} {bytes} read, {msg}, {elapsed} elapsed",
        };
        let style = ProgressStyle::with_template(form).unwrap_or_else(|_| ProgressStyle::default_bar());
        Progress { bar: ProgressBar::with_draw_target(total, target).with_style(style), texts: 0 }
    }

    /// Counts one more text, which ends at this byte of the input.
    pub fn advance(&mut self, bytes_read: u64) {
        self.texts += 1;
        self.bar.set_message(format!("{} texts", HumanCount(self.texts)));
        self.bar.set_position(bytes_read);
        if self.texts == 1 {
            // The rows of an earlier run have been skipped in no time, which says nothing about the others.
            self.bar.reset_eta();
        }
    }

    /// Prints a message that stays on the screen.
    pub fn print(&self, message: &str) {
        self.bar.suspend(|| eprintln!("newsmark: {message}"));
    }

    pub fn finish(&self) {
        self.bar.finish();
    }
}

/// `None` if it is not a regular file.
fn size(path: &Path) -> Option<u64> {
    let path = if is_stdin(path) { Path::new("/dev/stdin") } else { path };
    let file = fs::metadata(path).ok()?;
    file.is_file().then_some(file.len())
}
