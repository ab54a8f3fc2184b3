import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { HostPosition } from '../../store/HostReader';

const positionSchema = z.tuple([z.string().max(255), z.number().int()]);

/** A position as an opaque text for callers. */
export function toCursor({ host, recordId }: HostPosition): string {
  return Buffer.from(JSON.stringify([host, recordId])).toString('base64url');
}

/** @throws InputError for what no page of hosts ever named. */
export function fromCursor(cursor: string): HostPosition {
  try {
    const text = Buffer.from(cursor, 'base64url').toString();
    const [host, recordId] = positionSchema.parse(JSON.parse(text));
    return { host, recordId };
  } catch {
    throw new InputError(
      'The cursor is none that GET /hosts gave. Ask for the first page, without one.',
    );
  }
}
