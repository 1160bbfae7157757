"""How the labels of each other corpus translate to those of OntoNotes."""

from labels import ANYTHING, TYPES, Scheme, one_of, perhaps

NUMBERS = ("DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL")
SMALL = {"of", "the", "and", "for", "de", "del", "la", "al", "bin", "ibn", "van", "von", "&", "-", "'", ".", ","}
TITLES = set(
    "mr mrs ms miss dr prof professor sir lord lady president minister secretary deputy prime foreign special general"
    " colonel captain commander lieutenant sergeant petty gen col capt lt sgt sheikh king queen prince princess pope"
    " senator ambassador judge emperor advisor".split()
)
# Capitalised at the start of a sentence, these words look like names.
NO_NAMES = TITLES | set("the a an i we you he she it they our your his her its their my who this that these".split())


def bare(words):
    """Whether a mention is only a name, without an article, a title, a clause or a common noun."""
    ends = words[0], words[-1]
    if not all(word[0].isupper() or word[0].isdigit() for word in ends) or words[0].lower() in NO_NAMES:
        return False
    return all(word[0].isupper() or word[0].isdigit() or word.lower() in SMALL for word in words)


def spelled(words):
    """Whether a bare name has a word that is not an acronym: "HMS Ocean", but not "UAV" or "IED"."""
    return bare(words) and any(word[0].isupper() and word[1:].islower() for word in words)


def handle(word):
    """Whether a word is a user name, a hashtag or an address. The corpora of posts annotate them inconsistently."""
    return word.startswith(("@", "#", "http", "www.")) or "@" in word


