"""What the labels of the corpora that are not annotated as OntoNotes is say in its terms."""

from labels import ANYTHING, Scheme, one_of, perhaps

NUMBERS = ("DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL")
SMALL = {"of", "the", "and", "for", "de", "del", "la", "al", "bin", "ibn", "van", "von", "&", "-", "'", ".", ","}
TITLES = set(
    "mr mrs ms miss dr prof professor sir lord lady president minister secretary deputy prime foreign special general"
    " colonel captain commander lieutenant sergeant petty gen col capt lt sgt sheikh king queen prince princess pope"
    " senator ambassador judge emperor advisor".split()
)
# At the beginning of a sentence they look like names.
NO_NAMES = TITLES | set("the a an i we you he she it they our your his her its their my who this that these".split())


def bare(words):
    """Whether a mention is a name and nothing else: no article, no title, no clause, no common noun."""
    ends = words[0], words[-1]
    if not all(word[0].isupper() or word[0].isdigit() for word in ends) or words[0].lower() in NO_NAMES:
        return False
    return all(word[0].isupper() or word[0].isdigit() or word.lower() in SMALL for word in words)


def spelled(words):
    """A bare name with more to it than acronyms and numbers: "HMS Ocean", but neither "UAV" nor "IED"."""
    return bare(words) and any(word[0].isupper() and word[1:].islower() for word in words)


def handle(word):
    """A user's name, a hashtag or an address. Corpora of posts disagree on them, and papers hardly print them."""
    return word.startswith(("@", "#", "http", "www.")) or "@" in word


# English Worldwide Newswire: as OntoNotes, with fewer types. Its places have no split, and a few of its names for
# things are wider.
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

# re3d annotates whole noun phrases, pronouns and common nouns too. Only what is a bare name is taken as one.
RE3D = Scheme(
    {
        "Person": one_of("PERSON", exact=bare),
        # Peoples and groups of fighters are organisations there.
        "Organisation": one_of("ORG", "NORP", "GPE", exact=bare),
        "Location": one_of("GPE", "LOC", "FAC", exact=bare),
        # "Islam", too, which OntoNotes leaves out or has as NORP.
        "Nationality": perhaps("NORP", "LANGUAGE"),
        # Most weapons are no names ("IED", "mortar"); a ship or an aircraft with a name is a PRODUCT.
        "Weapon": one_of("PRODUCT", exact=spelled),
        "MilitaryPlatform": one_of("PRODUCT", exact=spelled),
        "Vehicle": perhaps("PRODUCT"),
        # Resolutions and codes are LAW, reports are works, and "Chapter five" is part of either.
        "DocumentReference": perhaps("LAW", "WORK_OF_ART", "DATE", "CARDINAL", "ORG"),
        "Temporal": one_of("DATE", "TIME", exact=bare),
        # Amounts: OntoNotes' boundaries differ (signs, "more than"), so they stay what the numbers' types allow.
        "Money": None,
        "Quantity": None,
        "Frequency": None,
        # Handles and telephone numbers.
        "CommsIdentifier": ANYTHING,
    },
    silent=(*NUMBERS, "NORP", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "PRODUCT"),
)

