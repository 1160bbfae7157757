// Written by crates/codegen from the Rust sources. Change those, then run scripts/generate.sh.

/**
 * What Newsmark finds in a text.
 *
 * Ranges are half-open and count from the beginning of the text exactly as it was given. An `id` is the record's
 * index in its list.
 */
export interface NewsDocument {
  /** Names, dates and amounts, in the order of the text. */
  entities: Entity[];
  /** Who and what is mentioned. */
  chains: Chain[];
  /** Who said what, in the order of the text. */
  quotes: Quote[];
  /** Text in quotation marks that nobody says: nicknames, titles of works, scare quotes. */
  quoted_terms: Range[];
  /** The sentences, without the white space between them. */
  sentences: Range[];
  /** What the paragraphs and their parts are, in the order of the text: title, byline, caption, running text and so on. */
  blocks?: Block[];
  /** The title, the byline, the date and the source of the article, as far as they are known. */
  metadata?: Metadata;
}

/**
 * Start and end. Offsets count UTF-16 code units, as JavaScript's strings do: `text.slice(start, end)` gives the
 * words.
 */
export type Range = [number, number];

/** A name, a date or an amount. */
export interface Entity {
  /** Its index in the list of entities. */
  id: number;
  /** Where its first character begins. */
  start: number;
  /** Where its last character ends. */
  end: number;
  /** What it is. */
  type: EntityType;
  /** The words from `start` to `end`. */
  text: string;
  /** The id of the chain that it is a mention of; null for dates and amounts, which are in none. */
  chain: number | null;
  /** The probability that it is right, calibrated: of those at 0.9, about nine in ten are. */
  confidence: number;
  /** Set if a person marked or changed it. */
  by?: Creator;
  /** A note that a person added. */
  note?: string;
  /**
   * What it stands for: a day, an amount, a place. Missing where that is not known, and of entities that have no
   * value, such as people.
   */
  value?: EntityValue;
}

/** A coreference chain: everything that refers to one person, place or organisation. */
export interface Chain {
  /** Its index in the list of chains. */
  id: number;
  /** What it is. */
  type: EntityType;
  /** The fullest name in the text; null for a person who is quoted but not named. */
  name: string | null;
  /** The roles that it is given. */
  titles: Title[];
  /** In the order of the text. */
  mentions: Mention[];
  /** Set if a person marked or changed it. */
  by?: Creator;
  /** For a person without a name in the text, the words of the noun phrase: "a former aide". */
  description?: string;
  /** For a people ("Chilean") the id of its country's chain, where the text names it. */
  related?: number | null;
}

/** Words, thoughts or claims that the text attributes to a speaker. */
export interface Quote {
  /** Its index in the list of quotations. */
  id: number;
  /** Whether it is direct, indirect or mixed. */
  type: QuoteType;
  /** Whether somebody uttered it, wrote it, or only thinks it. */
  medium: Medium;
  /** All that is reported, in several pieces where the cue stands between them. Never empty. */
  content: Range[];
  /** The parts of it that are in quotation marks, marks included, or that the layout sets off. */
  quoted: Range[];
  /** The words that say that something is said, such as "said" or "according to"; empty without any. */
  cue: Range[];
  /** The speaker as the text has it here ("she", "the minister"); empty where nobody is named. */
  speaker: Range[];
  /** The name of the speaker's chain; null where the text does not name the speaker. */
  speaker_name: string | null;
  /** The id of the speaker's chain. A chain may have no name. */
  speaker_chain: number | null;
  /** The probability that the quotation and its speaker are right. */
  confidence: number;
  /** How the speaker was found. */
  why: string;
  /** Set if a person marked or changed it. */
  by?: Creator;
  /** A note that a person added. */
  note?: string;
}

/** A paragraph or a part of it. */
export interface Block {
  /** Where its first character begins. */
  start: number;
  /** Where its last character ends. */
  end: number;
  /** What it is. */
  kind: BlockKind;
}

