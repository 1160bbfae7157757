/**
 * Gives a file to the browser to be saved.
 * @param {import("./client.js").ExportedFile} file
 */
export function download({ name, type, bytes }) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type }));
  link.download = name;
  link.click();
  // The browser has its own hold on the file once the download has begun.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
