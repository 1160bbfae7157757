//! Writes files that do not exist yet. An existing one may contain somebody's work.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

pub fn create(path: &Path) -> io::Result<fs::File> {
    match fs::File::create_new(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(exists()),
        created => created,
    }
}

pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    create(path)?.write_all(bytes)
}

/// The same, through another file, so that there is either the whole file or none.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if path.exists() {
        return Err(exists());
    }
    let mut part = path.as_os_str().to_owned();
    part.push(".part");
    fs::write(&part, bytes)?;
    fs::rename(&part, path)
}

fn exists() -> io::Error {
    io::Error::other("already exists; remove it first")
}
