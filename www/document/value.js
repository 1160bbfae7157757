/**
 * The value of an entity in words: the day that "Tuesday" means, the amount of "£3–4 million", the country of a place.
 *
 * @typedef {import("./types.js").Entity} Entity
 * @typedef {import("../../npm/document.js").TimeValue} TimeValue
 * @typedef {import("../../npm/document.js").AmountValue} AmountValue
 * @typedef {import("../../npm/document.js").PlaceValue} PlaceValue
 */

/** A day of the calendar, whatever the reader's time zone is. @type {(options: Intl.DateTimeFormatOptions) => Intl.DateTimeFormat} */
const format = (options) => new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options });
const DAY = format({ day: "numeric", month: "long", year: "numeric" });
const MONTH = format({ month: "long", year: "numeric" });
const DAY_OF_MONTH = format({ day: "numeric", month: "long" });

/** @type {Record<string, string>} */
const PARTS_OF_DAY = { MO: "morning", AF: "afternoon", EV: "evening", NI: "night", DT: "daytime" };
/** @type {Record<string, string>} */
const SEASONS = { SP: "spring", SU: "summer", FA: "autumn", WI: "winter" };
const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
/** @type {Record<string, string>} */
const UNITS = { Y: "year", Q: "quarter", M: "month", W: "week", D: "day", TH: "hour", TM: "minute", TS: "second" };
/** @type {Record<string, string>} */
const MODIFIERS = {
  START: "early in",
  MID: "in the middle of",
  END: "late in",
  APPROX: "about",
  MORE_THAN: "more than",
  LESS_THAN: "less than",
  EQUAL_OR_MORE: "at least",
  EQUAL_OR_LESS: "at most",
  BEFORE: "before",
  AFTER: "after",
  ON_OR_BEFORE: "until",
  ON_OR_AFTER: "from",
};

/**
 * What an entity stands for; empty where its words say as much, or nothing is known.
 * @param {Entity} entity
 */
export function valueText({ text, value }) {
  const words = value ? valueWords(value) : "";
  return words === text ? "" : words;
}

/** A value in words; empty if nothing is known. @param {import("../../npm/document.js").EntityValue} value */
export const valueWords = (value) =>
  "timex" in value ? timeText(value) : "amount" in value ? amountText(value) : placeText(value);

/** @param {TimeValue} time */
export function timeText({ timex, value, mod, zone }) {
  const modifier = mod ? `${MODIFIERS[mod] ?? mod.toLowerCase()} ` : "";
  if (timex === "DURATION" || timex === "SET") {
    const length = lengthText(value);
    return length && `${timex === "SET" ? (value.startsWith("P") ? "every " : "") : modifier}${length}`;
  }
  const [first, last] = value.split("/");
  const from = dateText(first);
  const until = last === undefined ? "" : dateText(last);
  if (!from || (last !== undefined && !until)) return "";
  return `${modifier}${from}${until && ` to ${until}`}${zone ? ` (UTC${zone})` : ""}`;
}

/** @param {string} value one TIMEX3 date */
function dateText(value) {
  const [date, clock] = /^\d/.test(value) ? value.split("T") : [value, undefined];
  const [year, part, day] = date.split("-");
  const at = clock && (PARTS_OF_DAY[clock] ?? (/^\d/.test(clock) ? clock : ""));
  return [dayText(year, part, day), at].filter(Boolean).join(", ");
}

/** @type {(year: string, part?: string, day?: string) => string} */
function dayText(year, part, day) {
  if (/^\d{3}$/.test(year)) return `the ${year}0s`;
  if (/^\d{2}$/.test(year)) return `the ${ordinal(Number(year) + 1)} century`;
  const known = /^\d{4}$/.test(year);
  const date = new Date(0);
  date.setUTCFullYear(known ? Number(year) : 2000, Number(part) - 1, Number(day ?? 1));
  if (part && /^\d\d$/.test(part)) {
    if (day && /^\d\d$/.test(day)) return (known ? DAY : DAY_OF_MONTH).format(date);
    return known ? MONTH.format(date) : "";
  }
  if (!known) return "";
  if (!part) return year;
  if (SEASONS[part]) return `${SEASONS[part]} ${year}`;
  const [, kind, number] = /^([WQH])(\d+)$/.exec(part) ?? [];
  if (kind === "Q") return `quarter ${number} of ${year}`;
  if (kind === "H") return `${number === "1" ? "first" : "second"} half of ${year}`;
  if (kind !== "W") return "";
  const monday = mondayOf(Number(year), Number(number));
  return day === "WE"
    ? `${DAY_OF_MONTH.format(plusDays(monday, 5))} to ${DAY.format(plusDays(monday, 6))}`
    : `${DAY_OF_MONTH.format(monday)} to ${DAY.format(plusDays(monday, 6))}`;
}

/** The Monday of an ISO week: 4 January is always in week 1. @type {(year: number, week: number) => Date} */
function mondayOf(year, week) {
  const fourth = new Date(0);
  fourth.setUTCFullYear(year, 0, 4);
  return plusDays(fourth, 7 * (week - 1) - ((fourth.getUTCDay() + 6) % 7));
}

/** @type {(date: Date, days: number) => Date} */
const plusDays = (date, days) => new Date(date.getTime() + days * 86_400_000);

/** @param {number} number */
function ordinal(number) {
  const end = number % 100 >= 11 && number % 100 <= 13 ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
  return `${number}${end}`;
}

/** A length of time or what comes again; empty if it is of unknown length. @param {string} value */
function lengthText(value) {
  const weekday = /^XXXX-WXX-(\d)/.exec(value);
  if (weekday) return `every ${WEEKDAYS[Number(weekday[1]) - 1]}`;
  const parts = [...value.matchAll(/(T?)(\d+(?:\.\d+)?)([YQMWDHS])/g)];
  let inTime = false;
  return parts
    .map(([, time, number, letter]) => {
      inTime ||= time === "T";
      const unit = UNITS[inTime ? `T${letter}` : letter] ?? letter;
      return `${number} ${unit}${number === "1" ? "" : "s"}`;
    })
    .join(" ");
}

/** @param {AmountValue} amount */
export function amountText({ amount, high, currency, unit, si, si_unit, approx }) {
  const number = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 4 });
  /** @param {number} value */
  const one = (value) => (currency ? money(value, currency) : number.format(value));
  const range = high === undefined ? one(amount) : `${one(amount)} to ${one(high)}`;
  const inSi = si !== undefined && si_unit && si_unit !== unit ? ` (${number.format(si)} ${si_unit})` : "";
  const suffix = unit === "%" ? "%" : unit ? ` ${unit}${inSi}` : "";
  return `${approx ? "about " : ""}${range}${suffix}`;
}

/** @type {(value: number, currency: string) => string} */
function money(value, currency) {
  try {
    return new Intl.NumberFormat("en-GB", {
      style: "currency",
      currency,
      trailingZeroDisplay: "stripIfInteger",
    }).format(value);
  } catch {
    // A file may have a code of another form.
    return `${value} ${currency}`;
  }
}

/** @param {PlaceValue} place a place, or the country of a people */
export const placeText = ({ name, kind, region, country }) =>
  [name ?? (country && countryName(country)), kind, region, country].filter(Boolean).join(" · ");

/** @param {string} code */
function countryName(code) {
  try {
    return new Intl.DisplayNames("en", { type: "region" }).of(code);
  } catch {
    // A file may have a code of another form.
    return "";
  }
}
