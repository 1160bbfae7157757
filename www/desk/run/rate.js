/** How many articles are annotated per second, lately. */

/** In milliseconds: long enough for long articles, short enough to follow a computer that becomes busy. */
const WINDOW = 15_000;
/** Before that, a rate would be a guess. */
const FIRST = 1500;

export function createRate() {
  /** @type {{at: number, count: number}[]} */
  let steps = [];
  let since = performance.now();
  return {
    reset() {
      steps = [];
      since = performance.now();
    },
    /** @param {number} count */
    add(count) {
      steps.push({ at: performance.now(), count });
    },
    /** 0 if it is not known yet. */
    perSecond() {
      const now = performance.now();
      steps = steps.filter(({ at }) => at > now - WINDOW);
      const passed = Math.min(WINDOW, now - since);
      if (passed < FIRST) return 0;
      return (1000 * steps.reduce((sum, { count }) => sum + count, 0)) / passed;
    },
  };
}
