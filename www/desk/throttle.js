/**
 * Runs an act at once, and then at most once in a period; what was asked for in between is done at its end.
 * @param {() => void} act
 * @param {number} period in milliseconds
 */
export function throttled(act, period) {
  let last = -Infinity;
  let timer = 0;
  const now = () => {
    timer = 0;
    last = performance.now();
    act();
  };
  return {
    call() {
      if (timer !== 0) return;
      timer = setTimeout(now, Math.max(0, last + period - performance.now()));
    },
    cancel() {
      clearTimeout(timer);
      timer = 0;
    },
  };
}
