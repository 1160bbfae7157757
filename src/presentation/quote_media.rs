use crate::quotes::Medium;

impl Medium {
    /// All three, in the order in which they are listed.
    pub const ALL: [Medium; 3] = [Medium::Speech, Medium::Writing, Medium::Thought];

    /// The name of the page's switch.
    pub const fn label(self) -> &'static str {
        match self {
            Medium::Speech => "Speech",
            Medium::Writing => "Writing",
            Medium::Thought => "Thought",
        }
    }

    /// What it means.
    pub const fn description(self) -> &'static str {
        match self {
            Medium::Speech => "Somebody said it",
            Medium::Writing => "Somebody wrote or posted it",
            Medium::Thought => "Somebody believes, hopes, fears, wants or plans it",
        }
    }
}
