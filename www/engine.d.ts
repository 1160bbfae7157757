/** What wasm-bindgen makes of src/wasm; the file itself is put there by the build. */
declare module "*/engine/newsmark.js" {
  export function initSync(options: { module: BufferSource }): void;
  export function serve(model: Uint8Array): void;
}
