//! Counts how often each person, place and organisation is mentioned in many files, on all cores.
//!
//!     cargo run --release --example many_files -- articles/*.txt

use newsmark::{Annotator, MODEL, OffsetUnit};
use std::collections::HashMap;
use std::sync::Mutex;
use std::{env, fs, thread};

fn main() {
    let files: Vec<String> = env::args().skip(1).collect();
    let files = Mutex::new(files.into_iter());
    let mentions: Mutex<HashMap<String, usize>> = Mutex::default();
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                // One for each thread: threads that shared an annotator would wait for its cache of word forms.
                let annotator = Annotator::new(MODEL).expect("the crate's own model");
                loop {
                    let Some(file) = files.lock().unwrap().next() else { return };
                    let Ok(text) = fs::read_to_string(&file) else {
                        eprintln!("{file} cannot be read");
                        continue;
                    };
                    let document = annotator.annotate(&text, OffsetUnit::Utf8);
                    let mut mentions = mentions.lock().unwrap();
                    for chain in document.chains {
                        *mentions.entry(chain.label().to_owned()).or_default() += chain.mentions.len();
                    }
                }
            });
        }
    });
    let mut mentions: Vec<(String, usize)> = mentions.into_inner().unwrap().into_iter().collect();
    mentions.sort_by(|(one, a), (other, b)| b.cmp(a).then_with(|| one.cmp(other)));
    for (name, count) in mentions {
        println!("{count:6} {name}");
    }
}
