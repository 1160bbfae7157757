//! Folders stand for the files in them.

use super::kind::Kind;
use crate::files::named;
use std::io;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// The files, with the readable files of each folder and its subfolders in the folder's place, in alphabetical order;
/// and the number of files that were left out because Newsmark does not read their kind.
pub fn expanded(paths: &[PathBuf]) -> io::Result<(Vec<PathBuf>, usize)> {
    let (mut files, mut left_out) = (Vec::new(), 0);
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        for entry in WalkDir::new(path).follow_links(true).sort_by_file_name().into_iter().filter_entry(is_visible) {
            let entry = entry.map_err(|error| named(path, &error))?;
            if !entry.file_type().is_file() {
                continue;
            }
            match Kind::of_name(entry.path()) {
                Some(_) => files.push(entry.into_path()),
                None => left_out += 1,
            }
        }
    }
    Ok((files, left_out))
}

fn is_visible(entry: &DirEntry) -> bool {
    entry.depth() == 0 || !is_hidden(entry.path())
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with('.'))
}
