// API servers end watches after a random time of this order themselves.
const WATCH_SECONDS = { least: 240, most: 480 };

/** After how many seconds a cluster is asked to end a watch. */
export function watchSeconds(): number {
  const { least, most } = WATCH_SECONDS;
  return Math.round(least + Math.random() * (most - least));
}
