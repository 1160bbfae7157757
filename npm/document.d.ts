/**
 * What Newsmark finds in a text.
 *
 * Offsets count UTF-16 code units, as JavaScript's strings do: `text.slice(start, end)` gives the words.
 * Ranges are half-open and count from the beginning of the text exactly as it was given. An `id` is the
 * record's index in its list.
 */
export interface NewsDocument {
  entities: Entity[];
  chains: Chain[];
  quotes: Quote[];
  /** Text in quotation marks that nobody says: nicknames, titles of works, scare quotes. */
  quoted_terms: Range[];
  sentences: Range[];
}

/** Start and end. */
export type Range = [number, number];

/** The types of OntoNotes 5.0. NORP is a nationality, religion or party; GPE a place with a government. */
export type EntityType =
  | "PERSON"
  | "NORP"
  | "FAC"
  | "ORG"
  | "GPE"
  | "LOC"
  | "PRODUCT"
  | "EVENT"
  | "WORK_OF_ART"
  | "LAW"
  | "LANGUAGE"
  | "DATE"
  | "TIME"
  | "PERCENT"
  | "MONEY"
  | "QUANTITY"
  | "ORDINAL"
  | "CARDINAL";

/** A name, a date or an amount. */
export interface Entity {
  id: number;
  start: number;
  end: number;
  type: EntityType;
  /** The words from `start` to `end`. */
  text: string;
  /** The id of the chain that it is a mention of; null for dates and amounts, which are in none. */
  chain: number | null;
  /** The probability that it is right, calibrated: of those at 0.9, about nine in ten are. */
  confidence: number;
  /** A person has made or changed it. */
  by?: "you";
}

/** A coreference chain: everything that refers to one person, place or organisation. */
export interface Chain {
  id: number;
  type: EntityType;
  /** The fullest name in the text. */
  name: string;
  /** The roles that it is given, such as "Defence Minister". */
  titles: Title[];
  /** In the order of the text. */
  mentions: Mention[];
  /** Of a people ("Chilean") the id of its country's chain, where the text names it. */
  related?: number | null;
  by?: "you";
}

export interface Title {
  start: number;
  end: number;
  text: string;
}

export interface Mention {
  start: number;
  end: number;
  /** A name ("Amina Wekesa"), a description ("the minister") or a pronoun ("she"). */
  kind: "name" | "nominal" | "pronoun";
}

/** Whether all of the content is in quotation marks, none of it, or a part. */
export type QuoteType = "direct" | "indirect" | "mixed";

/** Somebody's words, thoughts or claims. */
export interface Quote {
  id: number;
  type: QuoteType;
  /** All that is reported, in several pieces where the cue stands between them. */
  content: Range[];
  /** What of it is in quotation marks, marks included. */
  quoted: Range[];
  /** The words that say that something is said: "said", "according to". Empty where there are none. */
  cue: Range[];
  /** The speaker as the text has it here ("she", "the minister"). Empty where nobody is named. */
  speaker: Range[];
  /** The name of the speaker's chain; null where nobody is named in the whole text. */
  speaker_name: string | null;
  /** The id of the speaker's chain. */
  speaker_chain: number | null;
  /** The probability that the quotation and its speaker are right. */
  confidence: number;
  /** How the speaker was found. */
  why: string;
  by?: "you";
}
