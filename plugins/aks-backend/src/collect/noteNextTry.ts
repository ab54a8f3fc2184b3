import { LoggerService } from '@backstage/backend-plugin-api';
import { ClusterWriter } from '../store/ClusterStore';
import { LeaseLostError } from '../store/LeaseLostError';
import { asError } from './asError';

/** Keeps when a cluster that does not answer is tried again. */
export async function noteNextTry(
  writer: ClusterWriter,
  {
    clock,
    logger,
  }: {
    clock: () => number;
    logger: LoggerService;
  },
  /** From now, in milliseconds. */
  wait: number,
): Promise<void> {
  try {
    await writer.noteNextTry(new Date(clock() + wait).toISOString());
  } catch (error) {
    if (error instanceof LeaseLostError) {
      throw error;
    }
    logger.warn(
      'Could not store when the cluster is tried next',
      asError(error),
    );
  }
}