# English Worldwide Newswire: similar to OntoNotes, with fewer types. It does not divide places, and some of its types
# for things are broader.
WORLDWIDE = Scheme(
    {
        "Person": one_of("PERSON"),
        "Organization": one_of("ORG"),
        "Location": one_of("GPE", "LOC", "FAC"),
        "Facility": one_of("FAC", "LOC", "ORG"),
        "NORP": one_of("NORP"),
        "Date": one_of("DATE", "TIME"),
        "Money": one_of("MONEY"),
        "Product": one_of("PRODUCT", "WORK_OF_ART"),
        "Misc": one_of("EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "PRODUCT", "NORP", "ORG"),
    },
    silent=("TIME", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE", "DATE"),
    possessive=False,
)

# re3d annotates whole noun phrases, including pronouns and common nouns. Only bare names count as names.
RE3D = Scheme(
    {
        "Person": one_of("PERSON", exact=bare),
        # Includes peoples and armed groups.
        "Organisation": one_of("ORG", "NORP", "GPE", exact=bare),
        "Location": one_of("GPE", "LOC", "FAC", exact=bare),
        # Includes "Islam", which OntoNotes omits or annotates as NORP.
        "Nationality": perhaps("NORP", "LANGUAGE"),
        # Most are not names ("IED", "mortar"). A ship or an aircraft with a name is a PRODUCT.
        "Weapon": one_of("PRODUCT", exact=spelled),
        "MilitaryPlatform": one_of("PRODUCT", exact=spelled),
        "Vehicle": perhaps("PRODUCT"),
        # Resolutions and codes are LAW, reports are works, and "Chapter five" may belong to either.
        "DocumentReference": perhaps("LAW", "WORK_OF_ART", "DATE", "CARDINAL", "ORG"),
        "Temporal": one_of("DATE", "TIME", exact=bare),
        # The boundaries of amounts differ (currency signs, "more than"), so they are treated like unannotated text,
        # where all numeric types are allowed.
        "Money": None,
        "Quantity": None,
        "Frequency": None,
        # User names and telephone numbers.
        "CommsIdentifier": ANYTHING,
    },
    silent=(*NUMBERS, "NORP", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "PRODUCT"),
)

# CrossNER: Wikipedia sentences. Each domain has its own labels in addition to the common ones, and everything else is
# "misc". Works, products and nationalities are annotated only in part.
CROSSNER = Scheme(
    {
        "person": one_of("PERSON"),
        "politician": one_of("PERSON"),
        "writer": one_of("PERSON"),
        "scientist": one_of("PERSON"),
        # Includes some groups.
        "musicalartist": one_of("PERSON", "ORG"),
        "band": one_of("ORG"),
        "organisation": one_of("ORG", "FAC"),
        "university": one_of("ORG"),
        # In OntoNotes, the party is ORG and its members ("Liberal", "Democrats") are NORP.
        "politicalparty": one_of("ORG", "NORP"),
        # States and dynasties, occasionally an adjective ("Kenyan").
        "country": one_of("GPE", "LOC", "NORP"),
        "location": one_of("GPE", "LOC", "FAC"),
        # Planets and asteroids are LOC in OntoNotes.
        "astronomicalobject": one_of("LOC"),
        # The guidelines of OntoNotes count awards as works, but "fellow of the Royal Society" is not an award.
        "award": one_of("WORK_OF_ART", exact=bare),
        "book": one_of("WORK_OF_ART"),
        "poem": one_of("WORK_OF_ART"),
        "album": one_of("WORK_OF_ART"),
        "song": one_of("WORK_OF_ART"),
        # The publisher and the publication share a name.
        "magazine": one_of("ORG", "WORK_OF_ART"),
        "academicjournal": one_of("ORG", "WORK_OF_ART"),
        # Wars, games and festivals, but also lower-case mentions such as "charity concert".
        "event": one_of("EVENT", exact=bare),
        # In "2008 New Zealand general election", OntoNotes annotates a date and a place, rarely an event.
        "election": perhaps("EVENT", "DATE", "GPE", "NORP"),
        # May contain a nationality or a place: "Irish folk", "Delta blues".
        "musicgenre": perhaps("NORP", "GPE", "LOC", "LANGUAGE"),
        "literarygenre": perhaps("NORP", "DATE", "LANGUAGE"),
        # Mostly common nouns. A model by a named maker is a product.
        "musicalinstrument": perhaps("PRODUCT", "CARDINAL"),
        # May contain a name ("Ptolemaic", "Aubry-André"). Some schools of thought are NORP.
        "theory": perhaps("NORP", "PERSON"),
        # OntoNotes does not annotate substances and fields of study.
        "discipline": None,
        "chemicalcompound": None,
        "chemicalelement": None,
        "protein": None,
        "enzyme": None,
        # Nationalities, works, species, common nouns.
        "misc": ANYTHING,
    },
    silent=(*NUMBERS, "NORP", "LAW", "LANGUAGE", "PRODUCT", "WORK_OF_ART"),
)

# The corpora of posts have no labels for nationalities, events, laws and languages.
POSTS_SILENT = (*NUMBERS, "NORP", "EVENT", "LAW", "LANGUAGE")

WNUT17 = Scheme(
    {
        "person": one_of("PERSON"),
        # Includes restaurants.
        "location": one_of("GPE", "LOC", "FAC", "ORG"),
        # A website or an app often has the name of its company.
        "corporation": one_of("ORG", "PRODUCT"),
        # Teams, bands, agencies, parties.
        "group": one_of("ORG", "NORP"),
        # Games count as works, while OntoNotes annotates some as products. For "product" it is the reverse.
        "creative-work": one_of("WORK_OF_ART", "PRODUCT", "EVENT"),
        "product": one_of("PRODUCT", "WORK_OF_ART"),
    },
    silent=POSTS_SILENT,
    doubtful=handle,
)

WNUT16 = Scheme(
    {
        "person": one_of("PERSON"),
        "musicartist": one_of("PERSON", "ORG"),
        "geo-loc": one_of("GPE", "LOC", "FAC"),
        # Includes schools, shops and a ship.
        "facility": one_of("FAC", "ORG", "GPE", "LOC", "PRODUCT"),
        "company": one_of("ORG", "PRODUCT"),
        # A team may have the name of its town or country.
        "sportsteam": one_of("ORG", "GPE"),
        "product": one_of("PRODUCT", "WORK_OF_ART"),
        "movie": one_of("WORK_OF_ART"),
        "tvshow": one_of("WORK_OF_ART"),
        # A mixture: events, holidays, agencies, parties, greetings.
        "other": ANYTHING,
    },
    silent=POSTS_SILENT,
    doubtful=handle,
)

BTC = Scheme(
    {
        "PER": one_of("PERSON"),
        # Includes adjectives ("European", "Sunni").
        "LOC": one_of("GPE", "LOC", "FAC", "NORP"),
        "ORG": one_of("ORG", "NORP"),
    },
    silent=(*POSTS_SILENT, "PRODUCT", "WORK_OF_ART", "FAC"),
    doubtful=handle,
)

# GUM annotates every noun phrase, also nested ones. Only phrases with a proper noun as their head are read.
GUM = Scheme(
    {
        # Includes peoples ("the Tatars").
        "person": one_of("PERSON", "NORP", exact=bare),
        "place": one_of("GPE", "LOC", "FAC", exact=bare),
        "organization": one_of("ORG", "NORP", exact=bare),
        "event": one_of("EVENT", exact=bare),
        # Software, ships, paintings, the Moon.
        "object": perhaps("PRODUCT", "WORK_OF_ART", "LOC", "FAC"),
        # Of wines, medicines, viruses and plants, OntoNotes annotates brands but not kinds.
        "substance": perhaps("PRODUCT", "ORG"),
        "animal": perhaps("PERSON", "PRODUCT"),
        "plant": perhaps("PRODUCT", "ORG"),
        # Languages, laws, programmes, technologies.
        "abstract": ANYTHING,
        # Often only a part of a date, such as the month.
        "time": None,
    },
    silent=(*NUMBERS, "NORP", "LAW", "LANGUAGE", "PRODUCT", "WORK_OF_ART"),
)

# `written.txt` marks names as OntoNotes does. Only numbers and dates are not marked.
WRITTEN = Scheme({kind: one_of(kind) for kind in TYPES if kind not in NUMBERS}, silent=NUMBERS, possessive=False)

EXTRA = {
    "re3d": RE3D,
    **{f"crossner-{domain}": CROSSNER for domain in ("politics", "literature", "music", "science")},
    "wnut17": WNUT17,
    "wnut16": WNUT16,
    "btc": BTC,
    "gum": GUM,
}
