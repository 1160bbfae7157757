//! Embedding tables. They stay quantised as in the model file; a row is dequantised when it is looked up.

use super::model_file::{Element, ModelError, ModelFile};

/// A matrix with one embedding in each row.
pub struct Table {
    rows: usize,
    columns: usize,
    element: Element,
    data: Box<[u8]>,
    scales: Scales,
}

/// A scale for each row, or one for the whole table (1 for a table of floats).
enum Scales {
    Rows(Vec<f32>),
    One(f32),
}

impl Table {
    pub fn read(file: &ModelFile, name: &str) -> Result<Table, ModelError> {
        let tensor = file.tensor(name)?;
        let [rows, columns] = tensor.matrix()?;
        let scales = match tensor.element {
            Element::F32 => Scales::One(1.0),
            Element::I8 | Element::Nibble => {
                let scale = file.tensor(&format!("{name}.scale"))?;
                match scale.floats()? {
                    one if one.len() == 1 => Scales::One(one[0]),
                    each if each.len() == rows => Scales::Rows(each),
                    other => return Err(scale.wrong(format!("has {} values for {rows} rows", other.len()))),
                }
            }
            other => return Err(tensor.wrong(format!("has elements of type {other:?}, which are not weights"))),
        };
        if tensor.element == Element::Nibble && columns % 2 != 0 {
            return Err(tensor.wrong("has an odd number of columns"));
        }
        Ok(Table { rows, columns, element: tensor.element, data: tensor.data.into(), scales })
    }

    pub fn rows(&self) -> usize {
        self.rows
    }

    pub fn columns(&self) -> usize {
        self.columns
    }

    /// Adds the row of a hash to `out`.
    pub fn add_hashed(&self, hash: u32, out: &mut [f32]) {
        self.add_row(hash as usize % self.rows, out);
    }

    /// Adds a row to `out`.
    pub fn add_row(&self, row: usize, out: &mut [f32]) {
        let scale = match &self.scales {
            Scales::Rows(each) => each[row],
            Scales::One(scale) => *scale,
        };
        let size = self.data.len() / self.rows;
        let bytes = &self.data[row * size..][..size];
        match self.element {
            Element::I8 => {
                for (o, &b) in out.iter_mut().zip(bytes) {
                    *o += f32::from(b as i8) * scale;
                }
            }
            Element::Nibble => {
                for (o, &b) in out.chunks_exact_mut(2).zip(bytes) {
                    o[0] += f32::from((b & 15) as i8 - 8) * scale;
                    o[1] += f32::from((b >> 4) as i8 - 8) * scale;
                }
            }
            _ => {
                for (o, b) in out.iter_mut().zip(bytes.chunks_exact(4)) {
                    *o += f32::from_le_bytes([b[0], b[1], b[2], b[3]]) * scale;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tagger::testing::Writer;

    fn row(writer: &Writer, row: usize) -> Vec<f32> {
        let bytes = writer.bytes();
        let table = Table::read(&ModelFile::parse(&bytes).unwrap(), "t").unwrap();
        // Rows are added to what is there.
        let mut out = vec![1.0; table.columns()];
        table.add_row(row, &mut out);
        out
    }

    #[test]
    fn rows_are_dequantised() {
        let mut floats = Writer::default();
        floats.floats("t", &[2, 2], &[0.5, 1.0, 2.0, -3.0]);
        assert_eq!(row(&floats, 1), [3.0, -2.0]);

        let mut bytes = Writer::default();
        bytes.add("t", 1, &[2, 2], vec![1, 2, 3, 0xff]);
        bytes.floats("t.scale", &[2], &[0.5, 2.0]);
        assert_eq!([row(&bytes, 0), row(&bytes, 1)], [[1.5, 2.0], [7.0, -1.0]]);

        let mut nibbles = Writer::default();
        nibbles.add("t", 2, &[2, 2], vec![0x9f, 0x08]);
        nibbles.floats("t.scale", &[1], &[2.0]);
        assert_eq!([row(&nibbles, 0), row(&nibbles, 1)], [[15.0, 3.0], [1.0, -15.0]]);
    }

    #[test]
    fn a_hash_falls_on_a_row() {
        let mut writer = Writer::default();
        writer.floats("t", &[3, 1], &[1.0, 2.0, 3.0]);
        let bytes = writer.bytes();
        let table = Table::read(&ModelFile::parse(&bytes).unwrap(), "t").unwrap();
        let mut out = [0.0];
        table.add_hashed(3_000_001, &mut out);
        assert_eq!(out, [2.0]);
    }

    #[test]
    fn a_table_that_does_not_fit_is_an_error() {
        let error = |fill: fn(&mut Writer)| {
            let mut writer = Writer::default();
            fill(&mut writer);
            let bytes = writer.bytes();
            Table::read(&ModelFile::parse(&bytes).unwrap(), "t").err().expect("an error").to_string()
        };
        let scales = error(|writer| {
            writer.add("t", 1, &[3, 1], vec![1, 2, 3]);
            writer.floats("t.scale", &[2], &[1.0, 1.0]);
        });
        assert!(scales.contains("has 2 values for 3 rows"), "{scales}");
        let odd = error(|writer| {
            writer.add("t", 2, &[2, 3], vec![0; 3]);
            writer.floats("t.scale", &[1], &[1.0]);
        });
        assert!(odd.contains("odd number of columns"), "{odd}");
        let text = error(|writer| writer.add("t", 5, &[1, 1], b"x".to_vec()));
        assert!(text.contains("not weights"), "{text}");
    }
}
