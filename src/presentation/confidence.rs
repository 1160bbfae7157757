/// A confidence in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ConfidenceLevel {
    /// The highest level.
    Sure,
    /// More likely right than wrong.
    Likely,
    /// The lowest level.
    Unsure,
}

impl ConfidenceLevel {
    /// All of them, the highest first.
    pub const ALL: [ConfidenceLevel; 3] = [ConfidenceLevel::Sure, ConfidenceLevel::Likely, ConfidenceLevel::Unsure];

    /// The identifier, the label, the lowest confidence of this level, and what it means.
    const fn row(self) -> (&'static str, &'static str, f64, &'static str) {
        match self {
            ConfidenceLevel::Sure => ("sure", "Sure", 0.9, "At least nine in ten are right"),
            ConfidenceLevel::Likely => ("likely", "Likely", 0.6, "More often right than wrong"),
            ConfidenceLevel::Unsure => ("unsure", "Unsure", 0.0, "Check before use"),
        }
    }

    /// The level of a confidence.
    pub fn of(confidence: f64) -> ConfidenceLevel {
        let reached = ConfidenceLevel::ALL.into_iter().find(|level| confidence >= level.threshold());
        reached.unwrap_or(ConfidenceLevel::Unsure)
    }

    /// A confidence in words, with the figure unless that is 0: "sure (93 %)".
    pub fn in_words(confidence: f64) -> String {
        let level = ConfidenceLevel::of(confidence).id();
        let figure = (confidence * 100.0).round();
        if figure == 0.0 { level.to_owned() } else { format!("{level} ({figure} %)") }
    }

    /// The word as it stands in a sentence, and in the page's style sheet.
    pub const fn id(self) -> &'static str {
        self.row().0
    }

    /// The name of the page's switch.
    pub const fn label(self) -> &'static str {
        self.row().1
    }

    /// The lowest confidence of this level.
    pub const fn threshold(self) -> f64 {
        self.row().2
    }

    /// What it means.
    pub const fn description(self) -> &'static str {
        self.row().3
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// tests/page/shared.test.mjs runs the page on the same file.
    #[test]
    fn agrees_with_the_page() {
        let vectors = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/shared/confidence.json"));
        for (confidence, words) in serde_json::from_str::<Vec<(f64, String)>>(vectors).unwrap() {
            assert_eq!(ConfidenceLevel::in_words(confidence), words);
        }
    }
}
