//! What is known of a verb that can report speech, and which words are its forms.

use super::verb_forms::{self, Forms};
use super::verbs::VERBS;
use std::sync::LazyLock;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verb {
    pub base: &'static str,
    /// The past tense and the participle, where they are irregular.
    pub(super) past: &'static str,
    cue: Cue,
    also_noun: bool,
    opens_report: bool,
    act: Act,
    pub(super) says: Forms,
    pub(super) tells: Forms,
}

/// Where a verb can be the cue of a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cue {
    Anywhere,
    /// The verb reports speech so seldom that only a quotation right beside it shows that it does.
    BesideQuotation,
    Never,
}

/// What somebody does of whom the verb is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Utters something: *say*.
    Say,
    /// Writes or posts it: *tweet*.
    Write,
    /// Believes, hopes, fears, wants or plans it: *believe*.
    Think,
    /// Binds himself: *pledge*. Words are reported by "pledged that", and no more than an intention by "pledged to".
    Commit,
}

/// A verb that reports speech wherever it stands. The methods below say where it differs.
pub const fn verb(base: &'static str) -> Verb {
    Verb { base, past: "", cue: Cue::Anywhere, also_noun: false, opens_report: true, act: Act::Say, says: 0, tells: 0 }
}

impl Verb {
    /// Irregular forms of the past, separated by a space: the past tense first.
    pub const fn past(mut self, forms: &'static str) -> Verb {
        self.past = forms;
        self
    }

    /// A cue only where a quotation stands right beside it.
    pub const fn beside_quotation(mut self) -> Verb {
        self.cue = Cue::BesideQuotation;
        self
    }

    /// Never a cue of a quotation.
    pub const fn never_a_cue(mut self) -> Verb {
        self.cue = Cue::Never;
        self
    }

    /// Its base form and the form in *s* are nouns more often than verbs.
    pub const fn also_noun(mut self) -> Verb {
        self.also_noun = true;
        self
    }

    /// What it reports is never taken for a report inside another or around another.
    pub const fn opens_no_report(mut self) -> Verb {
        self.opens_report = false;
        self
    }

    /// Reports something written.
    pub const fn writes(mut self) -> Verb {
        self.act = Act::Write;
        self
    }

    /// Reports a thought.
    pub const fn thinks(mut self) -> Verb {
        self.act = Act::Think;
        self
    }

    /// Reports an intention if an infinitive follows.
    pub const fn commits(mut self) -> Verb {
        self.act = Act::Commit;
        self
    }

    /// The forms that, next to a mention, show that the person speaks ([`super::REPORTING`]). The pronoun ranker
    /// was trained with exactly these: change them only together with its weights.
    pub const fn says(mut self, forms: Forms) -> Verb {
        self.says = forms;
        self
    }

    /// The forms whose object is the addressee ([`super::TELLING`]).
    pub const fn tells(mut self, forms: Forms) -> Verb {
        self.tells = forms;
        self
    }

    /// Whether its report can be a part of another report.
    pub fn opens_report(&self) -> bool {
        self.opens_report
    }

    pub fn act(&self) -> Act {
        self.act
    }

    /// The verb of which this word is a form, whether or not it can be the cue of a quotation.
    pub fn known(word: &str) -> Option<&'static Verb> {
        [Cue::Anywhere, Cue::BesideQuotation, Cue::Never].into_iter().find_map(|cue| find(word, cue))
    }

    /// The verb of which this word is a form, if it reports speech anywhere.
    pub fn reporting(word: &str) -> Option<&'static Verb> {
        find(word, Cue::Anywhere)
    }

    /// The verb of which this word is a form, if it can report a quotation right beside it.
    pub fn loosely_reporting(word: &str) -> Option<&'static Verb> {
        Verb::reporting(word).or_else(|| find(word, Cue::BesideQuotation))
    }

    /// As [`Verb::reporting`], for a word that can be taken for a verb without a quotation beside it: it is in
    /// lower case and not a form that is more often a noun.
    pub fn surely_reporting(word: &str) -> Option<&'static Verb> {
        if word.starts_with(char::is_uppercase) {
            return None;
        }
        let verb = Verb::reporting(word)?;
        let plural = word.strip_suffix('s') == Some(verb.base)
            || word.strip_suffix("ies").is_some_and(|stem| verb.base.strip_suffix('y') == Some(stem));
        let noun_form = word == verb.base || plural;
        (!noun_form || !verb.also_noun).then_some(verb)
    }
}

fn find(word: &str, cue: Cue) -> Option<&'static Verb> {
    static IRREGULAR: LazyLock<Vec<(&str, &Verb)>> = LazyLock::new(|| {
        let forms = |verb: &'static Verb| verb.past.split_ascii_whitespace().map(move |form| (form, verb));
        VERBS.iter().flat_map(forms).collect()
    });
    if !(SHORTEST..=LONGEST).contains(&word.len()) || !word.is_ascii() {
        return None;
    }
    let word = word.to_ascii_lowercase();
    let irregular = IRREGULAR.iter().find(|&&(form, verb)| form == word && verb.cue == cue).map(|&(_, verb)| verb);
    let known = |base: &str| {
        let index = VERBS.binary_search_by_key(&base, |verb| verb.base).ok()?;
        Some(&VERBS[index]).filter(|verb| verb.cue == cue)
    };
    irregular.or_else(|| verb_forms::bases(&word).find_map(|base| known(&base)))
}

/// Words outside these lengths are not looked up: no form of a verb in the table is longer, and only "go" is shorter.
const SHORTEST: usize = 3;
const LONGEST: usize = 14;

#[cfg(test)]
mod tests {
    use super::*;

    fn base(verb: Option<&Verb>) -> Option<&str> {
        verb.map(|verb| verb.base)
    }

    #[test]
    fn the_table_is_sorted_and_every_form_leads_back_to_its_verb() {
        assert!(VERBS.is_sorted_by_key(|verb| verb.base));
        for verb in VERBS.iter().filter(|verb| verb.cue != Cue::Never) {
            for form in verb.forms(verb_forms::ALL).filter(|form| form.len() >= SHORTEST) {
                assert_eq!(base(Verb::loosely_reporting(&form)), Some(verb.base), "{form}");
            }
        }
    }

    #[test]
    fn a_cue_anywhere_or_beside_a_quotation_or_never() {
        for (word, anywhere, beside) in [
            ("said", Some("say"), Some("say")),
            ("Says", Some("say"), Some("say")),
            ("written", Some("write"), Some("write")),
            ("thought", None, Some("think")),
            ("began", None, Some("begin")),
            ("pointed", None, None),
            ("thanked", None, None),
            ("house", None, None),
            ("as", None, None),
        ] {
            assert_eq!(base(Verb::reporting(word)), anywhere, "{word}");
            assert_eq!(base(Verb::loosely_reporting(word)), beside, "{word}");
        }
    }

    #[test]
    fn a_form_that_is_rather_a_noun_or_a_name_is_not_surely_a_verb() {
        for (word, verb) in [
            ("reported", Some("report")),
            ("report", None),
            ("reports", None),
            ("replies", None),
            ("replied", Some("reply")),
            ("stresses", Some("stress")),
            ("denies", Some("deny")),
            ("say", Some("say")),
            ("Said", None),
        ] {
            assert_eq!(base(Verb::surely_reporting(word)), verb, "{word}");
        }
    }
}
