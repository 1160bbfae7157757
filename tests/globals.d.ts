// biome-ignore-all lint/suspicious/noExplicitAny: their types are known only to the functions that use them

/**
 * Functions that a test or the benchmark passes to a page run there and use the page's elements, whose kind the author
 * knows and the compiler does not, and names that the test has put on the window.
 */
interface Element {
  value: any;
  hidden: boolean;
  readOnly: boolean;
  open: boolean;
  title: string;
  dataset: DOMStringMap;
  options: HTMLOptionsCollection;
  click(): void;
  blur(): void;
}
interface Node {
  length: number;
}
interface AbstractRange {
  getBoundingClientRect(): DOMRect;
}
interface Window {
  __heard?: any[];
  axe: any;
  copied: any;
  edits: any;
  ends: any;
  files: any;
  full: boolean;
  hit: any;
  race: any;
  ready: boolean;
  recogito: any;
  seen: any;
}
interface Uint8Array {
  toBase64(): string;
}
