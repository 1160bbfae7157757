/** Reads the package's files in a browser. */

/** @param {string | URL} address */
export async function read(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return response.arrayBuffer();
}
