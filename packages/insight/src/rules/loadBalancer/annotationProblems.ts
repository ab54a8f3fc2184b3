import { AnnotationProblem } from '../../records/loadBalancer';
import { ServiceRecord } from '../../records/networking';
import { refOf } from '../../RecordSet';
import { Fault } from '../Rule';
import { listed } from '../words';

/**
 * How grave it is that the provider refuses something. What is refused now may
 * have been set up before; then it serves as it was.
 */
export function gravity(
  { addresses }: ServiceRecord,
  refused: boolean,
): Pick<Fault, 'severity'> {
  return {
    severity: refused && addresses.length === 0 ? 'error' : 'warning',
  };
}

/** What is wrong with the annotations whose keys match. */
export function problemsOf(
  { loadBalancer }: ServiceRecord,
  keys: RegExp,
): AnnotationProblem[] {
  return (loadBalancer?.problems ?? []).filter(({ annotation }) =>
    keys.test(annotation),
  );
}

/** The problems as the end of a sentence about the Service. */
export function problemText(problems: readonly AnnotationProblem[]): string {
  return `has ${listed(
    problems.map(
      ({ annotation, problem }) => `${annotation}, which ${problem}`,
    ),
  )}`;
}

/** A problem as evidence. */
export function problemEvidence(
  record: ServiceRecord,
  { annotation, problem }: AnnotationProblem,
) {
  return {
    object: refOf(record),
    field: `metadata.annotations[${annotation}]`,
    value: problem,
  };
}