/** What is known about an article beside its text. A field that is not known is empty. */
export interface Metadata {
  /** Who wrote it, without the word "By". */
  byline?: string;
  /** The day of publication, as `YYYY-MM-DD`. Expressions such as "on Tuesday" are counted from it. */
  date?: string;
  /** Its identifier in the archive that it comes from. */
  id?: string;
  /** Its language, as a tag such as `en` or `en-GB`. */
  language?: string;
  /** The newspaper, agency or site that published it. */
  site?: string;
  /** The headline. */
  title?: string;
  /** Its address. */
  url?: string;
}

/** The entity types of OntoNotes 5.0 (Weischedel et al., LDC2013T19). */
export type EntityType =
  /** People, fictional ones included. */
  | "PERSON"
  /** Nationalities, religions and parties: "Kenyan", "Catholics", "Labour". */
  | "NORP"
  /** Buildings, airports, roads, bridges. */
  | "FAC"
  /** Companies, authorities, institutions, teams. */
  | "ORG"
  /** Places with a government: countries, states, cities. */
  | "GPE"
  /** Other places: mountains, seas, regions, continents. */
  | "LOC"
  /** Vehicles, devices, foods, weapons; not services. */
  | "PRODUCT"
  /** Named storms, battles, wars, sports events. */
  | "EVENT"
  /** Titles of books, songs, films, paintings. */
  | "WORK_OF_ART"
  /** Documents that became laws. */
  | "LAW"
  /** Named languages. */
  | "LANGUAGE"
  /** Days, years, ages and periods of a day or longer. */
  | "DATE"
  /** Times shorter than a day. */
  | "TIME"
  /** Percentages, the sign included. */
  | "PERCENT"
  /** Amounts of money, the unit included. */
  | "MONEY"
  /** Measurements: weights, distances, speeds. */
  | "QUANTITY"
  /** "First", "2nd". */
  | "ORDINAL"
  /** Other numbers. */
  | "CARDINAL";

/** Who made a record, if it was not the model. */
export type Creator = "you";

/** What an entity stands for: a time, an amount or a place. */
export type EntityValue =
  /** Of a `DATE` or `TIME`. */
  | TimeValue
  /** Of `MONEY`, `PERCENT`, `QUANTITY`, `CARDINAL` or `ORDINAL`. */
  | AmountValue
  /** Of a `GPE`, `LOC` or `NORP`. */
  | PlaceValue;

/** A person's title or role, such as "Defence Minister". */
export interface Title {
  /** Where its first character begins. */
  start: number;
  /** Where its last character ends. */
  end: number;
  /** The words from `start` to `end`. */
  text: string;
}

/** One place where the text mentions what a chain is about. */
export interface Mention {
  /** Where its first character begins. */
  start: number;
  /** Where its last character ends. */
  end: number;
  /** Whether it is a name, a description or a pronoun. */
  kind: MentionKind;
}

/** How much of a quotation is in the speaker's own words. */
export type QuoteType =
  /** All of the content is in quotation marks, or the layout sets it off: the turn of an interview, a letter. */
  | "direct"
  /** None of it is: "She said that the repairs would take months." */
  | "indirect"
  /** Part of it is: "She called the decision “brave but badly prepared”." */
  | "mixed";

/** In which medium a quotation was made. */
export type Medium =
  /** Somebody uttered it: "she said that the repairs would take months". */
  | "speech"
  /** Somebody wrote or posted it, or a text says it: "the report found that the bridge was unsafe". */
  | "writing"
  /** Somebody only believes, hopes, fears, wants or plans it: "brewers are nervous that prices will rise". */
  | "thought";

