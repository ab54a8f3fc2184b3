import { WatchStart } from './KindWatch';
import { listInPages, ListInPagesOptions } from './listInPages';
import { StreamingLists } from './StreamingLists';
import { NoStreamingListsError, streamKind } from './streamKind';

/**
 * Lists a kind into the store: by a stream where that is wanted and served, else
 * in pages. Returns from where to watch on.
 */
export async function listKind(
  options: ListInPagesOptions & { streaming: StreamingLists },
  signal: AbortSignal,
): Promise<Omit<WatchStart, 'stop'>> {
  const { streaming, kind } = options;
  if (!streaming.serves(kind)) {
    return listInPages(options, signal);
  }
  // What is open of a stream must not outlive its failure.
  const failed = new AbortController();
  try {
    return await streamKind(options, AbortSignal.any([signal, failed.signal]));
  } catch (error) {
    failed.abort();
    if (!(error instanceof NoStreamingListsError)) {
      throw error;
    }
  }
  streaming.refused(kind);
  return listInPages(options, signal);
}
