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
