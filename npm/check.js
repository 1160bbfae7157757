/**
 * Checks the arguments of callers, who may write JavaScript without types.
 *
 * @param {boolean} isRight
 * @param {string} what what it must be, as in "the text must be a string"
 */
export function must(isRight, what) {
  if (!isRight) throw new TypeError(what);
}

/** @param {unknown} value @param {string} what */
export const mustBeText = (value, what) => must(typeof value === "string", `${what} must be a string`);

/** @param {unknown} value @param {string} what */
export const mustBeObject = (value, what) =>
  must(typeof value === "object" && value !== null, `${what} must be an object`);

/**
 * The options of `annotate` and `annotateAll`.
 * @param {{signal?: import("./index.js").Signal, date?: string, onProgress?: Function}} options
 */
export function checkOptions(options) {
  mustBeObject(options, "the options");
  const { signal, date, onProgress } = options;
  must(signal === undefined || typeof signal?.throwIfAborted === "function", "signal must be an AbortSignal");
  must(date === undefined || (typeof date === "string" && isDay(date)), "date must be a day, as in 2023-07-28");
  must(onProgress === undefined || typeof onProgress === "function", "onProgress must be a function");
}

/** @param {string} date */
const isDay = (date) => date === "" || (/^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date)));
