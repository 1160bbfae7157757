//! The model file: named tensors, read in place.
//!
//! All numbers are little-endian.
//!
//! | bytes | content |
//! |---|---|
//! | 8 | `NEWSMARK` |
//! | u32 | format version |
//! | u32 | number of tensors |
//! | u64 | FNV-1a of everything after this field |
//! | for each tensor | u8 length of its name, the name, u8 element type, u8 number of dimensions, u32 for each dimension, u32 offset from the beginning of the file, u32 length in bytes |
//! | the rest | the elements, each tensor aligned to 16 bytes |
//!
//! A quantised tensor has a companion `NAME.scale` of `f32`: one scale for each row, or one for the whole tensor.

use crate::text::hash::{START, fnv1a};
use core::fmt;

const MAGIC: &[u8; 8] = b"NEWSMARK";
const VERSION: u32 = 1;
/// The checksum covers everything from here on.
const HEADER: usize = 24;

/// Why a model cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ModelError {
    /// The bytes are not a Newsmark model file.
    NotAModel,
    /// The file has a version of the format that this build does not read.
    Version(u32),
    /// The file ends too early.
    Truncated,
    /// The file is damaged.
    Checksum,
    /// The file lacks a tensor that the network needs.
    Missing(String),
    /// A tensor has the wrong element type, the wrong size or invalid elements.
    Shape {
        /// The tensor's name.
        tensor: String,
        /// What is wrong, as the end of a sentence that begins with the tensor.
        problem: String,
    },
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            ModelError::NotAModel => write!(f, "not a Newsmark model file"),
            ModelError::Version(found) => write!(
                f,
                "the model has format {found}, but this build reads format {VERSION}: use the model that came with it"
            ),
            ModelError::Truncated => write!(f, "the model file is truncated: download or copy it again"),
            ModelError::Checksum => {
                write!(f, "the model file is damaged (its checksum does not match): download or copy it again")
            }
            ModelError::Missing(tensor) => {
                write!(f, "the model has no tensor “{tensor}”: export it again with training/export.py of this version")
            }
            ModelError::Shape { tensor, problem } => {
                write!(
                    f,
                    "the model's tensor “{tensor}” {problem}: export it again with training/export.py of this version"
                )
            }
        }
    }
}

impl core::error::Error for ModelError {}

/// How a tensor's elements are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Element {
    F32,
    I8,
    /// Two signed 4-bit numbers per byte, the low half first, each stored plus 8.
    Nibble,
    U16,
    U32,
    Text,
}

impl Element {
    fn from_code(code: u8) -> Option<Element> {
        use Element::*;
        [F32, I8, Nibble, U16, U32, Text].get(usize::from(code)).copied()
    }

    fn bits(self) -> usize {
        match self {
            Element::F32 | Element::U32 => 32,
            Element::U16 => 16,
            Element::I8 | Element::Text => 8,
            Element::Nibble => 4,
        }
    }
}

/// A tensor of the file.
#[derive(Clone, Debug)]
pub struct Tensor<'m> {
    pub name: &'m str,
    pub element: Element,
    pub dims: Vec<usize>,
    pub data: &'m [u8],
}

impl<'m> Tensor<'m> {
    pub fn wrong(&self, problem: impl Into<String>) -> ModelError {
        ModelError::Shape { tensor: self.name.to_owned(), problem: problem.into() }
    }

    fn expect(&self, element: Element) -> Result<(), ModelError> {
        if self.element == element {
            Ok(())
        } else {
            Err(self.wrong(format!("holds {:?}, not {element:?}", self.element)))
        }
    }

    /// Rows and columns of a matrix.
    pub fn matrix(&self) -> Result<[usize; 2], ModelError> {
        match self.dims[..] {
            [rows, columns] if rows > 0 && columns > 0 => Ok([rows, columns]),
            _ => Err(self.wrong(format!("is not a matrix (its dimensions are {:?})", self.dims))),
        }
    }

