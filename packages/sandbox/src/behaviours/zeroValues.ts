/**
 * What the server's empty object contains: the parts that are no pointers.
 * They show in bookmarks, and they decide whether a manager owns a part as a
 * whole or only the fields in it.
 */
export const zeroPodSpec = { containers: null };

/** The empty pod template. */
export const zeroTemplate = { metadata: {}, spec: zeroPodSpec };
