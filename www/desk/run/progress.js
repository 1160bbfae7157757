/** The annotation of a collection as its reader sees it: how far it is, how fast, how long it will take. */

import { formatNumber, plural } from "../../document/words.js";
import { button, element, part } from "../../dom.js";

/** @param {import("../desk.js").OpenDesk} desk */
export function mountProgress(desk) {
  const { work, rows } = desk;
  const bar = element("progress");
  bar.ariaLabel = "Annotating";
  const words = element("span");
  const pause = button("", "Pause", work.pause);
  const cancel = button("", "Cancel", work.cancel);
  const resume = button("primary", "Continue", work.resume);
  const again = button("", "Try again", () => desk.retryFailed());
  const root = element("div", "desk-progress", bar, words, pause, resume, cancel, again);
  let announced = "";

  function draw() {
    const { phase, perSecond, problem } = work.state();
    const { all, waiting, failed } = rows.counts;
    const done = all - waiting;
    const isAtWork = waiting > 0 && phase !== "stopped";
    const isStopped = waiting > 0 && phase === "stopped";
    root.hidden = !isAtWork && !isStopped && failed === 0;
    bar.hidden = !isAtWork;
    bar.max = Math.max(1, all);
    bar.value = done;
    pause.hidden = cancel.hidden = !(isAtWork && phase === "running");
    resume.hidden = !isStopped;
    again.hidden = isAtWork || isStopped || failed === 0;
    const count = `${formatNumber(done)} of ${plural(all, "article")}`;
    if (isStopped)
      words.textContent = problem || `Stopped: ${plural(waiting, "article is", "articles are")} not annotated yet.`;
    else if (phase === "elsewhere") words.textContent = `Another tab is annotating this collection: ${count}.`;
    else if (isAtWork) words.textContent = [count, ...speed(perSecond, waiting)].join(" · ");
    else if (failed === 0) words.textContent = "";
    else words.textContent = `${plural(failed, "article")} could not be annotated: the annotator crashed on the text.`;
    // Screen readers are told when something begins or ends, not every step.
    const now = isAtWork ? `Annotating ${plural(waiting, "article")}.` : isStopped ? words.textContent : "";
    const state = isAtWork ? "at work" : now;
    if (state !== announced) part("announcement").textContent = now || `${plural(all, "article")} annotated.`;
    announced = state;
  }

  return { root, draw };
}

/** @param {number} perSecond 0 if it is not known yet @param {number} waiting */
function speed(perSecond, waiting) {
  if (perSecond === 0) return [];
  const rate = perSecond >= 10 ? formatNumber(Math.round(perSecond)) : perSecond.toFixed(1);
  return [`${rate} per second`, `${duration(waiting / perSecond)} left`];
}

/** @param {number} seconds */
function duration(seconds) {
  if (seconds < 60) return plural(Math.max(1, Math.round(seconds)), "second");
  if (seconds < 3600) return plural(Math.round(seconds / 60), "minute");
  const minutes = Math.round(seconds / 60);
  return `${plural(Math.floor(minutes / 60), "hour")} ${minutes % 60 > 0 ? plural(minutes % 60, "minute") : ""}`.trim();
}