    /// The rows of a matrix that must have this many columns.
    pub fn rows_of(&self, columns: usize) -> Result<usize, ModelError> {
        let [rows, found] = self.matrix()?;
        if found == columns { Ok(rows) } else { Err(self.wrong(format!("has {found} columns, not {columns}"))) }
    }

    pub fn floats(&self) -> Result<Vec<f32>, ModelError> {
        self.expect(Element::F32)?;
        let floats: Vec<f32> =
            self.data.chunks_exact(4).map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect();
        if floats.iter().all(|x| x.is_finite()) {
            Ok(floats)
        } else {
            Err(self.wrong("has an element that is not a finite number"))
        }
    }

    /// The elements as floats, of which there must be this many.
    pub fn vector(&self, length: usize) -> Result<Vec<f32>, ModelError> {
        let floats = self.floats()?;
        if floats.len() == length {
            Ok(floats)
        } else {
            Err(self.wrong(format!("has {} values, not {length}", floats.len())))
        }
    }

    pub fn shorts(&self) -> Result<Vec<u16>, ModelError> {
        self.expect(Element::U16)?;
        Ok(self.data.chunks_exact(2).map(|b| u16::from_le_bytes([b[0], b[1]])).collect())
    }

    pub fn longs(&self) -> Result<Vec<u32>, ModelError> {
        self.expect(Element::U32)?;
        Ok(self.data.chunks_exact(4).map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect())
    }

    pub fn text(&self) -> Result<&'m str, ModelError> {
        self.expect(Element::Text)?;
        core::str::from_utf8(self.data).map_err(|_| self.wrong("is not UTF-8"))
    }
}

/// A model file whose directory and checksum have been checked.
#[derive(Clone, Debug)]
pub struct ModelFile<'m> {
    tensors: Vec<Tensor<'m>>,
    checksum: u64,
}

impl<'m> ModelFile<'m> {
    pub fn parse(bytes: &'m [u8]) -> Result<ModelFile<'m>, ModelError> {
        let mut reader = Reader { bytes, at: 0 };
        if reader.take(MAGIC.len()).ok() != Some(MAGIC) {
            return Err(ModelError::NotAModel);
        }
        let version = reader.u32()?;
        if version != VERSION {
            return Err(ModelError::Version(version));
        }
        let count = reader.u32()?;
        let checksum = u64::from(reader.u32()?) | u64::from(reader.u32()?) << 32;
        let directory = (0..count).map(|_| reader.tensor()).collect::<Result<Vec<_>, _>>();
        let tensors = match directory {
            // Tensors must not share bytes, so that together they take no more memory than the file does.
            Ok(tensors) if tensors.iter().map(|t| t.data.len()).sum::<usize>() > bytes.len() => {
                return Err(ModelError::Checksum);
            }
            Ok(tensors) if fnv1a(START, bytes[HEADER..].iter().copied()) == checksum => tensors,
            // In a truncated file tensors end behind the end of the file; any other damage is found by the checksum.
            Err(ModelError::Truncated) => return Err(ModelError::Truncated),
            _ => return Err(ModelError::Checksum),
        };
        Ok(ModelFile { tensors, checksum })
    }

    /// The checksum in sixteen hexadecimal digits, which identifies the model.
    pub fn fingerprint(&self) -> String {
        format!("{:016x}", self.checksum)
    }

    pub fn find(&self, name: &str) -> Option<&Tensor<'m>> {
        self.tensors.iter().find(|t| t.name == name)
    }

