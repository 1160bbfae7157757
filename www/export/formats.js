/**
 * What an article can be exported as, in plain words, in the order of the menu. The ids are those of
 * crates/formats/src/export/mod.rs.
 *
 * @typedef {Object} Format
 * @property {string} id
 * @property {string} label
 * @property {string} about who or what can do something with it
 */

/** @type {{label: string, formats: Format[]}[]} */
export const GROUPS = [
  {
    label: "To keep or pass on",
    formats: [
      {
        id: "json",
        label: "Newsmark file",
        about: "the article with all marks and corrections, to be opened here again",
      },
      { id: "html", label: "Web page", about: "the marked article in one file, for any browser" },
    ],
  },
  {
    label: "Tables",
    formats: [
      { id: "csv-quotes", label: "Who said what", about: "a table of the quotations, for a spreadsheet (CSV)" },
      { id: "csv-entities", label: "Names", about: "a table of all names, dates and amounts (CSV)" },
    ],
  },
  {
    label: "Text editions and annotation tools",
    formats: [
      { id: "tei", label: "TEI", about: "an XML edition (TEI P5)" },
      { id: "w3c", label: "Web annotations", about: "as the W3C standard has them (JSON-LD)" },
      { id: "recogito", label: "Web annotations for Recogito", about: "the same, counted as Recogito does" },
      { id: "brat", label: "brat", about: "standoff annotations and the text (ZIP)" },
    ],
  },
  {
    label: "Training and language processing",
    formats: [
      { id: "conll", label: "CoNLL", about: "a word a line, with BIO labels" },
      { id: "spacy", label: "spaCy", about: "training data for spacy convert (JSON)" },
      { id: "displacy", label: "displaCy", about: "for drawing with displaCy (JSON)" },
    ],
  },
];
