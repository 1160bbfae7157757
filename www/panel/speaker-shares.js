/**
 * Who speaks how much: a small bar chart built as a table, so that it can be read as one. The bars only repeat its
 * figures.
 *
 * @typedef {import("../document/speakers.js").Speaker} Speaker
 */

import { plural } from "../document/words.js";
import { element } from "../dom.js";
import { UNATTRIBUTED } from "../generated/tables.js";
import { articleText, plainButton, setOnly, setRowData } from "./rows.js";

/** This many speakers get a row of their own. */
const OWN = 6;

/**
 * @param {Speaker[]} speakers
 * @returns {HTMLElement|null} null if there is nothing to compare
 */
export function speakerShares(speakers) {
  const all = speakers.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  if (all.length < 2) return null;
  const total = all.reduce((sum, { count }) => sum + count, 0);
  // A row for one more speaker takes no more space than a row that says "1 other".
  const own = all.length <= OWN + 1 ? all : all.slice(0, OWN);
  const others = all.slice(own.length);
  const rest = others.reduce((sum, { count }) => sum + count, 0);
  // All bars have the same scale.
  const most = Math.max(all[0].count, rest);
  const rows = own.map((speaker) => row(who(speaker), speaker.count));
  if (others.length) rows.push(row(element("span", "share-name", `${others.length} others`), rest));
  const caption = element("caption", "", "Share of quoted words");
  const head = element("tr", "visually-hidden", heading("Speaker", "col"), heading("Words quoted", "col"));
  return element("table", "shares", caption, element("thead", "", head), element("tbody", "", ...rows));

  /** @param {HTMLElement} name @param {number} said */
  function row(name, said) {
    const bar = element("span", "share-bar");
    bar.style.inlineSize = `${(said / most) * 100}%`;
    const share = `${Math.round((said / total) * 100)} %`;
    const figures = element("span", "share-figures", `${plural(said, "word")} · ${share}`);
    return element("tr", "", heading(name, "row"), element("td", "", bar, figures));
  }
}

/** @param {Speaker} speaker */
function who({ name, chain, quotes }) {
  const target =
    chain === null
      ? { kind: /** @type {const} */ ("quote"), id: quotes[0].id }
      : { kind: /** @type {const} */ ("chain"), id: chain };
  const made = plainButton("share-name");
  made.append(articleText("", name ?? UNATTRIBUTED));
  setOnly(made, name);
  return setRowData(made, { target, ranges: [] });
}

/** @param {Node|string} content @param {"row"|"col"} scope */
function heading(content, scope) {
  const made = element("th", "", content);
  made.scope = scope;
  return made;
}
