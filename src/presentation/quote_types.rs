use crate::quotes::QuoteType;

impl QuoteType {
    /// All three, in the order in which they are listed.
    pub const ALL: [QuoteType; 3] = [QuoteType::Direct, QuoteType::Mixed, QuoteType::Indirect];

    /// The name of the page's switch.
    pub const fn label(self) -> &'static str {
        match self {
            QuoteType::Direct => "Direct",
            QuoteType::Mixed => "Mixed",
            QuoteType::Indirect => "Indirect",
        }
    }

    /// What it means.
    pub const fn description(self) -> &'static str {
        match self {
            QuoteType::Direct => "Entirely in quotation marks",
            QuoteType::Mixed => "Partly in quotation marks",
            QuoteType::Indirect => "Reported without quotation marks",
        }
    }
}
