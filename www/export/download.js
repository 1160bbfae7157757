/** Saving files. */

/** Has the browser save a file. @param {import("./client.js").ExportedFile} file */
export function download({ name, type, bytes }) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type }));
  link.download = name;
  link.click();
  // The browser keeps its own reference to the data once the download has begun.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
