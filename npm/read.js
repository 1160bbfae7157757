/** Reads the package's files in a browser. */

/** @param {string | URL} address */
export async function read(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} could not be loaded (${response.status})`);
  return response.arrayBuffer();
}
