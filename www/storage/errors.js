/** Error messages about the browser's storage. */

const WILL_BE_LOST = "Your work here will be lost when you close this page";

/** @type {Record<string, string>} names of the browser's errors */
const SENTENCES = {
  QuotaExceededError:
    "The browser’s storage is full, so this article cannot be saved. It stays here while the page is open. Delete older articles to make room.",
  VersionError: `A newer version of Newsmark has saved articles in this browser, and this version cannot read them. They have not been deleted. ${WILL_BE_LOST}. Reload the page to update.`,
};

const BLOCKED = `This browser does not allow the page to save anything. ${WILL_BE_LOST}. Copy what you need first.`;

/** Another tab has a newer version of the page, which has taken over the storage. */
export const SUPERSEDED = `A newer version of Newsmark is open in another tab. ${WILL_BE_LOST}. Reload this page to update.`;

/** @param {unknown} error */
export function storageErrorMessage(error) {
  return (error instanceof Error && SENTENCES[error.name]) || BLOCKED;
}
