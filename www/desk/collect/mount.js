/**
 * Taking in articles as the reader sees it: what is being read, a button to stop it, and then what was added, what was
 * there already and what could not be read. This report stays over a reload, until it is dismissed.
 *
 * @typedef {import("../desk.js").OpenDesk} OpenDesk
 * @typedef {import("./collector.js").Collected} Collected
 * @typedef {import("./walk.js").Given} Given
 */

import { plural } from "../../document/words.js";
import { button, element, part } from "../../dom.js";
import { ask } from "../question.js";
import { deskStorageMessage } from "../store/errors.js";
import { throttled } from "../throttle.js";
import { chooseColumns } from "./chooser.js";
import { collect, StorageProblem } from "./collector.js";
import { lackOfRoom } from "./room.js";

/** Of the collection's notes. */
const REPORT = "collect.report";

const INTERRUPTED =
  "Reading was interrupted, so some articles may be missing. Choose the same files again: what is here already is left out.";

/** @typedef {Collected & {note?: string}} Report */

/** @param {OpenDesk} desk */
export function mountCollecting(desk) {
  const root = element("div", "desk-collecting");
  /** @type {AbortController|null} */
  let reading = null;
  let queue = Promise.resolve();
  let isClosed = false;

  const progress = element("progress");
  progress.max = 1;
  progress.ariaLabel = "Reading files";
  const words = element("span");
  const row = element(
    "div",
    "desk-progress",
    progress,
    words,
    button("", "Cancel reading", () => reading?.abort()),
  );
  /** @type {{collected: Collected, share: number|null}} */
  let latest = { collected: { added: 0, same: 0, problems: [] }, share: null };
  const redraw = throttled(() => {
    if (latest.share === null) progress.removeAttribute("value");
    else progress.value = latest.share;
    words.textContent = `Reading: ${sentence(latest.collected)}`;
  }, 200);

  showLast();

  async function showLast() {
    const report = /** @type {Report|undefined} */ (await desk.notes.get(REPORT).catch(() => undefined));
    if (report && !reading && !isClosed) show(report);
  }

  /** @param {Given} given */
  async function read(given) {
    const lack = await lackOfRoom(given);
    if (isClosed || (lack !== "" && !(await ask(lack, "Add what fits")))) return;
    const mine = new AbortController();
    reading = mine;
    latest = { collected: { added: 0, same: 0, problems: [] }, share: null };
    redraw.call();
    root.replaceChildren(row);
    // Replaced when it is over; what is there after a reload tells that it was not.
    await desk.notes.set(REPORT, { ...latest.collected, note: INTERRUPTED }).catch(() => {});
    /** @type {Report} */
    let report;
    try {
      report = await collect(
        given,
        desk,
        {
          columns: chooseColumns,
          progress(collected, share) {
            latest = { collected, share };
            redraw.call();
          },
        },
        mine.signal,
      );
      if (mine.signal.aborted) report.note = "Reading was cancelled.";
    } catch (error) {
      const reason = error instanceof StorageProblem ? error.reason : error;
      report = { ...latest.collected, note: deskStorageMessage(reason) };
    }
    redraw.cancel();
    reading = null;
    if (isClosed) return;
    show(report);
    part("announcement").textContent = `Added ${sentence(report)}`;
    await desk.notes.set(REPORT, hasNews(report) ? report : undefined).catch(() => {});
  }

  /** @param {Report} report */
  function show(report) {
    if (!hasNews(report)) return root.replaceChildren();
    const { note, problems } = report;
    const line = element("p", "desk-report-line", `${note ? `${note} ` : ""}Added ${sentence(report)}`);
    line.append(
      button("subtle", "Dismiss", () => {
        root.replaceChildren();
        desk.notes.set(REPORT, undefined).catch(() => {});
      }),
    );
    const made = element("div", "desk-report", line);
    if (problems.length > 0) made.append(listOf(problems));
    root.replaceChildren(made);
  }

  return {
    root,
    isReading: () => reading !== null,
    /** @param {Given} given */
    begin(given) {
      if (given.length > 0) queue = queue.then(() => read(given));
    },
    close() {
      isClosed = true;
      reading?.abort();
      redraw.cancel();
    },
  };
}

/** Whether there is more to say than that all went well. @param {Report} report */
const hasNews = ({ note, same, problems }) => note !== undefined || same + problems.length > 0;

/** @param {Collected} collected */
function sentence({ added, same, problems }) {
  const parts = [
    plural(added, "article"),
    same > 0 && `${plural(same, "article")} with a text that was there already left out`,
    problems.length > 0 && `${plural(problems.length, "file")} could not be read`,
  ];
  return `${parts.filter(Boolean).join("; ")}.`;
}

/** @param {import("./collector.js").Problem[]} problems */
function listOf(problems) {
  const list = element("ul", "desk-problems");
  for (const { path, problem } of problems) list.append(element("li", "", element("strong", "", path), ` ${problem}`));
  return element("details", "", element("summary", "", "What could not be read, and why"), list);
}
