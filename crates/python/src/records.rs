//! The library's records as Python's dataclasses.
//!
//! serde names every record and its fields, so this needs no list of them. Dataclasses are made without their `__init__`,
//! which takes ten times as long for frozen ones. Fields that are left out keep the default of their class.

use core::fmt;
use pyo3::BoundObject;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyString, PyTuple, PyType};
use serde::ser::{self, Impossible, Serialize, SerializeSeq, SerializeStruct, SerializeTuple, Serializer};

/// The module with the dataclasses.
const MODULE: &str = "newsmark.document";

/// The name of the attribute with the text, in classes that show their words.
const TEXT: &str = "_source";

/// A dataclass.
struct Class {
    name: String,
    class: Py<PyType>,
    /// Whether its records show the words between their offsets.
    has_words: bool,
}

/// The dataclasses of all records.
pub struct Classes(Vec<Class>);

impl Classes {
    pub fn of(py: Python<'_>) -> PyResult<&'static Classes> {
        static CLASSES: PyOnceLock<Classes> = PyOnceLock::new();
        CLASSES.get_or_try_init(py, || {
            let module = py.import(MODULE)?;
            let records: Vec<Bound<'_, PyType>> = module.getattr("RECORDS")?.extract()?;
            let class = |class: Bound<'_, PyType>| {
                let (name, has_words) = (class.name()?.to_string(), class.hasattr(TEXT)?);
                Ok(Class { name, class: class.unbind(), has_words })
            };
            records.into_iter().map(class).collect::<PyResult<_>>().map(Classes)
        })
    }

    /// The class of a record, by its name in Rust.
    fn named(&self, record: &str) -> PyResult<&Class> {
        let name = record.trim_end_matches("Record");
        let class = self.0.iter().find(|class| class.name == name);
        class.ok_or_else(|| Failed::new(format!("{MODULE} has no class {name}")).0)
    }
}

/// Makes Python objects.
#[derive(Clone, Copy)]
pub struct Records<'a, 'py> {
    classes: &'a Classes,
    text: &'a Bound<'py, PyString>,
}

impl<'a, 'py> Records<'a, 'py> {
    pub fn new(classes: &'a Classes, text: &'a Bound<'py, PyString>) -> Records<'a, 'py> {
        Records { classes, text }
    }

    pub fn of(self, value: &impl Serialize) -> PyResult<Bound<'py, PyAny>> {
        value.serialize(self).map_err(|error| error.0)
    }

    fn py(self) -> Python<'py> {
        self.text.py()
    }

    fn object<T: IntoPyObject<'py>>(self, value: T) -> Result<Bound<'py, PyAny>, Failed> {
        let object = value.into_pyobject(self.py()).map_err(Into::<PyErr>::into)?;
        Ok(object.into_bound().into_any())
    }

    fn tuple(self, length: Option<usize>) -> Tuple<'a, 'py> {
        Tuple { records: self, items: Vec::with_capacity(length.unwrap_or_default()) }
    }
}

/// An exception, as an error of serde.
#[derive(Debug)]
pub struct Failed(PyErr);

impl Failed {
    fn new(message: String) -> Failed {
        Failed(pyo3::exceptions::PyTypeError::new_err(message))
    }
}

impl From<PyErr> for Failed {
    fn from(error: PyErr) -> Failed {
        Failed(error)
    }
}

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl core::error::Error for Failed {}

impl ser::Error for Failed {
    fn custom<T: fmt::Display>(message: T) -> Failed {
        Failed::new(message.to_string())
    }
}

/// A list or a range.
pub struct Tuple<'a, 'py> {
    records: Records<'a, 'py>,
    items: Vec<Bound<'py, PyAny>>,
}

impl<'py> SerializeSeq for Tuple<'_, 'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Failed;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failed> {
        self.items.push(value.serialize(self.records)?);
        Ok(())
    }

    fn end(self) -> Result<Bound<'py, PyAny>, Failed> {
        Ok(PyTuple::new(self.records.py(), self.items)?.into_any())
    }
}

impl<'py> SerializeTuple for Tuple<'_, 'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Failed;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failed> {
        SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Result<Bound<'py, PyAny>, Failed> {
        SerializeSeq::end(self)
    }
}

/// A record that is being filled.
pub struct Record<'a, 'py> {
    records: Records<'a, 'py>,
    instance: Bound<'py, PyAny>,
    fields: Bound<'py, PyDict>,
}

impl<'py> SerializeStruct for Record<'_, 'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Failed;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Failed> {
        let value = value.serialize(self.records)?;
        Ok(self.fields.set_item(PyString::intern(self.records.py(), name), value)?)
    }

    fn end(self) -> Result<Bound<'py, PyAny>, Failed> {
        Ok(self.instance)
    }
}

/// Methods for values that Python has as well.
macro_rules! objects {
    ($($method:ident: $type:ty),*) => {
        $(fn $method(self, value: $type) -> Result<Self::Ok, Failed> {
            self.object(value)
        })*
    };
}

/// A kind of value that no record contains.
fn unknown<T>(kind: &str) -> Result<T, Failed> {
    Err(Failed::new(format!("records contain no {kind}")))
}

impl<'a, 'py> Serializer for Records<'a, 'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Failed;
    type SerializeSeq = Tuple<'a, 'py>;
    type SerializeTuple = Tuple<'a, 'py>;
    type SerializeTupleStruct = Impossible<Self::Ok, Failed>;
    type SerializeTupleVariant = Impossible<Self::Ok, Failed>;
    type SerializeMap = Impossible<Self::Ok, Failed>;
    type SerializeStruct = Record<'a, 'py>;
    type SerializeStructVariant = Impossible<Self::Ok, Failed>;

    objects! {
        serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_f32: f32,
        serialize_f64: f64, serialize_char: char, serialize_str: &str
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<Self::Ok, Failed> {
        unknown("bytes")
    }

    fn serialize_none(self) -> Result<Self::Ok, Failed> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Self::Ok, Failed> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<Self::Ok, Failed> {
        Ok(self.py().None().into_bound(self.py()))
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Self::Ok, Failed> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<Self::Ok, Failed> {
        Ok(PyString::intern(self.py(), variant).into_any())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<Self::Ok, Failed> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<Self::Ok, Failed> {
        unknown("variants with values")
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Tuple<'a, 'py>, Failed> {
        Ok(self.tuple(length))
    }

    fn serialize_tuple(self, length: usize) -> Result<Tuple<'a, 'py>, Failed> {
        Ok(self.tuple(Some(length)))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Failed> {
        unknown("tuples with names")
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Failed> {
        unknown("variants with values")
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Failed> {
        unknown("maps")
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Record<'a, 'py>, Failed> {
        let py = self.py();
        let class = self.classes.named(name)?;
        let instance = class.class.bind(py).call_method1(intern!(py, "__new__"), (&class.class,))?;
        let fields = instance.getattr(intern!(py, "__dict__"))?.cast_into::<PyDict>().map_err(PyErr::from)?;
        if class.has_words {
            fields.set_item(intern!(py, TEXT), self.text)?;
        }
        Ok(Record { records: self, instance, fields })
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Failed> {
        unknown("variants with values")
    }
}
