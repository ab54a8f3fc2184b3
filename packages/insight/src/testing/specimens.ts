import { RecordKind } from '../record';
import { autoscaling } from './specimens/autoscaling';
import { cluster } from './specimens/cluster';
import { configuration } from './specimens/configuration';
import { names } from './specimens/names';
import { networking } from './specimens/networking';
import { observations } from './specimens/observations';
import { workloads } from './specimens/workloads';

/**
 * One object of every kind, with about every field that its projection reads,
 * and a secret in every place that may hold one.
 */
export const specimens: Record<RecordKind, object> = {
  ...autoscaling,
  ...cluster,
  ...configuration,
  ...names,
  ...networking,
  ...observations,
  ...workloads,
};

/** The same, to walk through. */
export const everySpecimen = Object.entries(specimens) as [
  RecordKind,
  object,
][];
