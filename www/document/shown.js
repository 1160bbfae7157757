/**
 * What the reader wants to see: families of names, types and media of quotations, levels of confidence. What is hidden appears
 * neither in the article nor in the lists.
 *
 * @typedef {import("./types.js").NewsDocument} NewsDocument
 * @typedef {import("./types.js").Entity} Entity
 * @typedef {import("./types.js").Chain} Chain
 * @typedef {import("./types.js").Quote} Quote
 * @typedef {import("./types.js").Mention} Mention
 * @typedef {import("./types.js").Range} Range
 * @typedef {import("./types.js").QuoteType} QuoteType
 * @typedef {import("./types.js").Medium} Medium
 * @typedef {import("./families.js").FamilyId} FamilyId
 * @typedef {import("./words.js").ConfidenceLevel} ConfidenceLevel
 * @typedef {FamilyId|QuoteType|Medium|ConfidenceLevel} Kind what can be shown or hidden
 *
 * @typedef {Object} Shown
 * @property {(entity: Entity) => boolean} entity
 * @property {(chain: Chain) => Mention[]} mentions the mentions of a chain that are shown
 * @property {(quote: Quote) => boolean} quote
 * @property {(quote: Quote) => Range[]} said the parts of a quotation that are shown
 * @property {Quote[]} quotes the quotations that are shown, with these parts as their content
 */

import { isBoilerplate } from "./boilerplate.js";
import { familyOf } from "./families.js";
import { confidenceLevel } from "./words.js";

/**
 * @param {NewsDocument} document
 * @param {ReadonlySet<Kind>} hidden
 * @returns {Shown}
 */
export function shownIn(document, hidden) {
  const { entities, quotes } = document;
  /** @type {(entity: Entity) => boolean} */
  const entity = (one) =>
    !hidden.has(familyOf(one.type).id) &&
    !hidden.has(confidenceLevel(one.confidence)) &&
    (one.by !== undefined || !isBoilerplate(document, one));
  /** @type {(range: {start: number, end: number}) => string} */
  const place = ({ start, end }) => `${start} ${end}`;
  const gone = new Set(entities.filter((one) => !entity(one)).map(place));
  return {
    entity,
    mentions({ type, mentions }) {
      if (hidden.has(familyOf(type).id)) return [];
      // A mention by name is shown if its entity is. Pronouns and role words are shown as long as any name is.
      const shown = mentions.filter((mention) =>
        mention.kind === "name" ? !gone.has(place(mention)) : !isBoilerplate(document, mention),
      );
      const named = mentions.some(({ kind }) => kind === "name");
      return named && shown.every(({ kind }) => kind !== "name") ? [] : shown;
    },
    quote: (quote) => said(quote).length > 0,
    said,
    get quotes() {
      return quotes.flatMap((quote) => {
        const content = said(quote);
        return content.length === 0 ? [] : content === quote.content ? quote : { ...quote, content };
      });
    },
  };

  /**
   * If mixed quotations are hidden and direct ones are not, the words in quotation marks stay.
   * @param {Quote} quote
   * @returns {Range[]}
   */
  function said({ type, medium = "speech", confidence, content, quoted }) {
    if (hidden.has(medium) || hidden.has(confidenceLevel(confidence))) return [];
    if (!hidden.has(type)) return content;
    return type === "mixed" && !hidden.has("direct") ? quoted : [];
  }
}
