/** Saving files. */

/** Has the browser save a file. @param {import("./client.js").ExportedFile} file */
export const download = ({ name, type, bytes }) => save(name, new Blob([bytes], { type }));

/** @param {string} name @param {Blob} blob */
export function save(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser keeps its own reference to the data once the download has begun.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