# CrossNER: Wikipedia sentences. Each domain has its own labels beside the common ones; what belongs to no label of the
# domain is "misc", and works, products and nationalities are not annotated throughout.
CROSSNER = Scheme(
    {
        "person": one_of("PERSON"),
        "politician": one_of("PERSON"),
        "writer": one_of("PERSON"),
        "scientist": one_of("PERSON"),
        # Some are groups.
        "musicalartist": one_of("PERSON", "ORG"),
        "band": one_of("ORG"),
        "organisation": one_of("ORG", "FAC"),
        "university": one_of("ORG"),
        # OntoNotes: the party is ORG, its members ("Liberal", "Democrats") are NORP.
        "politicalparty": one_of("ORG", "NORP"),
        # States and dynasties, now and then an adjective ("Kenyan").
        "country": one_of("GPE", "LOC", "NORP"),
        "location": one_of("GPE", "LOC", "FAC"),
        # Planets and asteroids are LOC.
        "astronomicalobject": one_of("LOC"),
        # Awards are works in OntoNotes' guidelines; "fellow of the Royal Society" is none, and years stand in some.
        "award": one_of("WORK_OF_ART", exact=bare),
        "book": one_of("WORK_OF_ART"),
        "poem": one_of("WORK_OF_ART"),
        "album": one_of("WORK_OF_ART"),
        "song": one_of("WORK_OF_ART"),
        # The publisher and what it publishes have one name.
        "magazine": one_of("ORG", "WORK_OF_ART"),
        "academicjournal": one_of("ORG", "WORK_OF_ART"),
        # Wars, games and festivals; also an expedition or a concert in small letters.
        "event": one_of("EVENT", exact=bare),
        # "2008 New Zealand general election": OntoNotes has a date and a place there, seldom an event.
        "election": perhaps("EVENT", "DATE", "GPE", "NORP"),
        # "Irish folk", "Delta blues": a nationality or a place may be in it.
        "musicgenre": perhaps("NORP", "GPE", "LOC", "LANGUAGE"),
        "literarygenre": perhaps("NORP", "DATE", "LANGUAGE"),
        # Kinds of instruments are nothing, a maker's is a product.
        "musicalinstrument": perhaps("PRODUCT", "CARDINAL"),
        # "Ptolemaic", "Newtonian"; some schools of thought are NORP.
        "theory": perhaps("NORP", "PERSON"),
        # Kinds of substances and fields of study are no names in OntoNotes.
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

# Posts. Nationalities, events, laws and languages have no label of their own.
POSTS_SILENT = (*NUMBERS, "NORP", "EVENT", "LAW", "LANGUAGE")

WNUT17 = Scheme(
    {
        "person": one_of("PERSON"),
        # Restaurants are among them.
        "location": one_of("GPE", "LOC", "FAC", "ORG"),
        # Websites and apps have their company's name.
        "corporation": one_of("ORG", "PRODUCT"),
        # Teams, bands, agencies, parties.
        "group": one_of("ORG", "NORP"),
        # Games are works there; OntoNotes has some as products. The reverse for the titles among the products.
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
        # Schools, shops, and a ship.
        "facility": one_of("FAC", "ORG", "GPE", "LOC", "PRODUCT"),
        "company": one_of("ORG", "PRODUCT"),
        # A town or a country stands for its team.
        "sportsteam": one_of("ORG", "GPE"),
        "product": one_of("PRODUCT", "WORK_OF_ART"),
        "movie": one_of("WORK_OF_ART"),
        "tvshow": one_of("WORK_OF_ART"),
        # Events, holidays, agencies, parties, greetings.
        "other": ANYTHING,
    },
    silent=POSTS_SILENT,
    doubtful=handle,
)

BTC = Scheme(
    {
        "PER": one_of("PERSON"),
        # Adjectives ("European", "Sunni") are among them.
        "LOC": one_of("GPE", "LOC", "FAC", "NORP"),
        "ORG": one_of("ORG", "NORP"),
    },
    silent=(*POSTS_SILENT, "PRODUCT", "WORK_OF_ART", "FAC"),
    doubtful=handle,
)

# GUM annotates every noun phrase, whole and nested; only those whose head is a proper noun are read.
GUM = Scheme(
    {
        # Peoples, too ("the Tatars").
        "person": one_of("PERSON", "NORP", exact=bare),
        "place": one_of("GPE", "LOC", "FAC", exact=bare),
        "organization": one_of("ORG", "NORP", exact=bare),
        "event": one_of("EVENT", exact=bare),
        # Software, ships, paintings, the Moon.
        "object": perhaps("PRODUCT", "WORK_OF_ART", "LOC", "FAC"),
        # Wines and medicines, virus names, plants: a brand is a product, a kind is nothing.
        "substance": perhaps("PRODUCT", "ORG"),
        "animal": perhaps("PERSON", "PRODUCT"),
        "plant": perhaps("PRODUCT", "ORG"),
        # Languages, laws, programmes, technologies.
        "abstract": ANYTHING,
        # Months and weekdays inside of longer dates.
        "time": None,
    },
    silent=(*NUMBERS, "NORP", "LAW", "LANGUAGE", "PRODUCT", "WORK_OF_ART"),
)

EXTRA = {
    "re3d": RE3D,
    **{f"crossner-{domain}": CROSSNER for domain in ("politics", "literature", "music", "science")},
    "wnut17": WNUT17,
    "wnut16": WNUT16,
    "btc": BTC,
    "gum": GUM,
}
