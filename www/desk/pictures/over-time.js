/**
 * Who is quoted how much over time.
 *
 * @typedef {import("../gathered.js").Gathered} Gathered
 * @typedef {"day"|"week"|"month"|"year"} Unit
 *
 * @typedef {Object} OverTime
 * @property {Unit} unit
 * @property {string[]} periods all periods from the first to the last, by their first day or its beginning: `2026-03`
 * @property {{name: string, counts: number[], total: number}[]} speakers the most quoted first
 * @property {number} undated how many quotations of these speakers are in articles without a date
 */

import { folded } from "../people/name.js";

/** The length of a date in each unit; a week is written as its Monday. @type {Record<Unit, number>} */
const LENGTH = { day: 10, week: 10, month: 7, year: 4 };
/** @type {readonly Unit[]} */
const UNITS = ["day", "week", "month", "year"];
/** More periods are narrower than can be told apart. */
const PERIODS = 60;
const DAY = 86_400_000;

/**
 * @param {Gathered} gathered
 * @param {number} most how many speakers
 * @param {Unit|null} wanted null for the shortest one that gives few enough periods
 * @returns {OverTime}
 */
export function overTime({ quotations, people }, most, wanted) {
  /** @type {Map<string, {name: string, dates: string[], total: number}>} */
  const all = new Map();
  for (const { by, group, article } of quotations) {
    const person = by && people.byReference.get(by.reference);
    const name = person?.name ?? group;
    if (!name) continue;
    const key = person ? person.reference : folded(name);
    const speaker = all.get(key) ?? { name, dates: [], total: 0 };
    speaker.total++;
    if (isDay(article.date)) speaker.dates.push(article.date);
    all.set(key, speaker);
  }
  const chosen = [...all.values()].sort((a, b) => b.total - a.total).slice(0, most);
  const dates = chosen.flatMap(({ dates }) => dates).sort();
  const [first, last] = [dates[0], dates[dates.length - 1]];
  const unit = wanted ?? UNITS.find((one) => countOf(first, last, one) <= PERIODS) ?? "year";
  const periods = first === undefined ? [] : between(first, last, unit);
  const places = new Map(periods.map((period, i) => [period, i]));
  return {
    unit,
    periods,
    speakers: chosen.map(({ name, dates, total }) => {
      const counts = periods.map(() => 0);
      for (const date of dates) counts[places.get(periodOf(date, unit)) ?? 0]++;
      return { name, counts, total };
    }),
    undated: chosen.reduce((sum, { total, dates }) => sum + total - dates.length, 0),
  };
}

/** Metadata can hold anything. @param {string} date */
const isDay = (date) => /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date));

/** @param {string} date @param {Unit} unit */
function periodOf(date, unit) {
  if (unit !== "week") return date.slice(0, LENGTH[unit]);
  const day = Date.parse(date);
  const sinceMonday = (new Date(day).getUTCDay() + 6) % 7;
  return isoDay(day - sinceMonday * DAY);
}

/** @param {number} time */
const isoDay = (time) => new Date(time).toISOString().slice(0, 10);

/** @param {string|undefined} first @param {string|undefined} last @param {Unit} unit */
function countOf(first, last, unit) {
  if (first === undefined || last === undefined) return 0;
  const days = (Date.parse(last) - Date.parse(first)) / DAY + 1;
  return days / { day: 1, week: 7, month: 30, year: 365 }[unit];
}

/** All periods, those without a quotation as well. @param {string} first @param {string} last @param {Unit} unit */
function between(first, last, unit) {
  /** @type {string[]} */
  const all = [];
  const end = periodOf(last, unit);
  for (let day = Date.parse(first); ; day += DAY) {
    const period = periodOf(isoDay(day), unit);
    if (all[all.length - 1] !== period) all.push(period);
    if (period >= end) return all;
  }
}
