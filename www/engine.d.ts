/** What wasm-bindgen makes of crates/wasm; the file itself is put there by the build. */
declare module "*/engine/newsmark.js" {
  export default function init(options: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  export function initSync(options: { module: BufferSource | WebAssembly.Module }): void;
  export class Annotator {
    constructor(model: Uint8Array);
    annotate(
      text: string,
      date?: string,
      onProgress?: (share: number) => void,
    ): import("./document/types.js").NewsDocument;
    readonly model: string;
    readonly versions: { newsmark: string; schema: number; model: string };
  }
  export function warmUp(): void;
  export function serve(model: Uint8Array): void;
}
declare module "*/engine/export.js" {
  export default function init(options: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  export function initSync(options: { module: BufferSource }): void;
  export function exportAs(
    format: string,
    newsmarkFile: string,
  ): { name: string; type: string; bytes: Uint8Array<ArrayBuffer>; free(): void };
  export function importAnnotations(text: string, annotations: string): string;
}
declare module "*/engine/extract.js" {
  export default function init(options: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  export function initSync(options: { module: BufferSource }): void;
  export function extractPage(html: string): string;
  export function extractFragment(html: string): string;
  export function extractPlain(text: string): string;
}
declare module "*/engine/documents.js" {
  export default function init(options: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  export function initSync(options: { module: BufferSource }): void;
  export function readDocument(name: string, bytes: Uint8Array): string;
}
declare module "*/engine/places.js" {
  export default function init(options: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  export function initSync(options: { module: BufferSource }): void;
  export function resolvePlaces(text: string, document: string): string;
  export function placesNamed(name: string): string;
}
declare module "*/engine/corrections.js" {
  export default function init(options: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  export class Corrector {
    constructor(text: string, found: string);
    apply(corrections: string): string;
    countPlacesLike(start: number, end: number, corrections: string): number;
    reanchor(after: string, history: string): string;
    free(): void;
  }
  export function applyCorrections(text: string, found: string, corrections: string): string;
  export function reanchor(before: string, after: string, history: string): string;
  export function checkHistory(text: string, history: string): void;
}
