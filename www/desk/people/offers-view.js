/** Asks the reader about people who may be one person. */

import { plural } from "../../document/words.js";
import { button, element } from "../../dom.js";
import { growingList } from "../../panel/long-list.js";
import { articleText } from "../../panel/rows.js";

const AT_ONCE = 10;

/** Why they may be the same one. @type {Record<import("./merge.js").Offer["because"], string>} */
const REASONS = {
  name: "One name, but nothing shows that they are one person",
  variant: "Perhaps two forms of one name",
  surname: "Only the surname in some articles, but the same company",
};

/**
 * @typedef {import("./merge.js").Offer} Offer
 *
 * @typedef {Object} Actions
 * @property {(reference: string) => void} open
 * @property {(decision: import("./decisions.js").Decision) => void} decide
 */

/**
 * @param {Offer[]} offers
 * @param {Actions} actions
 */
export function offersView(offers, { open, decide }) {
  const list = growingList("offers", offers, AT_ONCE, "question", offerItem);
  list.parts[0].role = "list";
  return element(
    "details",
    "offers-box",
    element("summary", "", `Is this one person? ${plural(offers.length, "question")}`),
    ...list.parts,
  );

  /** @param {Offer} offer */
  function offerItem({ people, because }) {
    const boxes = people.map(({ reference }) => {
      const box = element("input");
      box.type = "checkbox";
      box.value = reference;
      box.checked = people.length === 2;
      return box;
    });
    const chosen = () => boxes.filter(({ checked }) => checked).map(({ value }) => value);
    const joining = button("", "One person", () => decide({ kind: "same", references: chosen() }));
    const different = button("", people.length === 2 ? "Two people" : "All different", () =>
      decide({ kind: "different", references: people.map(({ reference }) => reference) }),
    );
    const update = () => {
      joining.disabled = chosen().length < 2;
    };
    update();
    const choices = people.map((person, i) => {
      boxes[i].addEventListener("change", update);
      boxes[i].hidden = people.length === 2;
      boxes[i].ariaLabel = `${person.name}, ${person.titles[0] ?? plural(person.articles, "article")}`;
      const name = button("opens", person.name, () => open(person.reference));
      const about = [person.titles.slice(0, 2).join("; "), plural(person.articles, "article"), person.first];
      return element("p", "offer-person", boxes[i], name, articleText("aside", ` ${about.filter(Boolean).join(", ")}`));
    });
    const question = element(
      "div",
      "offer",
      element("p", "aside", REASONS[because]),
      ...choices,
      element("div", "actions", joining, different),
    );
    question.role = "group";
    question.ariaLabel = `Is this one person: ${people.map(({ name }) => name).join(", ")}`;
    const item = element("div", "", question);
    item.role = "listitem";
    return item;
  }
}
