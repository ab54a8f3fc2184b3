import { existsSync, readdirSync, readFileSync } from 'fs';
import { resolve } from 'path';
import { kinds } from '../kinds';
import { RecordKind } from '../record';

// Lies beside the project, not in it; see the architecture page.
const FOLDER = resolve(
  __dirname,
  '../../../../../shared/cluster-recording/objects',
);

const isThere = existsSync(FOLDER);

/** Tests of what a real API server answered; without it, the reason is said. */
// eslint-disable-next-line jest/no-disabled-tests -- not part of the repository
export const describeRecording = isThere ? describe : describe.skip;

if (!isThere) {
  // eslint-disable-next-line no-console -- a skip has to say its reason
  console.warn(`Tests on the recording are skipped: there is no ${FOLDER}`);
}

/**
 * Every recorded object of a kind that is projected, without the Events that
 * tell of no trouble: these have no record.
 */
export function recordedObjects(): { kind: RecordKind; object: object }[] {
  if (!isThere) {
    return [];
  }
  return readdirSync(FOLDER).flatMap(file => {
    const list = JSON.parse(readFileSync(resolve(FOLDER, file), 'utf8'));
    const kind = kinds.find(known => `${known.kind}List` === list.kind)?.kind;
    const items: { type?: string }[] = list.items;
    return kind
      ? items
          .filter(({ type }) => kind !== 'Event' || type === 'Warning')
          .map(object => ({ kind, object }))
      : [];
  });
}
