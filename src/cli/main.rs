mod inspect;

use std::io::{self, BufRead, Write};

fn main() -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let row: serde_json::Value = serde_json::from_str(&line?)?;
        if std::env::args().any(|a| a == "features") {
            inspect::features(&row, &mut out)?;
        } else {
            inspect::layout(&row, &mut out)?;
        }
    }
    out.flush()
}
