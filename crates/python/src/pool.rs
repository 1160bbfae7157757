//! Annotators for threads that come and go.

use newsmark::{Annotator, MODEL};
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

/// The fingerprint of the model.
pub fn fingerprint() -> &'static str {
    static FINGERPRINT: OnceLock<String> = OnceLock::new();
    FINGERPRINT.get_or_init(|| with_annotator(|annotator| annotator.fingerprint().to_owned()))
}
