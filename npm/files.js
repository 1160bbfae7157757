/**
 * Reads the package's files, from the package or from where the caller has put them. What goes wrong names the file.
 *
 * @typedef {import("./index.js").FileSource} FileSource
 * @typedef {(address: string | URL) => Promise<BufferSource>} Read
 * @typedef {(options: {module_or_path: WebAssembly.Module}) => Promise<unknown>} Start
 */

/**
 * @template Part
 * @typedef {(file: URL, read: Read) => Part} CreatePart
 */

import { mustBeObject } from "./check.js";
import { once } from "./once.js";

/** @param {FileSource} file @returns {file is BufferSource} */
const isData = (file) => file instanceof ArrayBuffer || ArrayBuffer.isView(file) || isShared(file);

/** @param {unknown} file */
const isShared = (file) => typeof SharedArrayBuffer !== "undefined" && file instanceof SharedArrayBuffer;

/** The address of a file, if it is not its bytes. @param {FileSource} file */
const addressOf = (file) => (typeof file === "string" ? file : "href" in Object(file) ? Object(file).href : null);

/** What messages call a file. @param {FileSource} file @param {string} what */
const nameOf = (file, what) => addressOf(file) ?? `the given ${what}`;

/** @param {unknown} error */
const reason = (error) => (error instanceof Error ? error.message : String(error));

/**
 * @param {FileSource} file
 * @param {string} what it is called in messages
 * @param {Read} read
 * @returns {Promise<BufferSource>}
 */
export async function bytesOf(file, what, read) {
  if (isData(file)) return file;
  const address = typeof file === "string" ? file : addressOf(file) && new URL(addressOf(file));
  if (!address) throw new TypeError(`the ${what} must be an address, or its bytes`);
  try {
    return await read(address);
  } catch (error) {
    throw new Error(`${nameOf(file, what)} could not be loaded: ${reason(error)}`, { cause: error });
  }
}

/** The same bytes as an array, without a copy. @param {import("./index.js").Bytes} data */
export const bytesIn = (data) =>
  ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data);

/**
 * @param {FileSource} file
 * @param {string} what
 * @param {Read} read
 */
export async function compiled(file, what, read) {
  const bytes = await bytesOf(file, what, read);
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    throw new Error(`${nameOf(file, what)} is not the ${what}, or cannot run here: ${reason(error)}`, { cause: error });
  }
}

/**
 * A WebAssembly module that is loaded by the first call.
 * @param {URL} own its place in the package
 * @param {string} what
 * @param {Read} read
 * @param {Start} start
 */
export function createModuleLoader(own, what, read, start) {
  /** @type {FileSource} */
  let from = own;
  const loaded = once(async () => start({ module_or_path: await compiled(from, what, read) }));
  return {
    loaded,
    /** Loads it in advance, or from another place. @param {import("./index.js").ModuleFile} [file] */
    async load(file = {}) {
      mustBeObject(file, "the file");
      from = file.wasm ?? own;
      await loaded().catch((error) => {
        from = own;
        throw error;
      });
    },
  };
}

/**
 * A part of the package with a WebAssembly module of its own. The package has it once for browsers and once for Node, which
 * tell where the module is and how it is read.
 * @template {{load: (file?: import("./index.js").ModuleFile) => Promise<void>}} Part
 * @param {string} what the module is called in messages
 * @param {Start} start
 * @param {(loaded: () => Promise<unknown>) => Omit<Part, "load">} functions
 * @returns {CreatePart<Part>}
 */
export const createPart = (what, start, functions) => (file, read) => {
  const { load, loaded } = createModuleLoader(file, what, read, start);
  return /** @type {Part} */ ({ load, ...functions(loaded) });
};
