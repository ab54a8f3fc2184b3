/**
 * How many objects one write transaction handles: SQLite works on the event
 * loop's thread, and more would hold it up for too long.
 */
export const CHANGES_PER_WRITE = 25;
