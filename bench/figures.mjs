// Medians and quartiles, because a single figure from a shared machine means little.

export function quantile(values, at) {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (sorted.length - 1) * at;
  const below = sorted[Math.floor(rank)];
  return below + (sorted[Math.ceil(rank)] - below) * (rank % 1);
}

/** Median and quartiles of a series of measurements. */
export const spread = (values) => ({
  median: quantile(values, 0.5),
  low: quantile(values, 0.25),
  high: quantile(values, 0.75),
});

/** As text, with this number of decimal places. */
export function shown({ median, low, high }, digits = 2) {
  const one = (x) => x.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return `${one(median)} (${one(low)} to ${one(high)})`;
}

/** The exponent with which times grow with sizes (1 is linear), by least squares on the logarithms. */
export function exponent(sizes, times) {
  const x = sizes.map(Math.log);
  const y = times.map(Math.log);
  const mean = (v) => v.reduce((a, b) => a + b, 0) / v.length;
  const [mx, my] = [mean(x), mean(y)];
  return x.reduce((s, v, i) => s + (v - mx) * (y[i] - my), 0) / x.reduce((s, v) => s + (v - mx) ** 2, 0);
}
