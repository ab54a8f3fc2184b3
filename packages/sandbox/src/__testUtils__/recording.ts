import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JsonObject } from '../objects/json';

// The recording of a real API server lies beside the project.
const FOLDER = join(__dirname, '../../../../../shared/cluster-recording');

/** An exchange that was recorded. */
export interface RecordedExchange {
  note: string;
  request: {
    method: string;
    path: string;
    headers?: Record<string, string>;
    body?: unknown;
  };
  response: {
    status: number;
    headers?: Record<string, string>;
    body?: unknown;
    stream?: { type: string; object: JsonObject }[];
  };
}

/** Whether the recording is there; says so where it is not. */
export function hasRecording(): boolean {
  const present = existsSync(join(FOLDER, 'protocol.json'));
  if (!present) {
    process.stdout.write(
      'skipped: ../shared/cluster-recording is not on this machine\n',
    );
  }
  return present;
}

/** The recorded exchanges. */
export function recordedExchanges(): RecordedExchange[] {
  return JSON.parse(readFileSync(join(FOLDER, 'protocol.json'), 'utf8'));
}

/** The recorded lists by their file names, as texts. */
export function recordedLists(): Map<string, string> {
  const folder = join(FOLDER, 'objects');
  return new Map(
    readdirSync(folder).map(name => [
      name,
      readFileSync(join(folder, name), 'utf8'),
    ]),
  );
}
