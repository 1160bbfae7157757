/**
 * Long work in short slices, so that the page answers while it is done.
 */

/** How long a slice may take, in milliseconds: half a frame. */
const SLICE = 8;

/** A page that nobody sees paints nothing: it goes on after so many milliseconds. */
const UNPAINTED = 100;

/** @type {Set<() => void>} */
const waiting = new Set();

/** A document with more marks than this is a long one: its lists wait for the article. */
const LONG = 1500;

/** @param {import("./document/types.js").NewsDocument} document */
export const isLong = ({ entities, quotes }) => entities.length + quotes.length > LONG;

/**
 * Does the steps of a generator. A step says how much it did; at least `first` in all is done at
 * once, so that a page of ordinary length comes whole. With 0 it begins when what is there has been painted.
 * @param {Generator<number, void>} steps
 * @param {number} first
 * @returns {{finish: () => void, stop: () => void, over: Promise<void>}} `over` when it is finished or stopped
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
      done += step.value ?? 0;
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
 * What belongs to the next frame is done with it, in a task of its own.
 * @param {() => void} act
 * @returns {() => void} calls it off
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

/** @param {() => void} act @returns {() => void} calls it off */
export function afterPaint(act) {
  let stop = beforePaint(() => {
    const timer = setTimeout(act);
    stop = () => clearTimeout(timer);
  });
  return () => stop();
}

/** When what has been done is on the screen. @returns {Promise<void>} */
export const painted = () => new Promise((resolve) => afterPaint(resolve));

/** Everything at once: before the page is printed. */
export function finishAll() {
  for (const finish of [...waiting]) finish();
}
