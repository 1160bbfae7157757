//! The files in the repository are those that would be generated now.

use newsmark_codegen::{ROOT, files};
use std::{fs, path::Path};

#[test]
fn generated_files_are_up_to_date() {
    let stale = |file: &newsmark_codegen::Generated| {
        fs::read_to_string(Path::new(ROOT).join(file.path)).ok().as_ref() != Some(&file.content)
    };
    let stale: Vec<&str> = files().iter().filter(|file| stale(file)).map(|file| file.path).collect();
    assert!(stale.is_empty(), "run scripts/generate.sh: {stale:?}");
}

#[test]
fn nothing_else_is_in_the_folder_of_generated_files() {
    let folder = fs::read_dir(Path::new(ROOT).join("www/generated")).expect("www/generated");
    let mut found: Vec<String> =
        folder.map(|file| format!("www/generated/{}", file.unwrap().file_name().display())).collect();
    let mut known: Vec<&str> = files().iter().map(|file| file.path).filter(|path| path.starts_with("www/")).collect();
    found.sort();
    known.sort_unstable();
    assert_eq!(found, known);
}
