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
 * @property {(quote: Quote) => void} copy
 *
 * @typedef {Object} Settings the settings made in the popover
 * @property {boolean} everywhere whether an action applies to all occurrences of the words
 * @property {boolean} isIdentityOpen whether the section about the person or thing is expanded
 */

import { cited } from "../document/corrections/describe.js";
import { isDoubtful } from "../document/doubtful.js";
import { explanation } from "../document/explain.js";
import { familyOf, typeLabel } from "../document/families.js";
import { extentOf } from "../document/ranges.js";
import { chainLabel, speakerName } from "../document/speakers.js";
import { valueText } from "../document/value.js";
import { certainty } from "../document/words.js";
import { element } from "../dom.js";
import { UNATTRIBUTED } from "../generated/tables.js";
import { chainGroups, control, entry, extentControls, row, typeControls } from "./controls.js";
import { picker } from "./picker.js";
import { valueSection } from "./value-section.js";

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
    ...(quote ? quoteSection(context, actions, quote, entity) : []),
  ];
}

/** @type {(extent: HTMLElement, removal: HTMLElement) => HTMLElement} */
function withRemoval(extent, removal) {
  removal.classList.add("removal");
  return element("div", "controls", extent, removal);
}

/** @type {(key: string, record: Entity|Quote, range: Range, actions: Actions, hasKey: boolean) => HTMLElement[]} */
function acceptance(key, record, range, actions, hasKey) {
  if (!isDoubtful(record)) return [];
  const accept = control(key, "Accept", () => actions.accept(range), hasKey ? "accept" : undefined);
  return [row("Check", accept, element("span", "caption", "The model is not sure. Accept it if it is right."))];
}

/** @type {(key: string, label: string, record: Entity|Quote, range: Range, actions: Actions) => HTMLElement} */
function noteControl(key, label, { note }, range, actions) {
  const details = element("details", "who", element("summary", "", label));
  details.open = note !== undefined;
  details.append(entry(key, "Text of the note", note ?? "", "Save", (text) => actions.note(range, text), true));
  return details;
}

/** @type {(context: Context, actions: Actions, entity: Entity) => HTMLElement[]} */
function nameSection(context, actions, entity) {
  /** @type {Range} */
  const range = [entity.start, entity.end];
  const value = valueText(entity);
  const why = entity.by ? "Marked by you" : `Found by the model: ${typeLabel(entity.type)}, ${certainty(entity)}`;
  return [
    ...heading(value === "" ? entity.text : value.startsWith(entity.text) ? value : `${entity.text} → ${value}`, why),
    ...acceptance("accept", entity, range, actions, true),
    ...typeControls(entity.type, (type) => actions.mark(range, type, context.settings.everywhere)),
    withRemoval(
      extentControls("name", (step) => actions.resize(entity, step, context.settings.everywhere)),
      control("remove", "Remove", () => actions.unmark(range, context.settings.everywhere), "remove"),
    ),
    ...everywhereControl(context, range),
    ...valueSection(entity, (value) => actions.value(range, value, context.settings.everywhere)),
    noteControl("note", "Note on this name", entity, range, actions),
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
  const same = picker({
    key: "merge",
    label: `${chainLabel(chain)} is the same as`,
    groups: alike,
    value: "",
    choose: (value) => actions.merge(range, Number(value)),
  });
  const other = picker({
    key: "move",
    label: `${words} here is`,
    groups: [{ label: "", options: [{ value: "", text: somebody }] }, ...others],
    value: chainLabel(chain),
    choose: (value) => actions.move(range, value === "" ? null : Number(value), context.settings.everywhere),
  });
  const details = element("details", "who", element("summary", "", person ? "Who is this?" : "What is this?"));
  details.open = context.settings.isIdentityOpen;
  details.addEventListener("toggle", () => (context.settings.isIdentityOpen = details.open));
  details.append(
    entry("name", "Name", chain.name ?? "", chain.name === null ? "Name" : "Rename", (name) =>
      actions.rename(range, name),
    ),
  );
  if (alike.some(({ options }) => options.length > 0)) details.append(same);
  details.append(other);
  if (!alone) return [details];
  details.open = true;
  return [
    ...heading(`${words}: ${chainLabel(chain)}`, explanation(text, document, { kind: "chain", id: chain.id })),
    details,
  ];
}

/** @type {(context: Context, actions: Actions, quote: Quote, entity: Entity|null) => HTMLElement[]} */
function quoteSection(context, actions, quote, entity) {
  const { document, text } = context;
  const extent = extentOf(quote);
  const near = (quote.cue[0] ?? quote.speaker[0] ?? quote.content[0])[0];
  const speaker = picker({
    key: "speaker",
    label: "Speaker",
    groups: [{ label: "", options: [{ value: "", text: UNATTRIBUTED }] }, ...chainGroups(document, () => true, near)],
    value: speakerName(text, document, quote) ?? UNATTRIBUTED,
    choose: (value) => actions.speaker(quote, value === "" ? null : Number(value)),
    chooseTyped: (name) => actions.speaker(quote, name),
  });
  const [title, ...why] = heading(text.slice(...extent), explanation(text, document, { kind: "quote", id: quote.id }));
  title.classList.add("of-quote");
  // A key belongs to one button only: to that of the name, if there is one.
  const canAccept = !(entity && isDoubtful(entity));
  return [
    title,
    ...why,
    ...acceptance("accept-quote", quote, extent, actions, canAccept),
    speaker,
    row(
      "Copy",
      control("copy", "Copy with speaker", () => context.copy(quote)),
    ),
    withRemoval(
      extentControls("quote", (step) => actions.resizeQuote(quote, step), entity === null),
      control("unquote", "Not a quotation", () => actions.unquote(extent), entity ? undefined : "remove"),
    ),
    noteControl("quote-note", "Note on this quotation", quote, extent, actions),
  ];
}
