/** Starts the package's worker in a browser. */

// As a name and not in the expression: bundlers would take the file along a second time.
const SCRIPT = "./worker.js";

/**
 * @param {import("./client.js").Listener} listener
 * @param {import("./index.js").AnnotatorOptions["worker"]} given where the worker is, or a function that starts it
 * @param {string} home the address of the module that calls
 * @param {() => Worker} packaged starts the worker of the package
 */
export function startWorker(listener, given, home, packaged) {
  const address = typeof given === "string" ? given : given && "href" in given ? given.href : null;
  const worker =
    typeof given === "function"
      ? /** @type {Worker} */ (given())
      : address !== null
        ? workerAt(new URL(address, pageAddress()))
        : isElsewhere(home)
          ? workerAt(new URL(SCRIPT, home))
          : packaged();
  worker.onmessage = ({ data }) => listener.reply(data);
  worker.onerror = (event) => {
    event.preventDefault();
    const what = address ?? (typeof given === "function" ? "the worker" : new URL(SCRIPT, home).href);
    listener.broken(new Error(`${what} could not be started as a worker${event.message ? `: ${event.message}` : ""}`));
  };
  return worker;
}

/** Addresses of the caller are relative to the page. */
const pageAddress = () => (typeof document === "undefined" ? self.location.href : document.baseURI);

/** Whether a script is from another origin, such as that of a CDN or of an extension. @param {string} address */
const isElsewhere = (address) =>
  /^(https?|[\w-]+-extension):/.test(address) && new URL(address).origin !== self.location.origin;

/** @param {URL} address */
function workerAt(address) {
  if (!isElsewhere(address.href)) return new Worker(address, { type: "module" });
  // Browsers start workers of the page's own origin alone. This one is, and imports the other.
  const script = new Blob([`import ${JSON.stringify(address.href)};`], { type: "text/javascript" });
  const own = URL.createObjectURL(script);
  const worker = new Worker(own, { type: "module" });
  // The browser has read the address when the constructor returns, but not everywhere what is there.
  setTimeout(() => URL.revokeObjectURL(own), 60_000);
  return worker;
}
