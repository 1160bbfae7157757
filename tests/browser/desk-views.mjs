// A collection as the command line writes it, with people of one name and one person with two names.

import { annotated } from "../page/desk-articles.mjs";

/**
 * @param {string} id
 * @param {string} date
 * @param {string} site
 * @param {string} text
 * @param {Parameters<typeof annotated>[1]} named
 * @param {Parameters<typeof annotated>[2]} quoted
 */
function line(id, date, site, text, named, quoted) {
  const title = text.split("\n")[0];
  const { sentences, ...parts } = annotated(text, named, quoted);
  return { id, text, title, date, site, ...parts, sentences, metadata: { title, date, site } };
}

const HARBOUR = `Harbour to close
“We will not put a single passenger on that ship,” said Ann Lee, the mayor of Keld. Helena Rebane of Saarlink hopes that the harbour will reopen.`;
const GOAL = `Rovers keep their goal
“I have never seen such a storm,” wrote Ann Lee, a goalkeeper.`;
const COURT = `Ship in court
Robert Ames, a lawyer, said that Helena Rebane knew of it. “She knew,” Ames added.`;
const AGAIN = `Ship in court again
“The ship is safe,” said Bob Ames. Helena Rebane of Saarlink refused to comment.`;

const LINES = [
  line(
    "h-1",
    "2026-01-05",
    "The Clarion",
    HARBOUR,
    [
      { name: "Ann Lee", titles: ["mayor of Keld"] },
      { name: "Helena Rebane" },
      { name: "Saarlink", type: "ORG" },
      { name: "Keld", type: "GPE" },
    ],
    [
      { words: "“We will not put a single passenger on that ship,”", speaker: "Ann Lee", cue: "said", of: 0 },
      {
        words: "that the harbour will reopen",
        speaker: "Helena Rebane",
        cue: "hopes",
        of: 1,
        type: "indirect",
        medium: "thought",
      },
    ],
  ),
  line(
    "h-2",
    "2026-02-11",
    "Keld Post",
    GOAL,
    [
      { name: "Ann Lee", titles: ["goalkeeper"] },
      { name: "Rovers", type: "ORG" },
    ],
    [{ words: "“I have never seen such a storm,”", speaker: "Ann Lee", cue: "wrote", of: 0, medium: "writing" }],
  ),
  line(
    "h-3",
    "2026-03-02",
    "The Clarion",
    COURT,
    [{ name: "Robert Ames", mentions: ["Robert Ames", "Ames"], titles: ["lawyer"] }, { name: "Helena Rebane" }],
    [
      { words: "that Helena Rebane knew of it", speaker: "Robert Ames", cue: "said", of: 0, type: "indirect" },
      { words: "“She knew,”", speaker: "Ames", cue: "added", of: 0 },
    ],
  ),
  line(
    "h-4",
    "2026-03-09",
    "Keld Post",
    AGAIN,
    [{ name: "Bob Ames" }, { name: "Helena Rebane" }, { name: "Saarlink", type: "ORG" }],
    [{ words: "“The ship is safe,”", speaker: "Bob Ames", cue: "said", of: 0 }],
  ),
];

/** The file. */
export const COLLECTION = {
  name: "harbour.jsonl",
  type: "application/x-ndjson",
  text: LINES.map((one) => `${JSON.stringify(one)}\n`).join(""),
};
