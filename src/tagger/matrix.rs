//! Weight matrices: quantised ones for the integer kernels, and one of floats for the word layer.

use super::kernels::{COLUMNS, Kernel, Product, ROWS, interleaved, starts};
use super::model_file::{Element, ModelError, ModelFile, Tensor};

/// The weights of an 8-bit tensor.
fn weights(tensor: &Tensor) -> Result<Vec<i8>, ModelError> {
    match tensor.element {
        Element::I8 => Ok(tensor.data.iter().map(|&b| b as i8).collect()),
        other => Err(tensor.wrong(format!("holds {other:?}, not I8"))),
    }
}

/// A quantised matrix that is multiplied with vectors in fixed point.
pub struct Matrix {
    rows: usize,
    width: usize,
    blocks: Vec<i8>,
    starts: Vec<i32>,
    /// The value of one unit of a row's sum, for each row, padding included.
    scales: Vec<f32>,
}

impl Matrix {
    /// Reads NAME and NAME.scale; the matrix must have this many columns. `one`: a 1 in the fixed point of the
    /// vectors that it will be multiplied with.
    pub fn read(file: &ModelFile, name: &str, columns: usize, one: f32) -> Result<Matrix, ModelError> {
        let tensor = file.tensor(name)?;
        let rows = tensor.rows_of(columns)?;
        let width = Matrix::width_for(columns);
        let mut scales: Vec<f32> = file.row_scales(name, rows)?.iter().map(|s| s / one).collect();
        scales.resize(rows.next_multiple_of(ROWS), 0.0);
        let mut padded = vec![0; scales.len() * width];
        for (to, from) in padded.chunks_exact_mut(width).zip(weights(tensor)?.chunks_exact(columns)) {
            to[..columns].copy_from_slice(from);
        }
        Ok(Matrix { rows, width, blocks: interleaved(&padded, width), starts: starts(&padded, width), scales })
    }

    pub fn expect_rows(&self, file: &ModelFile, name: &str, rows: usize) -> Result<(), ModelError> {
        if self.rows == rows {
            Ok(())
        } else {
            Err(file.tensor(name)?.wrong(format!("has {} rows, not {rows}", self.rows)))
        }
    }

    /// The length of an input vector for so many columns, padding included. The padding may hold anything.
    pub fn width_for(columns: usize) -> usize {
        columns.next_multiple_of(COLUMNS)
    }

    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The length of an output vector: the rows, padding included.
    pub fn height(&self) -> usize {
        self.scales.len()
    }

    pub fn scales(&self) -> &[f32] {
        &self.scales
    }

    /// The integer sums for `count` input vectors, one after another in `inputs`.
    pub fn multiply(&self, kernel: Kernel, inputs: &[u8], count: usize, sums: &mut [i32]) {
        self.convolve(kernel, inputs, &[0], count, sums);
    }

    /// The same for vectors that consist of several pieces, one at each of `taps`; the pieces of the next vector are
    /// one piece further on. See [`Product`].
    pub fn convolve(&self, kernel: Kernel, inputs: &[u8], taps: &[usize], count: usize, sums: &mut [i32]) {
        let width = self.width / taps.len();
        let product = Product { blocks: &self.blocks, starts: &self.starts, inputs, width, taps, stride: width, count };
        kernel.multiply(product, &mut sums[..count * self.height()]);
    }
}

/// The rows that [`Dense`] keeps in registers at a time.
const TILE: usize = 16;

/// A matrix of floats, for inputs that are not in fixed point. Every row is summed from its first column to its last,
/// on every machine.
pub struct Dense {
    rows: usize,
    columns: usize,
    /// Tiles of [`TILE`] rows, each stored column by column.
    tiles: Vec<f32>,
}

impl Dense {
    /// Reads a quantised or float matrix that must have this many columns.
    pub fn read(file: &ModelFile, name: &str, columns: usize) -> Result<Dense, ModelError> {
        let tensor = file.tensor(name)?;
        let rows = tensor.rows_of(columns)?;
        let values: Vec<f32> = if tensor.element == Element::F32 {
            tensor.floats()?
        } else {
            let scales = file.row_scales(name, rows)?;
            weights(tensor)?.iter().enumerate().map(|(i, &w)| f32::from(w) * scales[i / columns]).collect()
        };
        let mut tiles = vec![0.0; rows.next_multiple_of(TILE) * columns];
        for (row, values) in values.chunks_exact(columns).enumerate() {
            for (column, &value) in values.iter().enumerate() {
                tiles[(row / TILE * columns + column) * TILE + row % TILE] = value;
            }
        }
        Ok(Dense { rows, columns, tiles })
    }

    pub fn rows(&self) -> usize {
        self.rows
    }

    pub fn columns(&self) -> usize {
        self.columns
    }

    #[inline(never)]
    pub fn multiply(&self, input: &[f32], out: &mut [f32]) {
        for (tile, out) in self.tiles.chunks_exact(TILE * self.columns).zip(out.chunks_mut(TILE)) {
            let mut sums = [0.0f32; TILE];
            for (weights, &x) in tile.chunks_exact(TILE).zip(input) {
                for (sum, &w) in sums.iter_mut().zip(weights) {
                    *sum += w * x;
                }
            }
            out.copy_from_slice(&sums[..out.len()]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tagger::activation::ZERO;
    use crate::tagger::testing::Writer;

    /// A matrix of three rows and five columns, quantised with a scale for each row.
    fn writer() -> Writer {
        let mut writer = Writer::default();
        writer.add("w", 1, &[3, 5], (1..=15).collect());
        writer.floats("w.scale", &[3], &[1.0, 0.5, 2.0]);
        writer
    }

    #[test]
    fn a_product_with_padding() {
        let bytes = writer().bytes();
        let matrix = Matrix::read(&ModelFile::parse(&bytes).unwrap(), "w", 5, 2.0).unwrap();
        assert_eq!((matrix.rows(), matrix.height(), Matrix::width_for(5)), (3, ROWS, 8));
        // What is in the padding does not matter.
        let input: Vec<u8> = [1, -1, 2, 0, 3, 9, 9, 9].map(|x: i8| (ZERO as i8 + x) as u8).to_vec();
        let mut sums = vec![0; matrix.height()];
        matrix.multiply(Kernel::best(), &input, 1, &mut sums);
        assert_eq!(sums[..3], [20, 45, 70]);
        assert_eq!(matrix.scales()[..3], [0.5, 0.25, 1.0]);
    }

    #[test]
    fn a_product_in_floats() {
        let bytes = writer().bytes();
        let matrix = Dense::read(&ModelFile::parse(&bytes).unwrap(), "w", 5).unwrap();
        let mut out = [0.0; 3];
        matrix.multiply(&[1.0, -1.0, 2.0, 0.0, 3.0], &mut out);
        assert_eq!(out, [20.0, 22.5, 140.0]);
    }

    #[test]
    fn a_matrix_of_another_size_is_an_error() {
        let bytes = writer().bytes();
        let file = ModelFile::parse(&bytes).unwrap();
        let error = Matrix::read(&file, "w", 4, 1.0).err().expect("an error").to_string();
        assert!(error.contains("has 5 columns, not 4"), "{error}");
        let matrix = Matrix::read(&file, "w", 5, 1.0).unwrap();
        let error = matrix.expect_rows(&file, "w", 2).unwrap_err().to_string();
        assert!(error.contains("has 3 rows, not 2"), "{error}");
    }
}