/** What a block of the text is. */
export type BlockKind =
  /** Running text. */
  | "paragraph"
  /** The headline of the article. */
  | "title"
  /** A heading inside the article. */
  | "heading"
  /** The line that names the writer: "By Joanna Fell". */
  | "byline"
  /** The place, and often the agency, before the first sentence: "KELD (Reuters) –". */
  | "dateline"
  /** The words below a picture. */
  | "caption"
  /** Who took a picture: "Photograph: Amina Diallo/The Clarion". */
  | "credit"
  /** An entry of a list. */
  | "list_item"
  /** What one side of an interview or a transcript says, after a name and a colon or after *Q* or *A*. */
  | "turn"
  /** A line that a mail program quotes: it begins with `>`. */
  | "quoted_mail"
  /** A note that a mark in the text refers to. */
  | "footnote"
  /** The line at the foot that tells who the writer is and how to reach them. */
  | "author_note"
  /** What a website puts around its articles: "Read more", "Advertisement". */
  | "boilerplate";

/** When something is, or how long it takes, as in TIMEX3, the annotation of times in TimeML. */
export interface TimeValue {
  /**
   * Whether it is a day or longer (`DATE`), a time of day (`TIME`), a length of time (`DURATION`) or a time that
   * comes again (`SET`).
   */
  timex: Timex;
  /**
   * The TIMEX3 value: `2023-07-25`, `2023-W30`, `2023-Q3`, `P2W`, `2023-07-25T17:00`. What is not known is `X`:
   * `XXXX-07`. A range has both ends: `2010/2015`.
   */
  value: string;
  /** What the value was computed from: the day of publication, another date of the text, or neither. */
  anchor: Anchor;
  /** The first day that it can mean, as `YYYY-MM-DD`. */
  earliest?: string;
  /** The last day that it can mean. */
  latest?: string;
  /** How the value is changed, as in TIMEX3: `START` for "early July", `APPROX` for "about two weeks". */
  mod?: string;
  /** The offset of the time zone that is named, such as `-05:00`. */
  zone?: string;
}

/** A number, an amount of money or a measurement. */
export interface AmountValue {
  /** The number; of a range the lower end. "80p" is 0.8 pounds, "4%" is 4 per cent. */
  amount: number;
  /** Whether the text says that the number is not exact: "about", "more than", "up to". */
  approx: boolean;
  /** The currency's ISO 4217 code; of money whose currency is not certain there is none. */
  currency?: string;
  /** The upper end of a range: 4,000,000 in "£3–4 million". */
  high?: number;
  /** The amount in the SI unit `si_unit`. */
  si?: number;
  /** The SI unit, such as `m`. */
  si_unit?: string;
  /** The unit's UCUM code, such as `km`; `%` for a percentage. */
  unit?: string;
}

/** A place of GeoNames, or the country of a people. */
export interface PlaceValue {
  /** The ISO 3166-1 code of the country, such as `KP`; null for a continent. */
  country: string | null;
  /** The probability that the place is right. */
  confidence?: number;
  /** The id in GeoNames. A people ("Kenyan") has none. */
  geonames?: number;
  /** Whether it is a country, a state, a city or a continent. */
  kind?: string;
  /** The latitude in degrees north. */
  lat?: number;
  /** The longitude in degrees east. */
  lon?: number;
  /** The name in GeoNames. */
  name?: string;
  /** The state of a city, such as `TX`, where it is known. */
  region?: string;
}

/** How somebody or something is mentioned. */
export type MentionKind =
  /** A name: "Helena Rebane", "Rebane". */
  | "name"
  /** A description: "the chief executive". */
  | "nominal"
  /** A pronoun: "she", "I" in her own words. */
  | "pronoun";

/** The types of TIMEX3. */
export type Timex =
  /** A day or a longer part of the calendar. */
  | "DATE"
  /** A time of day. */
  | "TIME"
  /** A length of time. */
  | "DURATION"
  /** A time that comes again. */
  | "SET";

/** What a time was computed from. */
export type Anchor =
  /** The day of publication: "yesterday". */
  | "publication"
  /** Another date of the text: "two days later". */
  | "text"
  /** Neither: "3 July 2023", "three weeks", or what cannot be computed. */
  | "none";
