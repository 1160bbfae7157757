/** A file that is not taken; its message is the sentence that says why. */
export class UserError extends Error {}
