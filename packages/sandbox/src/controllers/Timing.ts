/**
 * How long things take in a sandbox cluster, in milliseconds of its clock.
 *
 * @public
 */
export interface Timing {
  /** From a pod's creation to its node. */
  schedule: number;
  /** From the node to running containers. */
  start: number;
  /** From running to ready. */
  ready: number;
  /** From the wish to end a pod to its end. */
  terminate: number;
  /** From the start of a job's pod to its success. */
  complete: number;
  /** From a wish for an address outside to the address. */
  address: number;
  /** From a change of a workload to the look of its autoscaler. */
  autoscale: number;
  /** Before a crashed container starts again; doubled each time. */
  backOff: number;
  /** From a kubelet's last word to a node that is not ready. */
  silence: number;
}

/** Fast enough to wait for, slow enough to watch. */
export const defaultTiming: Timing = {
  schedule: 10,
  start: 150,
  ready: 150,
  terminate: 150,
  complete: 300,
  address: 100,
  autoscale: 500,
  backOff: 10_000,
  silence: 500,
};
