/** Gives the files in an archive different names. Some file systems do not distinguish upper and lower case. */
export function createNames() {
  /** @type {Set<string>} */
  const taken = new Set();
  return (/** @type {string} */ stem) => {
    let free = stem;
    for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${stem}-${number}`;
    taken.add(free.toLowerCase());
    return free;
  };
}
