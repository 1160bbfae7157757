//! Formats with several files for an article: in a ZIP archive.

use super::File;
use std::io::{Cursor, Write};
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

pub fn zip(files: Vec<File>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // Said here, because the default depends on which crates are built together.
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for file in files {
        // Writing to memory with short names cannot fail.
        let _ = zip.start_file(file.name, options);
        let _ = zip.write_all(&file.bytes);
    }
    zip.finish().map(Cursor::into_inner).unwrap_or_default()
}
