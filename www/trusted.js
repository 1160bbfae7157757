/**
 * The page's one Trusted Types policy. The content security policy lets a string become markup, or the
 * address of a script, only if this policy has passed it (browsers that know no Trusted Types rest on the
 * rest of it). So what could ever run something is in this file, and all of it can be read here.
 *
 * The policy itself stays here: others get the two things that are made with it.
 */

const policy = globalThis.window?.trustedTypes?.createPolicy("newsmark", {
  // Only inertTree() asks for it.
  createHTML: (html) => html,
  createScriptURL(address) {
    const { protocol, href } = new URL(address, document.baseURI);
    // A worker's program (worker/start.js), or a script that lies beside the page.
    const ours = protocol === "blob:" || href.startsWith(new URL("./", document.baseURI).href);
    if (!ours) throw new TypeError(`${address} is no script of this page`);
    return address;
  },
});

/**
 * Markup as a tree that no window shows: no script in it runs, no picture is fetched.
 * @param {string} html
 */
export function inertTree(html) {
  return new DOMParser().parseFromString(/** @type {string} */ (policy?.createHTML(html) ?? html), "text/html");
}

/**
 * The address of a script of this page, for whatever starts it.
 * @param {string} address
 */
export function scriptAddress(address) {
  return /** @type {string} */ (policy?.createScriptURL(address) ?? address);
}
