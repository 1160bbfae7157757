/** The dialog in which a reader exports the whole collection. */

import { formatNumber, plural } from "../../document/words.js";
import { button, element } from "../../dom.js";
import { createExporter } from "../../export/client.js";
import { save } from "../../export/download.js";
import { startExporter } from "../../worker/start.js";
import { CHOICES } from "./choices.js";
import { exportArticles, exportPeople } from "./run.js";

/** How many of the articles that could not be exported are named. */
const NAMED = 5;

/** @param {import("../types.js").Desk} desk */
export function createExportDialog(desk) {
  const exporter = createExporter(startExporter);
  const title = element("h2", "", "Export the collection");
  title.id = "desk-export-label";
  title.tabIndex = -1;
  const note = element("p", "aside");
  const bar = element("progress");
  bar.ariaLabel = "Exporting";
  const cancel = button("", "Cancel", () => running?.abort());
  const progress = element("div", "desk-progress", bar, cancel);
  progress.hidden = true;
  const status = element("p");
  status.role = "status";
  const choices = CHOICES.map(({ label, choices }) => {
    const heading = element("h3", "", label);
    const items = choices.map((choice) =>
      element(
        "li",
        "",
        button("", choice.label, () => start(choice)),
        element("span", "aside", ` ${choice.about}`),
      ),
    );
    const list = element("ul", "export-choices", ...items);
    list.role = "list";
    return element("section", "", heading, list);
  });
  const dialog = element(
    "dialog",
    "dialog desk-export",
    title,
    note,
    progress,
    status,
    ...choices,
    element(
      "div",
      "actions",
      button("primary", "Close", () => dialog.close()),
    ),
  );
  dialog.setAttribute("aria-labelledby", title.id);
  dialog.addEventListener("close", () => running?.abort());
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  /** @type {AbortController|null} */
  let running = null;

  /** @param {import("./choices.js").Choice} choice */
  async function start(choice) {
    running?.abort();
    const mine = new AbortController();
    running = mine;
    progress.hidden = false;
    bar.removeAttribute("value");
    status.textContent = `${choice.label} …`;
    dialog.scrollTop = 0;
    try {
      const isAboutPeople = choice.way === "people" || choice.way === "network";
      const exported = isAboutPeople
        ? await exportPeople(desk, choice)
        : await exportArticles(desk, choice, exporter, advance, mine.signal);
      if (mine.signal.aborted) return;
      if (exported) save(exported.name, exported.blob);
      status.textContent = exported ? summary(exported) : "";
    } catch (error) {
      if (!mine.signal.aborted)
        status.textContent = `${choice.label}: the export failed (${error instanceof Error ? error.message : error}). Try again.`;
    } finally {
      if (running === mine) {
        if (mine.signal.aborted) status.textContent = "Cancelled.";
        progress.hidden = true;
        running = null;
      }
    }
  }

  /** @param {number} done */
  function advance(done) {
    bar.max = Math.max(1, desk.count());
    bar.value = done;
  }

  return {
    dialog,
    open() {
      status.textContent = "";
      note.textContent = `${plural(desk.count(), "annotated article")}. Articles that are not annotated yet are left out.`;
      dialog.showModal();
      title.focus();
      dialog.scrollTop = 0;
    },
    close() {
      running?.abort();
      dialog.remove();
    },
  };
}

/** @param {import("./run.js").Exported} exported */
function summary({ name, failures }) {
  if (failures.length === 0) return `Saved as ${name}.`;
  const named = failures.slice(0, NAMED).map(({ id, problem }) => `${id} (${problem})`);
  const more = failures.length > NAMED ? ` and ${formatNumber(failures.length - NAMED)} more` : "";
  return `Saved as ${name}, without ${plural(failures.length, "article")}: ${named.join("; ")}${more}.`;
}
