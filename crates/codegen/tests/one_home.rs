//! To change the wording of a label, one changes one line and runs scripts/generate.sh.

use newsmark::presentation::{ConfidenceLevel, Family};
use newsmark::{EntityType, QuoteType};
use newsmark_codegen::{ROOT, files};
use newsmark_formats::export::{Format, FormatGroup};
use std::{collections::BTreeSet, fs, path::Path};

/// Every line of the sources that are written by hand, with the file it is in.
fn source_lines() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for folder in ["src", "crates", "www", "npm"] {
        collect(Path::new(ROOT), folder, &mut found);
    }
    assert!(found.len() > 10_000);
    found
}

fn collect(root: &Path, folder: &str, found: &mut Vec<(String, String)>) {
    let generated: Vec<&str> = files().iter().map(|file| file.path).collect();
    for entry in fs::read_dir(root.join(folder)).expect("a folder") {
        let entry = entry.expect("an entry of a folder");
        let path = format!("{folder}/{}", entry.file_name().display());
        if entry.file_type().expect("a type of file").is_dir() {
            collect(root, &path, found);
        } else if !generated.contains(&path.as_str())
            && [".rs", ".js", ".ts", ".html", ".css"].iter().any(|ending| path.ends_with(ending))
        {
            let content = fs::read_to_string(root.join(&path)).unwrap_or_else(|error| panic!("{path}: {error}"));
            found.extend(content.lines().map(|line| (path.clone(), line.to_owned())));
        }
    }
}

#[test]
fn every_label_is_written_in_one_line() {
    let mut labels: BTreeSet<&str> = BTreeSet::new();
    labels.extend(EntityType::ALL.map(EntityType::label));
    labels.extend(Family::ALL.map(Family::label));
    labels.extend(QuoteType::ALL.map(QuoteType::description));
    labels.extend(ConfidenceLevel::ALL.map(ConfidenceLevel::description));
    labels.extend(FormatGroup::ALL.map(FormatGroup::label));
    labels.extend(Format::ALL.iter().copied().map(Format::label));
    labels.extend(Format::ALL.iter().copied().map(Format::about));
    // A single word may stand elsewhere for another reason.
    let labels: Vec<String> =
        labels.into_iter().filter(|label| label.contains(' ')).map(|label| format!("\"{label}\"")).collect();
    assert!(labels.len() > 20);
    let lines = source_lines();
    for label in labels {
        let found: Vec<_> = lines.iter().filter(|(_, line)| line.contains(&label)).collect();
        assert_eq!(found.len(), 1, "{label} in {found:?}");
    }
}

#[test]
fn thresholds_and_families_are_not_written_in_javascript() {
    let scripts = source_lines().into_iter().filter(|(path, _)| path.ends_with(".js"));
    for (path, line) in scripts {
        for threshold in ConfidenceLevel::ALL.map(ConfidenceLevel::threshold).into_iter().filter(|&least| least > 0.0) {
            assert!(!line.contains(&format!("confidence >= {threshold}")), "{path}: {line}");
        }
        assert!(!line.contains("\"WORK_OF_ART\""), "{path}: {line}");
    }
}
