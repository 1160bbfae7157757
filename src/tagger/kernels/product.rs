//! What a kernel is asked for: a matrix product, with the matrix in blocks.

/// Rows of a matrix that are computed together.
pub const ROWS: usize = 8;

/// Columns that one instruction multiplies and adds up.
pub const COLUMNS: usize = 4;

/// A matrix times several vectors. Each vector is made of pieces of `width` numbers (a multiple of
/// [`COLUMNS`]) which lie apart: piece *k* of vector *n* begins at `inputs[n * stride + taps[k]]`. A
/// convolution reads its neighbours in this way, without copying them together.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct Product<'a> {
    /// Blocks as described above, of `taps.len() * width` columns.
    pub blocks: &'a [i8],
    /// What each row's sum starts with (see `starts`).
    pub starts: &'a [i32],
    /// Up to 127 each.
    pub inputs: &'a [u8],
    pub width: usize,
    pub taps: &'a [usize],
    pub stride: usize,
    /// How many vectors.
    pub count: usize,
}

impl Product<'_> {
    /// How many sums a vector gets.
    pub fn rows(&self) -> usize {
        self.starts.len()
    }

    /// How many numbers a vector has.
    pub fn columns(&self) -> usize {
        self.taps.len() * self.width
    }

    /// Whether every read and write of a kernel is inside its slice.
    pub fn fits(&self, sums: &[i32]) -> bool {
        let reach =
            self.count.saturating_sub(1) * self.stride + self.taps.iter().max().map_or(0, |tap| tap + self.width);
        self.columns() > 0
            && self.width % COLUMNS == 0
            && self.starts.len() % ROWS == 0
            && self.blocks.len() == self.starts.len() * self.columns()
            && (self.count == 0 || reach <= self.inputs.len())
            && sums.len() == self.count * self.rows()
    }
}
