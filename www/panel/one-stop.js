/**
 * Makes a list one stop for the Tab key. Inside it, the arrow keys go from row to row.
 * @param {HTMLElement} list its rows may be replaced at any time
 */
export function makeOneStop(list) {
  const rows = () =>
    /** @type {HTMLElement[]} */ ([...list.querySelectorAll("button, summary")]).filter((row) => row.checkVisibility());

  /** @param {HTMLElement|undefined} stop */
  function setStop(stop) {
    for (const row of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("button, summary")))
      row.tabIndex = row === stop ? 0 : -1;
  }

  list.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLElement && target.matches("button, summary")) setStop(target);
  });
  list.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const all = rows();
    const here = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    /** @type {Record<string, number>} */
    const goals = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: all.length - 1 };
    const goal = all[goals[event.key] ?? -1];
    if (here < 0 || !goal) return;
    event.preventDefault();
    goal.focus();
  });

  return {
    /** Chooses the stop again after rows were replaced or added. */
    refresh() {
      const now = /** @type {HTMLElement|null} */ (document.activeElement);
      const first = [...list.querySelectorAll("button, summary")].find((row) => row.checkVisibility());
      setStop(now && list.contains(now) ? now : /** @type {HTMLElement|undefined} */ (first));
    },
  };
}
