//! The words that chains are read by: what a person is, what leads up to it, pronouns, and the small
//! words that show where in the sentence a mention stands.

pub mod reporting;

use crate::text::hash::BuildWordHasher;
use std::collections::HashMap;
use std::sync::OnceLock;

/// What a word can be; a set of the flags below.
pub type Flags = u32;

/// A form of address, which is no title of its bearer: *Mr*, *Dame*.
pub const ADDRESS: Flags = 1;
/// An office, a profession: stands before a name or after it, and for the person later on.
pub const ROLE: Flags = 1 << 1;
/// Means a person, without being a title: *woman*, *brother*, *suspect*.
pub const PERSON: Flags = 1 << 2;
/// Stands before a role and belongs to it: *deputy*, *prime*, *foreign*.
pub const MODIFIER: Flags = 1 << 3;
/// *the*, *this*, *that*: the one known already.
pub const DEFINITE: Flags = 1 << 4;
/// *a*, *another*: one not known yet.
pub const INDEFINITE: Flags = 1 << 5;
/// *his*, *their*: a possessive pronoun of any person.
pub const POSSESSIVE: Flags = 1 << 6;
pub const HE: Flags = 1 << 7;
pub const SHE: Flags = 1 << 8;
/// *he*, *she*, *they*, *I*, *we*: a pronoun that is a subject.
pub const SUBJECT: Flags = 1 << 9;
pub const REFLEXIVE: Flags = 1 << 10;
pub const PREPOSITION: Flags = 1 << 11;
/// *is*, *has*, *will*: shows that its subject stands before it.
pub const AUXILIARY: Flags = 1 << 12;
/// *said*, *told*, *added*: a verb that reports speech.
pub const REPORTING: Flags = 1 << 13;
/// *and*, *because*, *that*: joins clauses or things.
pub const CONJUNCTION: Flags = 1 << 14;
/// *who*, *whose*, *which*.
pub const RELATIVE: Flags = 1 << 15;
/// A past tense that does not end in *-ed*, or a common verb of news in the present.
pub const VERB: Flags = 1 << 16;

