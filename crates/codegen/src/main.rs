//! Writes the generated files into the repository.

use newsmark_codegen::{ROOT, files};
use std::{fs, io, path::Path};

fn main() -> io::Result<()> {
    for file in files() {
        let path = Path::new(ROOT).join(file.path);
        if fs::read_to_string(&path).is_ok_and(|content| content == file.content) {
            continue;
        }
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&path, &file.content)?;
        println!("{}", file.path);
    }
    Ok(())
}
