import {
  HostListQuery,
  hostListQuerySchema,
} from '@backstage-aks/plugin-aks-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** What the page asks for, kept in its address so that it can be shared. */
export function useHostQuery(): {
  query: HostListQuery;
  /** Asks for something else as well, from the first page on. */
  narrow: (changes: Partial<HostListQuery>) => void;
  /** Goes to another page of the same list. */
  goTo: (cursor: string | undefined) => void;
} {
  const [parameters, setParameters] = useSearchParams();
  const text = parameters.toString();
  const query = useMemo(() => readQuery(text), [text]);

  const change = useCallback(
    (changes: Partial<HostListQuery>, options?: { replace: boolean }) =>
      setParameters(before => {
        const next = new URLSearchParams(before);
        for (const [key, value] of Object.entries(changes)) {
          const written = String(value ?? '');
          if (written === '') {
            next.delete(key);
          } else {
            next.set(key, written);
          }
        }
        return next;
      }, options),
    [setParameters],
  );
  const narrow = useCallback(
    (changes: Partial<HostListQuery>) =>
      // Typing must not leave one step in the history for each letter.
      change({ ...changes, cursor: undefined }, { replace: true }),
    [change],
  );
  const goTo = useCallback(
    (cursor: string | undefined) => change({ cursor }),
    [change],
  );
  return { query, narrow, goTo };
}

// An address may have been typed by hand: what cannot be used is left out.
function readQuery(text: string): HostListQuery {
  const read: Record<string, unknown> = {};
  for (const [key, value] of new URLSearchParams(text)) {
    const schema =
      hostListQuerySchema.shape[key as keyof typeof hostListQuerySchema.shape];
    const parsed = schema?.safeParse(value);
    if (parsed?.success && value !== '') {
      read[key] = parsed.data;
    }
  }
  return read;
}
