/** The script of a worker. It exports nothing: give its address to `createAnnotator`, as `worker`. */
export {};
