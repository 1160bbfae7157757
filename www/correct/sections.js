/**
 * The contents of the popover: for selected words, for a name, for a person or thing, for a quotation.
 *
 * @typedef {import("../document/types.js").NewsDocument} NewsDocument
 * @typedef {import("../document/types.js").Entity} Entity
 * @typedef {import("../document/types.js").Chain} Chain
 * @typedef {import("../document/types.js").Mention} Mention
 * @typedef {import("../document/types.js").Quote} Quote
 * @typedef {import("../document/types.js").Range} Range
 * @typedef {import("./subject.js").Subject} Subject
 * @typedef {import("./actions.js").Actions} Actions
 *
 * @typedef {Object} Context
 * @property {string} text
 * @property {NewsDocument} document
 * @property {Settings} settings
 * @property {(range: Range) => number} countPlacesLike
 *
 * @typedef {Object} Settings the settings made in the popover
 * @property {boolean} everywhere whether an action applies to all occurrences of the words
 * @property {boolean} isIdentityOpen whether the section about the person or thing is expanded
 */

import { cited } from "../document/corrections/describe.js";
import { explanation } from "../document/explain.js";
import { familyOf, typeLabel } from "../document/families.js";
import { certainty } from "../document/words.js";
import { element } from "../dom.js";
import { chainGroups, choice, control, entry, extentControls, row, typeControls } from "./controls.js";
import { extentOf } from "./subject.js";

/**
 * @param {string} words
 * @param {string} [why]
 */
function heading(words, why) {
  const title = element("p", "about", words);
  title.dir = "auto";
  return why === undefined ? [title] : [title, element("p", "why", why)];
}

/**
 * @param {Context} context
 * @param {Range} range
 */
function everywhereControl({ settings, countPlacesLike }, range) {
  const places = countPlacesLike(range);
  if (places < 2) return [];
  const box = element("input");
  box.type = "checkbox";
  box.checked = settings.everywhere;
  box.dataset.key = "everywhere";
  box.addEventListener("change", () => (settings.everywhere = box.checked));
  return [element("label", "everywhere", box, `Everywhere in this article (${places} times)`)];
}

/** @type {(context: Context, actions: Actions, range: Range) => HTMLElement[]} */
export function forSelection(context, actions, range) {
  const words = context.text.slice(...range);
  return [
    ...heading(`Mark ${cited(words)} as`),
    ...typeControls(null, (type) => actions.mark(range, type, context.settings.everywhere)),
    row(
      "Quotation",
      control("quote", "Quotation", () => actions.quote(range), "quote"),
    ),
    ...everywhereControl(context, range),
  ];
}

/** @type {(context: Context, actions: Actions, subject: Subject) => HTMLElement[]} */
export function forSubject(context, actions, { entity, mention, chain, quote }) {
  return [
    ...(entity ? nameSection(context, actions, entity) : []),
    ...(chain && mention ? identitySection(context, actions, chain, mention, entity === null) : []),
    ...(quote ? quoteSection(context, actions, quote) : []),
  ];
}

/** @type {(extent: HTMLElement, removal: HTMLElement) => HTMLElement} */
function withRemoval(extent, removal) {
  removal.classList.add("removal");
  return element("div", "controls", extent, removal);
}

/** @type {(context: Context, actions: Actions, entity: Entity) => HTMLElement[]} */
function nameSection(context, actions, entity) {
  /** @type {Range} */
  const range = [entity.start, entity.end];
  const why = entity.by ? "Marked by you" : `Found by the model: ${typeLabel(entity.type)}, ${certainty(entity)}`;
  return [
    ...heading(entity.text, why),
    ...typeControls(entity.type, (type) => actions.mark(range, type, context.settings.everywhere)),
    withRemoval(
      extentControls("name", (step) => actions.resize(entity, step, context.settings.everywhere)),
      control("remove", "Remove", () => actions.unmark(range, context.settings.everywhere), "remove"),
    ),
    ...everywhereControl(context, range),
  ];
}

/** @type {(context: Context, actions: Actions, chain: Chain, mention: Mention, alone: boolean) => HTMLElement[]} */
function identitySection(context, actions, chain, mention, alone) {
  const { document, text } = context;
  /** @type {Range} */
  const range = [mention.start, mention.end];
  const words = cited(text.slice(...range));
  const person = chain.type === "PERSON";
  const others = chainGroups(document, (one) => one !== chain, mention.start);
  const alike = chainGroups(
    document,
    (one) => one !== chain && familyOf(one.type) === familyOf(chain.type),
    mention.start,
  );
  const somebody = mention.kind === "name" ? (person ? "someone new" : "something new") : "no one who is named";
  const same = choice(
    "merge",
    `${chain.name} is the same as`,
    [{ label: "", options: [{ value: "", text: "Choose…" }] }, ...alike],
    "",
    "Merge",
    (value) => value !== "" && actions.merge(range, Number(value)),
  );
  const other = choice(
    "move",
    `${words} here is`,
    [{ label: "", options: [{ value: "", text: somebody }] }, ...others],
    "",
    "Change",
    (value) => actions.move(range, value === "" ? null : Number(value), context.settings.everywhere),
  );
  const details = element("details", "who", element("summary", "", person ? "Who is this?" : "What is this?"));
  details.open = context.settings.isIdentityOpen;
  details.addEventListener("toggle", () => (context.settings.isIdentityOpen = details.open));
  details.append(entry("name", "Name", chain.name, "Rename", (name) => actions.rename(range, name)));
  if (alike.some(({ options }) => options.length > 0)) details.append(same.row);
  details.append(other.row);
  if (!alone) return [details];
  details.open = true;
  return [...heading(`${words}: ${chain.name}`, explanation(text, document, { kind: "chain", id: chain.id })), details];
}

/** @type {(context: Context, actions: Actions, quote: Quote) => HTMLElement[]} */
function quoteSection(context, actions, quote) {
  const { document, text } = context;
  const extent = extentOf(quote);
  const typed =
    quote.speaker_chain === null && quote.speaker_name !== null ? [{ value: "typed", text: quote.speaker_name }] : [];
  const speakers = chainGroups(document, () => true, (quote.cue[0] ?? quote.speaker[0] ?? quote.content[0])[0]);
  const value = quote.speaker_chain !== null ? String(quote.speaker_chain) : typed.length > 0 ? "typed" : "";
  const own = [{ value: "", text: "Unattributed" }, ...typed, { value: "other", text: "Other name…" }];
  const name = entry("speaker-name", "Speaker’s name", "", "Set", (who) => actions.speaker(quote, who));
  name.hidden = true;
  const chosen = choice("speaker", "Speaker", [{ label: "", options: own }, ...speakers], value, "Set", (who) => {
    if (who === "other") return name.querySelector("input")?.focus();
    if (who !== "typed") actions.speaker(quote, who === "" ? null : Number(who));
  });
  chosen.select.addEventListener("change", () => (name.hidden = chosen.select.value !== "other"));
  const [title, ...why] = heading(text.slice(...extent), explanation(text, document, { kind: "quote", id: quote.id }));
  title.classList.add("of-quote");
  return [
    title,
    ...why,
    chosen.row,
    name,
    withRemoval(
      extentControls("quote", (step) => actions.resizeQuote(quote, step)),
      control("unquote", "Not a quotation", () => actions.unquote(extent), "remove"),
    ),
  ];
}
