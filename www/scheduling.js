/** Runs long work in short time slices, so that the page stays responsive. */

/** The longest time a slice may take, in milliseconds: half a frame. */
const SLICE = 8;

/** A hidden page is never painted. After this many milliseconds the work continues anyway. */
const UNPAINTED = 100;

/** @type {Set<() => void>} */
const waiting = new Set();

/** A document with more names and quotations than this is long: its lists wait until the article has been painted. */
const LONG = 1500;

/** @param {import("./document/types.js").NewsDocument} document */
export const isLong = ({ entities, quotes }) => entities.length + quotes.length > LONG;

/**
 * Runs the steps of a generator. Each step yields how much it has done. At least `first` is done at once, so that a
 * page of ordinary length appears complete. With 0, the work starts after the next paint.
 * @param {Generator<number, void>} steps
 * @param {number} first
 * @returns {{finish: () => void, stop: () => void, over: Promise<void>}} `over` resolves when the work is finished or
 *   stopped
 */
export function runInSlices(steps, first) {
  let stopWaiting = () => {};
  let isOver = false;
  let end = () => {};
  /** @type {Promise<void>} */
  const over = new Promise((resolve) => (end = resolve));

  /** @param {(done: number, since: number) => boolean} enough */
  function some(enough) {
    const start = performance.now();
    for (let done = 0; !isOver; ) {
      const step = steps.next();
      isOver = Boolean(step.done);
      done += Number(step.value ?? 0);
      if (isOver || enough(done, performance.now() - start)) break;
    }
    if (isOver) close();
    else later();
  }
  function later() {
    const timer = setTimeout(slice);
    stopWaiting = () => clearTimeout(timer);
  }
  function slice() {
    some((_, since) => since > SLICE);
  }
  function finish() {
    stopWaiting();
    some(() => false);
  }
  function stop() {
    stopWaiting();
    isOver = true;
    close();
  }
  function close() {
    waiting.delete(finish);
    end();
  }

  waiting.add(finish);
  if (first > 0) some((done, since) => done >= first && since > SLICE);
  else stopWaiting = afterPaint(slice);
  return { finish, stop, over };
}

/**
 * Runs `act` just before the next paint, in a task of its own.
 * @param {() => void} act
 * @returns {() => void} cancels it
 */
export function beforePaint(act) {
  const stop = () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
  };
  const go = () => {
    stop();
    act();
  };
  const timer = setTimeout(go, UNPAINTED);
  const frame = requestAnimationFrame(go);
  return stop;
}

/** @param {() => void} act @returns {() => void} cancels it */
export function afterPaint(act) {
  let stop = beforePaint(() => {
    const timer = setTimeout(act);
    stop = () => clearTimeout(timer);
  });
  return () => stop();
}

/** Resolves when everything done so far is on the screen. @returns {Promise<void>} */
export const painted = () => new Promise((resolve) => afterPaint(resolve));

/** Finishes all pending work at once, for example before the page is printed. */
export function finishAll() {
  for (const finish of [...waiting]) finish();
}
