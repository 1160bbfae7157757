// Written by crates/codegen from the Rust sources. Change those, then run scripts/generate.sh.

/** What an annotated text can be written as. */
export type ExportFormat =
  /** Newsmark file: the article with all annotations and corrections, to reopen in Newsmark. */
  | "json"
  /** Web page: the annotated article in one file, for any browser. */
  | "html"
  /** Annotated text: the article with its speakers in the margin, and who said what. */
  | "text"
  /** Who said what: a table of the quotations, for a spreadsheet (CSV). */
  | "csv-quotes"
  /** Names: a table of all names, dates and amounts (CSV). */
  | "csv-entities"
  /** All mentions: a table of every mention: names, descriptions, pronouns (CSV). */
  | "csv-mentions"
  /** Places: the places as points, for maps (GeoJSON). */
  | "geojson"
  /** Network for Gephi: who quotes and mentions whom (GEXF). */
  | "gexf"
  /** Network for igraph: the same for igraph, yEd and others (GraphML). */
  | "graphml"
  /** RIS: for Zotero, EndNote, Citavi. */
  | "ris"
  /** CSL-JSON: for Zotero, pandoc and others. */
  | "csl-json"
  /** TEI: an XML edition (TEI P5). */
  | "tei"
  /** Web annotations: as defined by the W3C (JSON-LD). */
  | "w3c"
  /** Web annotations for Recogito: the same, with offsets as Recogito counts them. */
  | "recogito"
  /** brat: standoff annotations and the text (ZIP). */
  | "brat"
  /** Label Studio: tasks with predictions, and the labelling configuration (ZIP). */
  | "label-studio"
  /** doccano: spans and relations (JSONL). */
  | "doccano"
  /** Prodigy: tokens, spans and relations (JSONL). */
  | "prodigy"
  /** UIMA CAS XMI: for INCEpTION, with its type system (ZIP). */
  | "xmi"
  /** CoNLL: one word per line, with BIO labels. */
  | "conll"
  /** CoNLL-2012: one word per line, with coreference chains. */
  | "conll-2012"
  /** spaCy: training data for spacy convert (JSON). */
  | "spacy"
  /** displaCy: input for displaCy (JSON). */
  | "displacy";
