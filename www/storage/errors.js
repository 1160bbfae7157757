/**
 * What can be wrong with a browser's storage, in sentences.
 */

const NOT_KEPT = "What you do here is lost when this page is closed";

/** @type {Record<string, string>} names of the browser's errors */
const SENTENCES = {
  QuotaExceededError:
    "This browser has no room left to keep the article. It stays here while this page is open. To make room, forget older articles.",
  VersionError: `A newer version of Newsmark has kept articles in this browser, and this older one cannot read them. They are still there. ${NOT_KEPT}. Reload the page to get the newer version.`,
};

const BLOCKED = `This browser does not let the page keep anything. ${NOT_KEPT}: copy what you need first.`;

/** Another tab has a newer page, which has the storage now. */
export const SUPERSEDED = `A newer version of Newsmark is open in another tab. ${NOT_KEPT}. Reload it to get the newer version.`;

/** @param {unknown} error */
export function storageErrorMessage(error) {
  return (error instanceof Error && SENTENCES[error.name]) || BLOCKED;
}
