//! Function words, and the common verbs that show where a subject ends.
//!
//! The classes overlap and a word may be in several. The last seven are those that the noun phrases of
//! [`noun_phrase`](crate::syntax::noun_phrase) and the quotations are read by; the others belong to the
//! coreference chains, whose ranker was trained with exactly these lists. So a determiner that introduces a
//! phrase ([`DETERMINER`]) is not simply one that is definite, indefinite or possessive.

use super::*;

pub const FUNCTION_WORDS: &[(Flags, &str)] = &[
    (DEFINITE, "the this that these those"),
    (INDEFINITE, "a an another some any every each no one"),
    (POSSESSIVE, "his her hers its their theirs my mine your yours our ours whose"),
    (HE, "he him his himself"),
    (SHE, "she her hers herself"),
    (SUBJECT, "he she they i we"),
    (REFLEXIVE, "himself herself themselves itself myself yourself ourselves"),
    (
        PREPOSITION,
        "about above across after against along amid among around as at before behind below beneath beside besides \
        between beyond by despite during except for from in inside into like near of off on onto outside over \
        past per regarding since through throughout to toward towards under underneath unlike until upon versus \
        via vs with within without",
    ),
    (
        AUXILIARY,
        "'d 'll 's also am are be been being can can't could couldn't did didn't do does doesn't had hadn't has \
        hasn't have having is isn't may might must never shall should shouldn't was wasn't were will won't would \
        wouldn't",
    ),
    (BE, "'m 're 's am are aren't be been being is isn't was wasn't were weren't"),
    (
        CONJUNCTION,
        "and but or nor because when while if although though as that since after before until unless whereas so \
        whether",
    ),
    (RELATIVE, "who whom whose which"),
    (
        VERB,
        "became began bought broke brought built came caught chose drew drove fell felt fled flew fought found \
        gave gets goes got grew held hit keeps kept knew knows lacks leads led left likes lives looks lost made \
        makes meets met needs paid plans played plays put quit ran rejects remains rose runs sat saw seeks seems \
        sees sent set shot shows sold sought spent spoke stood struck swore takes taught threw took wants went \
        wins woke won wore works",
    ),
    (
        DETERMINER,
        "the a an his her their its my our your one another this these those some several many two three most \
        other",
    ),
    (LONE_SUBJECT, "he she they it i we you who one others some many another both everyone someone somebody nobody"),
    (
        ADVERBIAL,
        "has have had also later then once again often even still just now already always never would will was is \
        were are did does could may might can ever today yesterday soon further been 've 'd",
    ),
    (
        CLAUSE,
        "that who which when while as if because but or with by on to about after before during than since in at \
        from of for into over under against whether where how why what not there here this without through \
        between until though",
    ),
    (LINK, "of for at and & de from in"),
    (QUALIFIER, "of for to with who whose which that at from in by about and on"),
    (
        FRONTED,
        "in on at during after before with while when for as by from under since despite speaking asked once \
        following",
    ),
];
