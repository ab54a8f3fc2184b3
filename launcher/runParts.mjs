import { startPart } from './startPart.mjs';

/**
 * Starts the parts of the portal and waits until each of them answers; those
 * marked `first` answer before the others start.
 *
 * @returns a promise per part that rejects when the part ends by itself
 * @throws {import('./failure.mjs').Failure} when a part does not come up
 */
export async function startParts({ parts, ...options }) {
  const ended = [];
  const start = part => {
    const started = startPart(part, options);
    ended.push(started.ended);
    return started.ready;
  };
  for (const part of parts.filter(({ first }) => first)) {
    await start(part);
  }
  const rest = parts.filter(({ first }) => !first).map(start);
  await Promise.race([Promise.all(rest), ...ended]);
  return ended;
}
