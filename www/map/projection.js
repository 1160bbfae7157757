/**
 * The projection of the map: Natural Earth, by Tom Patterson, with the polynomials of Bojan Šavrič (2011). It is a
 * compromise between shapes and sizes, and looks as people expect a map of the world to look.
 */

/** The size of the map. */
export const WIDTH = 1000;
export const HEIGHT = 520;

const X = [0.8707, -0.131979, -0.013791, 0.003971, -0.001529];
const Y = [1.007226, 0.015085, -0.044475, 0.028874, -0.005916];
/** Half the width of the projected world. */
const HALF = X[0] * Math.PI;
const SCALE = WIDTH / (2 * HALF);

/**
 * Where a place is on the map.
 * @param {number} lat degrees north
 * @param {number} lon degrees east
 * @returns {[number, number]}
 */
export function projected(lat, lon) {
  const [phi, lambda] = [(lat * Math.PI) / 180, (lon * Math.PI) / 180];
  const [p2, p4] = [phi ** 2, phi ** 4];
  const x = lambda * (X[0] + X[1] * p2 + p4 * (X[2] + p4 * (X[3] * p2 + X[4] * p4)));
  const y = phi * (Y[0] + p2 * (Y[1] + p4 * (Y[2] + Y[3] * p2 + Y[4] * p4)));
  return [WIDTH / 2 + x * SCALE, HEIGHT / 2 - y * SCALE];
}
