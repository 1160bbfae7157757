//! Annotators for threads that come and go, and the table of places.

use newsmark::{Annotator, MODEL};
use newsmark_places::{Gazetteer, TABLE};
use std::sync::{Mutex, OnceLock, PoisonError};

/// Those that no thread is using. Threads that shared one would wait for each other.
static FREE: Mutex<Vec<Annotator>> = Mutex::new(Vec::new());

/// Lends an annotator to some work. One whose work panics is not used again.
pub fn with_annotator<T>(work: impl FnOnce(&Annotator) -> T) -> T {
    let free = FREE.lock().unwrap_or_else(PoisonError::into_inner).pop();
    let annotator = free.unwrap_or_else(|| Annotator::new(MODEL).expect("the crate's own model"));
    let result = work(&annotator);
    FREE.lock().unwrap_or_else(PoisonError::into_inner).push(annotator);
    result
}

/// The table of places, which is read when somebody first wants it.
pub fn gazetteer() -> &'static Gazetteer {
    static GAZETTEER: OnceLock<Gazetteer> = OnceLock::new();
    GAZETTEER.get_or_init(|| Gazetteer::new(TABLE))
}

/// The fingerprint of the model.
pub fn fingerprint() -> &'static str {
    static FINGERPRINT: OnceLock<String> = OnceLock::new();
    FINGERPRINT.get_or_init(|| with_annotator(|annotator| annotator.fingerprint().to_owned()))
}
