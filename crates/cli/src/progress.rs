//! The progress bar: on a terminal only, and only where no rows are printed on it.

use super::lines::is_stdin;
use indicatif::{HumanCount, ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::fs;
use std::path::{Path, PathBuf};

pub struct Progress {
    bar: ProgressBar,
    texts: u64,
}

impl Progress {
    /// `shown` or not, it is never drawn on what is no terminal.
    pub fn of(files: &[PathBuf], shown: bool) -> Progress {
        let target = if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let total: Option<u64> = files.iter().map(|file| size(file)).sum();
        let form = match total {
            Some(_) => "{wide_bar} {percent} %, {msg}, {elapsed} gone, {eta} to go",
            None => "{spinner} {bytes} read, {msg}, {elapsed} gone",
        };
        let style = ProgressStyle::with_template(form).unwrap_or_else(|_| ProgressStyle::default_bar());
        Progress { bar: ProgressBar::with_draw_target(total, target).with_style(style), texts: 0 }
    }

    /// One more text is done, which ended at this byte of the input.
    pub fn done(&mut self, read: u64) {
        self.texts += 1;
        self.bar.set_message(format!("{} texts", HumanCount(self.texts)));
        self.bar.set_position(read);
        if self.texts == 1 {
            // What was done in an earlier run took no time in this one, and says nothing of the rest.
            self.bar.reset_eta();
        }
    }

    /// Says something that stays on the screen.
    pub fn say(&self, message: &str) {
        self.bar.suspend(|| eprintln!("newsmark: {message}"));
    }

    pub fn end(&self) {
        self.bar.finish();
    }
}

/// `None` for what is not a file, whose size nobody knows.
fn size(path: &Path) -> Option<u64> {
    let path = if is_stdin(path) { Path::new("/dev/stdin") } else { path };
    let file = fs::metadata(path).ok()?;
    file.is_file().then_some(file.len())
}