const WORDS: &[(Flags, &str)] = &[
    (
        ADDRESS,
        "dame dr drs frau haji hajji herr hon lady lord madam madame messrs miss mister mlle mme monsieur mr mrs ms mx señor \
        señora sir",
    ),
    (
        ROLE,
        "academic accountant activist actor actress adm administrator admiral adviser advisor advocate agent aide amb ambassador \
        analyst anchor anchorman anchorwoman anthropologist archaeologist archbishop archduke architect artist assemblyman \
        assemblywoman astronaut astronomer athlete attorney author ayatollah bailiff banker baron baroness barrister bassist \
        batsman billionaire biographer biologist bishop blogger boss bowler boxer broadcaster broker businessman businesswoman \
        caliph campaigner candidate canon capt captain cardinal cardiologist cellist ceo cfo chair chairman chairperson \
        chairwoman champion chancellor chaplain chef chemist chief chieftain choreographer cleric climatologist cllr coach \
        cofounder col collector colonel columnist comedian commandant commander commentator commissioner composer comptroller \
        conductor congressman congresswoman constable consul consultant controller coo coordinator coroner corporal \
        correspondent councillor councilman councilor councilwoman counsel counselor countess creator cricketer critic cto \
        curator cyclist dancer dean defender delegate democrat dentist deputy dermatologist designer det detective developer \
        dictator diplomat director dissident doctor driver drummer duchess duke ecologist economist editor emir emperor empress \
        engineer entrepreneur envoy epidemiologist executive expert farmer fighter filmmaker financier firefighter fisherman \
        footballer founder gen general geologist glaciologist goalie goalkeeper golfer gov governor guerrilla guitarist \
        gynecologist head historian host imam immunologist incumbent insp inspector investigator investor jockey journalist \
        judge justice king lawmaker lawyer leader lecturer legislator librarian lieutenant lobbyist lt lyricist magistrate \
        magnate maj major manager manufacturer marshal master mathematician mayor mayoress md mediator meteorologist midfielder \
        militant millionaire minister missionary mogul mp mullah musician negotiator neurologist neurosurgeon nominee novelist \
        nurse nutritionist officer official oligarch ombudsman oncologist operator organiser organizer owner painter paramedic \
        pastor pathologist patriarch pediatrician pharmacist philanthropist philosopher photographer physician physicist \
        physiotherapist pianist pilot pitcher player playwright pm poet policeman policewoman politician pope premier pres \
        presenter president priest prince princess principal producer prof professor programmer prophet prosecutor provost \
        psychiatrist psychologist publicist publisher quarterback queen rabbi racer ranger rapper rector referee registrar rep \
        reporter representative republican researcher restaurateur rev reverend ruler salesman scholar scientist screenwriter \
        sculptor secretary seismologist sen senator sergeant sgt sheik sheikh sheriff shopkeeper singer skier skipper \
        sociologist soldier solicitor songwriter speaker specialist spokesman spokesperson spokeswoman sprinter star statesman \
        strategist striker strongman sultan superintendent supervisor supt surgeon swimmer taoiseach teacher technician \
        theologian trader trainer treasurer tycoon undersecretary veteran veterinarian vicar violinist virologist warden warlord \
        whistleblower winemaker wrestler writer zoologist",
    ),
    (
        PERSON,
        "assailant attacker aunt baby bomber boy boyfriend bride brother bystander caller captor celebrity child client colleague \
        cousin criminal customer dad daughter defendant driver employee father fiance fiancee fiancé fiancée friend gentleman \
        girl girlfriend graduate granddaughter grandfather grandma grandmother grandpa grandson groom guard guest gunman guy \
        heir hero hostage husband inmate intern kid killer lady landlord man mentor migrant mistress mom mother murderer \
        neighbor neighbour nephew niece partner passenger patient person predecessor prisoner professional refugee resident \
        rival robber sister son spouse spy stepdaughter stepson student successor survivor suspect teen teenager tenant thief \
        toddler twin uncle victim villager widow widower wife witness woman worker youth",
    ),
    (
        MODIFIER,
        "accused acting affairs aging agriculture air alleged army art assistant associate attorney bank baseball basketball bass \
        beloved biology board boxing branch brigadier budget bureau business cabinet campaign celebrity cell chemistry chief \
        city civil club co commanding commercial communications communist company computer congressional conservative \
        constitutional consul convicted corporate country county court creative cricket crime criminal crown cultural culture \
        current de defence defense democratic department deposed deputy development disgraced district division economic \
        economics education elder eldest election electoral embattled emergency energy engineering environment \
        environmental estate ex exchequer executive exiled export famous far fashion federal fellow female film finance \
        financial fire first football foreign former founding freelance french fund general global governing government \
        gubernatorial guest head health high history hockey home honorary hospital hotel house housing human iconic immigration \
        incoming incumbent independent industrial industry infantry influential information insurance intelligence interim \
        interior international investigative investment jailed joint junior justice labor labour late law lead leading left \
        leftist legal legislative liberal lieutenant literary local longtime majority male managing maritime market marketing \
        mayoral medical military minority money movie music national naval navy network news newspaper non noted nuclear oil \
        olympic operating opposition ousted outgoing parish parliament parliamentary party peace police policy political pop \
        popular populist portfolio presidential press prime principal prison private professional program project prominent \
        property provincial public radical radio railway ranking real rebel regional religious renowned research resident retail \
        retired right rights rival rock rugby ruling sales school science secretary security senior serving sex shadow soccer \
        social software special spiritual sports staff star state station stock strategic supreme surviving team tech technology \
        telecommunications television tennis textile theater theatre then top toppled tourism trade trading traffic transport \
        transportation treasury trial tribal tv union university veteran vice village water welfare wildlife wing world young \
        youngest youth",
    ),
    (DEFINITE, "the this that these those"),
    (INDEFINITE, "a an another some any every each no one"),
    (POSSESSIVE, "his her hers its their theirs my mine your yours our ours whose"),
    (HE, "he him his himself"),
    (SHE, "she her hers herself"),
    (SUBJECT, "he she they i we"),
    (REFLEXIVE, "himself herself themselves itself myself yourself ourselves"),
    (
        PREPOSITION,
        "about above across after against along amid among around as at before behind below beneath beside besides between beyond \
        by despite during except for from in inside into like near of off on onto outside over past per regarding since through \
        throughout to toward towards under underneath unlike until upon versus via vs with within without",
    ),
    (
        AUXILIARY,
        "'d 'll 's also am are be been being can can't could couldn't did didn't do does doesn't had hadn't has hasn't have \
        having is isn't may might must never shall should shouldn't was wasn't were will won't would wouldn't",
    ),
    (
        REPORTING,
        "add added adding adds announced announces argued argues ask asked asks asserted asserts believed believes claimed claims \
        complained complains conceded concluded concludes confirmed confirms continued continues cried declared declares denied \
        denies described explained explains hinted insisted insists joked joking lamented maintained maintains mentioned noted \
        notes observed observes pointed predicted predicts promised promises quipped recalled recalls recounted remarked remarks \
        replied replies reported reports responded responds revealed reveals said say saying says shouted stated states stressed \
        stresses suggested suggests tell telling tells testified thinks thought told tweeted urged urges vowed vows warned warns \
        wondered wonders writes wrote",
    ),
    (
        CONJUNCTION,
        "and but or nor because when while if although though as that since after before until unless whereas so whether",
    ),
    (RELATIVE, "who whom whose which"),
    (
        VERB,
        "became began bought broke brought built came caught chose drew drove fell felt fled flew fought found gave gets \
        goes got grew held hit keeps kept knew knows lacks leads led left likes lives looks lost made makes meets met needs paid \
        plans played plays put quit ran rejects remains rose runs sat saw seeks seems sees sent set shot shows sold sought spent spoke \
        stood struck swore takes taught threw took wants went wins woke won wore works",
    ),
];

/// The flags of a word in lower case, without its point; none for a word that is not listed.
pub fn flags(word: &str) -> Flags {
    static TABLE: OnceLock<HashMap<&str, Flags, BuildWordHasher>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut table = HashMap::default();
        for &(flag, words) in WORDS {
            for word in words.split_ascii_whitespace() {
                *table.entry(word).or_default() |= flag;
            }
        }
        table
    });
    table.get(word).copied().unwrap_or_else(|| by_ending(word))
}

/// Professions and offices that are told by their end: *volcanologist*, *alderwoman*.
fn by_ending(word: &str) -> Flags {
    let role = word.len() > 7 && ["ologist", "woman", "person"].iter().any(|end| word.ends_with(end));
    if role { ROLE } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_all_their_flags() {
        assert_eq!(flags("his"), HE | POSSESSIVE);
        assert_eq!(flags("general"), ROLE | MODIFIER);
        assert_eq!(flags("volcanologist"), ROLE);
        assert_eq!(flags("table"), 0);
    }
}
