//! The input of a kernel: a product of a matrix, stored in blocks, with several vectors.

/// The rows of a block, which are computed together.
pub const ROWS: usize = 8;

/// The columns that one instruction multiplies and adds.
pub const COLUMNS: usize = 4;

/// A matrix times several vectors. Each vector consists of separate pieces of `width` numbers (a multiple of
/// [`COLUMNS`]): piece *k* of vector *n* begins at `inputs[n * stride + taps[k]]`. So a convolution reads a token's
/// neighbours without copying them.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct Product<'a> {
    /// The matrix in blocks, with `taps.len() * width` columns.
    pub blocks: &'a [i8],
    /// The value that each row's sum starts with (see `starts`).
    pub starts: &'a [i32],
    /// Up to 127 each.
    pub inputs: &'a [u8],
    pub width: usize,
    pub taps: &'a [usize],
    pub stride: usize,
    /// The number of vectors.
    pub count: usize,
}

impl Product<'_> {
    /// The number of sums for each vector.
    pub fn rows(&self) -> usize {
        self.starts.len()
    }

    /// The length of a vector.
    pub fn columns(&self) -> usize {
        self.taps.len() * self.width
    }

    /// Whether every read and write of a kernel is inside its slice.
    pub fn fits(&self, sums: &[i32]) -> bool {
        let reach =
            self.count.saturating_sub(1) * self.stride + self.taps.iter().max().map_or(0, |tap| tap + self.width);
        self.columns() > 0
            && self.width.is_multiple_of(COLUMNS)
            && self.starts.len().is_multiple_of(ROWS)
            && self.blocks.len() == self.starts.len() * self.columns()
            && (self.count == 0 || reach <= self.inputs.len())
            && sums.len() == self.count * self.rows()
    }
}
