//! Tables: CSV and TSV, with the names of the columns in the first row.

use super::json_lines::BYTE_ORDER_MARK;
use super::row::{Columns, Fields, Input};
use super::{Failure, Read, SourceLocation};
use csv::{ReaderBuilder, StringRecord};
use serde_json::value::{RawValue, to_raw_value};
use std::io::{self, BufRead};
use std::path::Path;

/// Calls `send` with every row. Without a column for ids, rows are numbered from 1.
pub fn read<E>(
    mut input: impl BufRead,
    file: &Path,
    delimiter: u8,
    columns: &Columns,
    mut send: impl FnMut(Read) -> Result<(), E>,
) -> Result<(), E> {
    if input.fill_buf().is_ok_and(|head| head.starts_with(BYTE_ORDER_MARK)) {
        input.consume(BYTE_ORDER_MARK.len());
    }
    let mut table = ReaderBuilder::new().delimiter(delimiter).from_reader(input);
    let header = match table.headers().cloned().map_err(io::Error::from).and_then(|h| checked(h, columns)) {
        Ok(header) => header,
        Err(error) => return send(Err(Failure::file(file, &error))),
    };
    let numbered = !header.iter().any(|name| name == columns.id);
    for (index, record) in table.records().enumerate() {
        let row = match record {
            Ok(record) => {
                let line = record.position().map_or(0, |position| position.line() as usize);
                let row = of_record(&header, &record, numbered.then_some(index + 1), columns);
                let location = SourceLocation::line(file, line);
                match row {
                    Ok(input) => Ok((input, location)),
                    Err(error) => Err(Failure { error, location, input: None }),
                }
            }
            Err(error) => {
                let line = error.position().map(|position| position.line() as usize);
                let location = SourceLocation { line, ..SourceLocation::file(file) };
                Err(Failure { error: explained(&error), location, input: None })
            }
        };
        send(row)?;
    }
    Ok(())
}

fn checked(header: StringRecord, columns: &Columns) -> io::Result<StringRecord> {
    if header.iter().any(|name| name == columns.text) {
        return Ok(header);
    }
    let names = header.iter().map(|name| format!("“{name}”")).collect::<Vec<_>>().join(", ");
    Err(io::Error::other(format!(
        "this table has no column “{}”; its columns are {names}. Name the one with the article: --text-column NAME",
        columns.text
    )))
}

fn of_record(
    header: &StringRecord,
    record: &StringRecord,
    number: Option<usize>,
    columns: &Columns,
) -> Result<Input, String> {
    let raw = |value: &str| -> Result<Box<RawValue>, String> { to_raw_value(value).map_err(|error| error.to_string()) };
    let mut fields = Fields::default();
    for (name, value) in header.iter().zip(record) {
        fields.push(name, raw(value)?);
    }
    if let Some(number) = number {
        fields.push(&columns.id, to_raw_value(&number).map_err(|error| error.to_string())?);
    }
    Input::of_fields(fields, columns)
}

fn explained(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("this row has {len} cells, and the first row has {expected_len}")
        }
        csv::ErrorKind::Utf8 { .. } => "this row is not UTF-8".to_owned(),
        _ => error.to_string(),
    }
}
