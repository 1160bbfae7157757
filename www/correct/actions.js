/**
 * What the popover and the keys do, expressed as corrections. People and things are referred to by one of their
 * mentions.
 *
 * @typedef {import("../document/types.js").NewsDocument} NewsDocument
 * @typedef {import("../document/types.js").Entity} Entity
 * @typedef {import("../document/types.js").EntityType} EntityType
 * @typedef {import("../document/types.js").Quote} Quote
 * @typedef {import("../document/types.js").Range} Range
 * @typedef {import("../document/corrections/types.js").Correction} Correction
 * @typedef {import("./extent.js").Step} Step
 */

import { extentOf, sameRange } from "../document/ranges.js";
import { resizedByWord } from "./extent.js";

/**
 * @param {() => {text: string, document: NewsDocument}} now
 * @param {(correction: Correction) => void} perform
 */
export function createActions(now, perform) {
  /** @type {(id: number) => Range} */
  const mentionOf = (id) => {
    const { mentions } = now().document.chains[id];
    const { start, end } = mentions.find((mention) => mention.kind === "name") ?? mentions[0];
    return [start, end];
  };
  /** @type {(id: number|null) => Range|null} */
  const mentionOrNull = (id) => (id === null ? null : mentionOf(id));
  /** @param {boolean} everywhere */
  const scope = (everywhere) => (everywhere ? { everywhere: /** @type {const} */ (true) } : {});

  return {
    /** @type {(at: Range, type: EntityType, everywhere: boolean) => void} */
    mark: (at, type, everywhere) => perform({ do: "mark", at, type, ...scope(everywhere) }),

    /** @type {(at: Range, everywhere: boolean) => void} */
    unmark: (at, everywhere) => perform({ do: "unmark", at, ...scope(everywhere) }),

    /** @type {(entity: Entity, step: Step, everywhere: boolean) => void} */
    resize({ start, end, type }, step, everywhere) {
      const at = resizedByWord(now().text, [start, end], step, false);
      if (!sameRange(at, [start, end])) perform({ do: "mark", at, type, was: [start, end], ...scope(everywhere) });
    },

    /** @type {(at: Range) => void} */
    quote: (at) => perform({ do: "quote", at }),

    /** @type {(at: Range) => void} */
    unquote: (at) => perform({ do: "unquote", at }),

    /** @type {(quote: Quote, step: Step) => void} */
    resizeQuote(quote, step) {
      const was = extentOf(quote);
      const at = resizedByWord(now().text, was, step, true);
      if (!sameRange(at, was)) perform({ do: "quote", at, was });
    },

    /** @type {(quote: Quote, who: number|string|null) => void} */
    speaker: (quote, who) =>
      perform({ do: "speaker", at: extentOf(quote), who: typeof who === "string" ? who : mentionOrNull(who) }),

    /** @type {(at: Range) => void} */
    accept: (at) => perform({ do: "accept", at }),

    /** @type {(at: Range, value: import("../../npm/document.js").EntityValue|null, everywhere: boolean) => void} */
    value: (at, value, everywhere) => perform({ do: "value", at, value, ...scope(everywhere) }),

    /** @type {(at: Range, text: string) => void} */
    note: (at, text) => perform({ do: "note", at, text }),

    /** @type {(at: Range, name: string) => void} */
    rename: (at, name) => perform({ do: "rename", at, name }),

    /** @type {(at: Range, chain: number) => void} */
    merge: (at, chain) => perform({ do: "merge", at, into: mentionOf(chain) }),

    /** @type {(at: Range, chain: number|null, everywhere: boolean) => void} */
    move: (at, chain, everywhere) => perform({ do: "move", at, to: mentionOrNull(chain), ...scope(everywhere) }),
  };
}

/** @typedef {ReturnType<typeof createActions>} Actions */
