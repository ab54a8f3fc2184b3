import { HopFinding } from '../exposure';
import { Freshness } from '../freshness';
import { RecordKind } from '../record';

/** What pages say where a kind that a hop needs is not known. */
export interface SourceGap {
  status: string;
  clause: string;
  finding: HopFinding;
}

interface Wording {
  rule: string;
  status: string;
  title: string;
  clause(kind: RecordKind): string;
  remedy: string;
}

const WORDINGS: Record<
  Exclude<Freshness['state'], 'live' | 'stale'>,
  Wording
> = {
  forbidden: {
    rule: 'SR01',
    status: 'may not be read',
    title: 'The portal may not read this kind',
    clause: kind => `the portal may not read objects of kind ${kind} here`,
    remedy:
      "Bind the portal's read-only ClusterRole to its identity on this cluster.",
  },
  absent: {
    rule: 'SR02',
    status: 'not served',
    title: 'The cluster does not serve this kind',
    clause: kind => `the cluster does not serve the kind ${kind}`,
    remedy: 'Check the version of the cluster and the APIs it has enabled.',
  },
  unreachable: {
    rule: 'SR03',
    status: 'cluster not reached',
    title: 'The cluster was never reached',
    clause: () => 'the cluster does not answer the portal',
    remedy:
      'Check the address, certificate and network path that the portal uses for this cluster.',
  },
  pending: {
    rule: 'SR04',
    status: 'being read',
    title: 'The first listing is under way',
    clause: kind => `objects of kind ${kind} are still being read`,
    remedy: 'Wait a moment.',
  },
};

/** Why a kind is not known; undefined for one that is. */
export function sourceGap(
  kind: RecordKind,
  { state, message }: Freshness,
): SourceGap | undefined {
  if (state === 'live' || state === 'stale') {
    return undefined;
  }
  const { rule, status, title, clause, remedy } = WORDINGS[state];
  return {
    status,
    clause: clause(kind),
    finding: {
      rule,
      severity: 'info',
      title,
      cause: message ?? `Not known: ${clause(kind)}.`,
      remedy: { text: remedy },
    },
  };
}
