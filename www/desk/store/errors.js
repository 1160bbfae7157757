/** Error messages about the storage of collections. */

import { storageErrorMessage } from "../../storage/errors.js";

/** @param {unknown} error */
export function deskStorageMessage(error) {
  if (error instanceof Error && error.name === "QuotaExceededError")
    return "The browser’s storage is full. What is here stays here. Delete collections or articles that you no longer need, then continue.";
  return storageErrorMessage(error);
}
