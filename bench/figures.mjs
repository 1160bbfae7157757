// Medians and quartiles: a machine that does other things as well gives no single figure.

export function quantile(values, at) {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * at;
  const below = sorted[Math.floor(place)];
  return below + (sorted[Math.ceil(place)] - below) * (place % 1);
}

/** Median and quartiles of a row of measurements. */
export const spread = (values) => ({
  median: quantile(values, 0.5),
  low: quantile(values, 0.25),
  high: quantile(values, 0.75),
});

/** As text, with so many digits behind the point. */
export function shown({ median, low, high }, digits = 2) {
  const one = (x) => x.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return `${one(median)} (${one(low)} to ${one(high)})`;
}

/** The exponent with which times grow with sizes: 1 is linear. Least squares on the logarithms. */
export function exponent(sizes, times) {
  const x = sizes.map(Math.log);
  const y = times.map(Math.log);
  const mean = (v) => v.reduce((a, b) => a + b, 0) / v.length;
  const [mx, my] = [mean(x), mean(y)];
  return x.reduce((s, v, i) => s + (v - mx) * (y[i] - my), 0) / x.reduce((s, v) => s + (v - mx) ** 2, 0);
}
