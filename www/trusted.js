/**
 * The page's only Trusted Types policy. The content security policy lets a string become the address of a script only if
 * it has passed this policy, and never lets a string become markup. (Browsers without Trusted Types rely on the rest of the content security
 * policy.) So everything that could ever execute a string is in this file and can be reviewed here.
 *
 * The policy itself is private to this file; the function below is all that other modules can use.
 */

const policy = globalThis.window?.trustedTypes?.createPolicy("newsmark", {
  createScriptURL(address) {
    const { protocol, href } = new URL(address, document.baseURI);
    // A worker's program (worker/start.js), or a script in the page's own folder.
    const ours = protocol === "blob:" || href.startsWith(new URL("./", document.baseURI).href);
    if (!ours) throw new TypeError(`${address} is not a script of this page`);
    return address;
  },
});

/**
 * Approves the address of one of this page's scripts.
 * @param {string} address
 */
export function scriptAddress(address) {
  return /** @type {string} */ (policy?.createScriptURL(address) ?? address);
}
