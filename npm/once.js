/**
 * A function that loads something with its first call and gives the same to the next ones. After a failure, the next call
 * tries again.
 * @template T
 * @param {() => Promise<T>} load
 * @returns {() => Promise<T>}
 */
export function once(load) {
  /** @type {Promise<T>|null} */
  let loading = null;
  return () => {
    if (loading !== null) return loading;
    const started = load();
    loading = started;
    // Callers see the failure.
    started.catch(() => {
      if (loading === started) loading = null;
    });
    return started;
  };
}
