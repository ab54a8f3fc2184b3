import { CollectTiming } from '../timing';

/** Waits that are short enough for tests. */
export const briefly: Partial<CollectTiming> = {
  grace: 100,
  heartbeat: 20,
  gather: 10,
  settle: 10,
  slowRetry: 50,
  firstRetry: 10,
  longestRetry: 100,
  longestProbe: 100,
  leaseRetry: 20,
};
