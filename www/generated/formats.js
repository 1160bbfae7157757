// Written by crates/codegen from the Rust sources. Change those, then run scripts/generate.sh.

/**
 * What an article can be exported as, in the order of the menu: what it is called, and who or what can use it.
 * @typedef {{id: "json"|"html"|"text"|"csv-quotes"|"csv-entities"|"csv-mentions"|"geojson"|"gexf"|"graphml"|"ris"|"csl-json"|"tei"|"w3c"|"recogito"|"brat"|"label-studio"|"doccano"|"prodigy"|"xmi"|"conll"|"conll-2012"|"spacy"|"displacy", label: string, about: string}} Format
 */

/** @type {{label: string, formats: Format[]}[]} */
export const GROUPS = [
  {
    label: "Save or share",
    formats: [
      { id: "json", label: "Newsmark file", about: "the article with all annotations and corrections, to reopen in Newsmark" },
      { id: "html", label: "Web page", about: "the annotated article in one file, for any browser" },
      { id: "text", label: "Annotated text", about: "the article with its speakers in the margin, and who said what" },
    ],
  },
  {
    label: "Tables and networks",
    formats: [
      { id: "csv-quotes", label: "Who said what", about: "a table of the quotations, for a spreadsheet (CSV)" },
      { id: "csv-entities", label: "Names", about: "a table of all names, dates and amounts (CSV)" },
      { id: "csv-mentions", label: "All mentions", about: "a table of every mention: names, descriptions, pronouns (CSV)" },
      { id: "geojson", label: "Places", about: "the places as points, for maps (GeoJSON)" },
      { id: "gexf", label: "Network for Gephi", about: "who quotes and mentions whom (GEXF)" },
      { id: "graphml", label: "Network for igraph", about: "the same for igraph, yEd and others (GraphML)" },
    ],
  },
  {
    label: "Reference managers",
    formats: [
      { id: "ris", label: "RIS", about: "for Zotero, EndNote, Citavi" },
      { id: "csl-json", label: "CSL-JSON", about: "for Zotero, pandoc and others" },
    ],
  },
  {
    label: "Text editions",
    formats: [
      { id: "tei", label: "TEI", about: "an XML edition (TEI P5)" },
      { id: "w3c", label: "Web annotations", about: "as defined by the W3C (JSON-LD)" },
      { id: "recogito", label: "Web annotations for Recogito", about: "the same, with offsets as Recogito counts them" },
    ],
  },
  {
    label: "Annotation tools",
    formats: [
      { id: "brat", label: "brat", about: "standoff annotations and the text (ZIP)" },
      { id: "label-studio", label: "Label Studio", about: "tasks with predictions, and the labelling configuration (ZIP)" },
      { id: "doccano", label: "doccano", about: "spans and relations (JSONL)" },
      { id: "prodigy", label: "Prodigy", about: "tokens, spans and relations (JSONL)" },
      { id: "xmi", label: "UIMA CAS XMI", about: "for INCEpTION, with its type system (ZIP)" },
    ],
  },
  {
    label: "Natural language processing",
    formats: [
      { id: "conll", label: "CoNLL", about: "one word per line, with BIO labels" },
      { id: "conll-2012", label: "CoNLL-2012", about: "one word per line, with coreference chains" },
      { id: "spacy", label: "spaCy", about: "training data for spacy convert (JSON)" },
      { id: "displacy", label: "displaCy", about: "input for displaCy (JSON)" },
    ],
  },
];
