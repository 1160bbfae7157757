//! Gives the file of each text a different name.

use crate::input::Input;
use newsmark_formats::export::file_stem;
use std::collections::HashSet;
use std::path::Path;

#[derive(Default)]
pub struct Names(HashSet<String>);

impl Names {
    /// The name of a file without its extension, or the id of a row.
    pub fn of(&mut self, input: &Input, is_file: bool) -> String {
        let id = input.id_text();
        let path = Path::new(&id);
        let name = if is_file { path.file_stem().and_then(|stem| stem.to_str()).unwrap_or(&id) } else { id.as_str() };
        let stem = file_stem(name);
        let mut free = stem.clone();
        let mut number = 1;
        // Some file systems do not distinguish upper and lower case.
        while !self.0.insert(free.to_lowercase()) {
            number += 1;
            free = format!("{stem}-{number}");
        }
        free
    }
}
