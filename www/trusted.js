/**
 * The page's only Trusted Types policy. The content security policy lets a string become markup, or the address of a
 * script, only if it has passed this policy. (Browsers without Trusted Types rely on the rest of the content security
 * policy.) So everything that could ever execute a string is in this file and can be reviewed here.
 *
 * The policy itself is private to this file; the two functions below are all that other modules can use.
 */

const policy = globalThis.window?.trustedTypes?.createPolicy("newsmark", {
  // Only inertTree() calls this.
  createHTML: (html) => html,
  createScriptURL(address) {
    const { protocol, href } = new URL(address, document.baseURI);
    // A worker's program (worker/start.js), or a script in the page's own folder.
    const ours = protocol === "blob:" || href.startsWith(new URL("./", document.baseURI).href);
    if (!ours) throw new TypeError(`${address} is not a script of this page`);
    return address;
  },
});

/**
 * Parses markup into a tree without a window: scripts in it do not run, images are not fetched.
 * @param {string} html
 */
export function inertTree(html) {
  return new DOMParser().parseFromString(/** @type {string} */ (policy?.createHTML(html) ?? html), "text/html");
}

/**
 * Approves the address of one of this page's scripts.
 * @param {string} address
 */
export function scriptAddress(address) {
  return /** @type {string} */ (policy?.createScriptURL(address) ?? address);
}
