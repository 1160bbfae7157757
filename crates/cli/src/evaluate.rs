//! `newsmark evaluate`: scores annotations against gold files.

use super::args::{Files, Task};
use super::files;
use super::model::{ArticleAnnotator, Model};
use newsmark::chains;
use newsmark::document::{self, Document, Metadata};
use newsmark::layout::Layout;
use newsmark::quotes::Quotations;
use newsmark::text::OffsetUnit;
use newsmark_evaluate::training::pronouns::gold_entities;
use newsmark_evaluate::{
    Cases, Chains, Convention, Gap, LabelMap, Media, Ner, Places, Quotes, Row, Values, distinct, published, read_rows,
};
use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::{self, BufReader, Write};
use std::path::Path;
use std::process::ExitCode;

pub fn run(task: &Task, model: Option<&Path>, out: &mut impl Write) -> io::Result<ExitCode> {
    let report = match task {
        Task::Ner { files, map, only, convention } => {
            let labels = map.as_deref().map_or_else(|| Ok(LabelMap::default()), read_map)?;
            let mut scorer = Ner::new(labels).with_convention(convention.convention());
            let prefix = only.as_deref().unwrap_or_default();
            let mut mapped = Ner::default().with_convention(Convention::OntoNotes);
            score(
                files,
                model,
                |row| row.id.starts_with(prefix),
                |gold, found| {
                    scorer.add(gold, found);
                    mapped.add(gold, found);
                },
            )?;
            let comparable = map.is_none() && convention.convention() == Convention::Readers;
            if comparable && mapped.total().right > scorer.total().right {
                let f1 = mapped.total().f1();
                eprintln!(
                    "The gold entities seem to follow OntoNotes (\"$[16]\", \"[North Korea's]\"). With --convention ontonotes, \
                     F1 is {f1:.4}."
                );
            }
            scorer.report()
        }
        Task::Quotes { files, cases: true, .. } => {
            let mut scorer = Cases::default();
            score(files, model, |_| true, |gold, found| scorer.add(gold, found))?;
            scorer.report()
        }
        Task::Quotes { files, segments, .. } => {
            let mut scorer = Quotes::new(*segments);
            score(files, model, |_| true, |gold, found| scorer.add(gold, found))?;
            scorer.report()
        }
        Task::Media { files, labels } => {
            let sample = files::open(labels).map_err(|error| files::named(labels, &error))?;
            let mut scorer = Media::new(sample).map_err(|error| files::named(labels, &error))?;
            let known: HashSet<String> =
                rows(&files.gold)?.into_iter().map(|row| row.id).filter(|id| scorer.knows(id)).collect();
            score(files, model, |row| known.contains(&row.id), |gold, found| scorer.add(gold, found))?;
            scorer.report()
        }
        Task::Values { files, misses } => {
            let mut scorer = Values::default();
            for gold in rows(&files.gold)? {
                scorer.add_given(&gold)?;
            }
            if *misses {
                return out.write_all(scorer.misses().as_bytes()).map(|()| ExitCode::SUCCESS);
            }
            score(files, model, |_| true, |gold, found| scorer.add_own(gold, found))?;
            scorer.report()
        }
        Task::Places { files, only, misses } => {
            let mut scorer = Places::default();
            let predictions = Predictions::of_files(files, || Ok(Model::read(model)?.with_places(true).annotator()))?;
            score_with(predictions, files, |row| row.id.starts_with(only), |gold, found| scorer.add(gold, found))?;
            if *misses {
                return out.write_all(scorer.misses().as_bytes()).map(|()| ExitCode::SUCCESS);
            }
            scorer.report()
        }
        Task::Gap { files } => {
            let mut scorer = Gap::default();
            score(files, model, |_| true, |gold, found| scorer.add(gold, found))?;
            scorer.report()
        }
        Task::Chains { files, genres, gold_entities } => {
            let mut scorer = Chains::default();
            let wanted =
                |row: &Row| genres.is_empty() || row.genre.as_ref().is_some_and(|genre| genres.contains(genre));
            if *gold_entities {
                for gold in rows(&files.gold)?.iter().filter(|row| wanted(row)) {
                    scorer.add(gold, &with_gold_entities(gold)?);
                }
            } else {
                score(files, model, wanted, |gold, found| scorer.add(gold, found))?;
            }
            scorer.report()
        }
    };
    out.write_all(report.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn read_map(path: &Path) -> io::Result<LabelMap> {
    let file = File::open(path).map_err(|error| files::named(path, &error))?;
    serde_json::from_reader(BufReader::new(file)).map_err(|error| files::named(path, &error))
}

/// Adds every selected gold row with its prediction to a scorer.
fn score(
    files: &Files,
    model: Option<&Path>,
    wanted: impl Fn(&Row) -> bool,
    add: impl FnMut(&Row, &Row),
) -> io::Result<()> {
    let predictions = Predictions::of_files(files, || Ok(Model::read(model)?.annotator()))?;
    score_with(predictions, files, wanted, add)
}

fn score_with(
    mut predictions: Predictions,
    files: &Files,
    wanted: impl Fn(&Row) -> bool,
    mut add: impl FnMut(&Row, &Row),
) -> io::Result<()> {
    for gold in rows(&files.gold)?.iter().filter(|row| wanted(row)) {
        add(gold, &predictions.of(gold)?);
    }
    Ok(())
}

fn rows(path: &Path) -> io::Result<Vec<Row>> {
    files::open(path).and_then(|file| distinct(read_rows(file))).map_err(|error| files::named(path, &error))
}

/// The row with the chains that the library builds from its gold entities.
fn with_gold_entities(row: &Row) -> io::Result<Row> {
    let layout = Layout::of(&row.text);
    let entities = gold_entities(&layout, &row.entities);
    let chains = chains::resolve(&layout, &entities);
    scored(&document::build(&layout, &entities, &[], &chains, &Quotations::default(), OffsetUnit::CodePoints))
}

/// The row of a document. It goes through JSON, so that the scores are those of the output.
fn scored(document: &Document) -> io::Result<Row> {
    Ok(serde_json::from_value(serde_json::to_value(document)?)?)
}

enum Predictions {
    Read(HashMap<String, Row>),
    Made(Box<ArticleAnnotator>),
}

impl Predictions {
    /// Those of the file that the user names, or those that this annotator makes.
    fn of_files(files: &Files, annotator: impl FnOnce() -> io::Result<ArticleAnnotator>) -> io::Result<Predictions> {
        Ok(match &files.pred {
            Some(path) => Predictions::Read(rows(path)?.into_iter().map(|row| (row.id.clone(), row)).collect()),
            None => Predictions::Made(Box::new(annotator()?)),
        })
    }

    /// The prediction for a gold row; an empty row if the file has none.
    fn of(&mut self, gold: &Row) -> io::Result<Row> {
        match self {
            Predictions::Read(rows) => Ok(rows.remove(&gold.id).unwrap_or_default()),
            Predictions::Made(annotator) => {
                let mut metadata = Metadata::default();
                metadata.date = published(gold)?.map(|day| day.to_string()).unwrap_or_default();
                scored(&annotator.annotate(&gold.text, &metadata, OffsetUnit::CodePoints))
            }
        }
    }
}