    pub fn tensor(&self, name: &str) -> Result<&Tensor<'m>, ModelError> {
        self.find(name).ok_or_else(|| ModelError::Missing(name.to_owned()))
    }

    /// The value of a line `key=value` of the tensor `meta`.
    pub fn meta(&self, key: &str) -> Result<&'m str, ModelError> {
        let lines = self.tensor("meta")?.text()?.lines();
        let mut pairs = lines.filter_map(|line| line.split_once('='));
        pairs
            .find(|(k, _)| k.trim() == key)
            .map(|(_, value)| value.trim())
            .ok_or_else(|| ModelError::Missing(format!("meta: {key}")))
    }

    pub fn wrong_meta(&self, key: &str) -> ModelError {
        ModelError::Shape { tensor: format!("meta: {key}"), problem: "cannot be read".to_owned() }
    }

    /// The scales of a quantised matrix, one for each row.
    pub fn row_scales(&self, name: &str, rows: usize) -> Result<Vec<f32>, ModelError> {
        let tensor = self.tensor(&format!("{name}.scale"))?;
        let mut scales = tensor.floats()?;
        if scales.len() == 1 {
            scales.resize(rows, scales[0]);
        }
        if scales.len() == rows {
            Ok(scales)
        } else {
            Err(tensor.wrong(format!("has {} values for {rows} rows", scales.len())))
        }
    }
}

struct Reader<'m> {
    bytes: &'m [u8],
    at: usize,
}

impl<'m> Reader<'m> {
    fn take(&mut self, count: usize) -> Result<&'m [u8], ModelError> {
        let taken = self.bytes.get(self.at..).and_then(|rest| rest.get(..count)).ok_or(ModelError::Truncated)?;
        self.at += count;
        Ok(taken)
    }

    fn u8(&mut self) -> Result<u8, ModelError> {
        Ok(self.take(1)?[0])
    }

    fn u32(&mut self) -> Result<u32, ModelError> {
        let b = self.take(4)?;
        Ok(u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
    }

    fn tensor(&mut self) -> Result<Tensor<'m>, ModelError> {
        let length = self.u8()?;
        let name = core::str::from_utf8(self.take(usize::from(length))?).map_err(|_| ModelError::Checksum)?;
        let element = Element::from_code(self.u8()?).ok_or(ModelError::Checksum)?;
        let dims = (0..self.u8()?).map(|_| Ok(self.u32()? as usize)).collect::<Result<Vec<_>, _>>()?;
        let (offset, size) = (self.u32()? as usize, self.u32()? as usize);
        let bits = dims.iter().try_fold(element.bits(), |bits, &n| bits.checked_mul(n));
        if bits != size.checked_mul(8) {
            return Err(ModelError::Checksum);
        }
        let data = self.bytes.get(offset..).and_then(|rest| rest.get(..size)).ok_or(ModelError::Truncated)?;
        Ok(Tensor { name, element, dims, data })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tagger::testing::Writer;

    fn sample() -> Vec<u8> {
        let mut writer = Writer::default();
        writer.floats("a", &[2, 3], &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
        writer.add("meta", 5, &[10], b"k=v\nn= 7 \n".to_vec()[..10].to_vec());
        writer.bytes()
    }

    fn error(bytes: &[u8]) -> ModelError {
        ModelFile::parse(bytes).expect_err("an error")
    }

    #[test]
    fn a_written_file_is_read_back() {
        let bytes = sample();
        let file = ModelFile::parse(&bytes).unwrap();
        let tensor = file.tensor("a").unwrap();
        assert_eq!((tensor.matrix().unwrap(), tensor.floats().unwrap()[4]), ([2, 3], 5.0));
        assert_eq!((file.meta("k"), file.meta("n")), (Ok("v"), Ok("7")));
        assert_eq!(file.meta("x"), Err(ModelError::Missing("meta: x".to_owned())));
        assert!(tensor.text().is_err() && tensor.vector(7).is_err());
    }

    #[test]
    fn each_kind_of_damage_has_its_error() {
        let bytes = sample();
        assert_eq!(error(b"PK\x03\x04"), ModelError::NotAModel);
        assert_eq!(error(b""), ModelError::NotAModel);
        for length in 8..bytes.len() {
            assert_eq!(error(&bytes[..length]), ModelError::Truncated, "{length}");
        }
        for at in 16..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1;
            assert!(matches!(error(&damaged), ModelError::Checksum | ModelError::Truncated), "{at}");
        }
        let mut newer = bytes;
        newer[8] = 9;
        assert_eq!(error(&newer), ModelError::Version(9));
    }
}
