//! Collects paragraphs and the rows of tables.

/// The lines of a text that is being read.
#[derive(Default)]
pub struct Lines {
    text: String,
    line: String,
    /// How many cells are open: their paragraphs are in the line of their row.
    cells: usize,
}

impl Lines {
    pub fn push(&mut self, text: &str) {
        self.line.push_str(text);
    }

    /// Ends a paragraph.
    pub fn end_paragraph(&mut self) {
        if self.cells > 0 {
            if !self.line.is_empty() && !self.line.ends_with([' ', '\t']) {
                self.line.push(' ');
            }
            return;
        }
        let line = std::mem::take(&mut self.line);
        if line.trim().is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        self.text.push_str(line.trim_end());
    }

    pub fn begin_cell(&mut self) {
        self.cells += 1;
    }

    pub fn end_cell(&mut self) {
        self.cells = self.cells.saturating_sub(1);
        let kept = self.line.trim_end_matches(' ').len();
        self.line.truncate(kept);
        self.line.push('\t');
    }

    pub fn end_row(&mut self) {
        if self.cells == 0 {
            self.end_paragraph();
        }
    }

    pub fn finish(mut self) -> String {
        self.cells = 0;
        self.end_paragraph();
        self.text
    }
}
