/** Completes transactions: all of it is stored, or nothing. */

/**
 * Makes the last requests of a transaction and waits until it is complete. If one cannot even be made, nothing is stored.
 * @param {import("idb").IDBPTransaction<any, any, "readwrite">} transaction
 * @param {Iterable<Promise<unknown>>} requests
 */
export async function complete(transaction, requests) {
  try {
    quietly(requests);
  } catch (error) {
    transaction.done.catch(() => {});
    transaction.abort();
    throw error;
  }
  await transaction.done;
}

/** A failed request aborts its transaction, which reports the error. @param {Iterable<Promise<unknown>>} requests */
export function quietly(requests) {
  for (const request of requests) request.catch(() => {});
}
