import { notAcceptable } from '../errors/refusals';

/** The forms in which objects can be asked for. */
export type Representation = 'object' | 'table' | 'metadata';

const ACCEPTED = [
  'application/json',
  'application/yaml',
  'application/vnd.kubernetes.protobuf',
];

/** What the `accept` header asks for, for one object or for a list. */
export function requestedRepresentation(
  accept: string | undefined,
): Representation {
  const clauses = (accept ?? '*/*').split(',').map(parseClause);
  for (const { type, parameters } of clauses) {
    if (!['application/json', 'application/*', '*/*'].includes(type)) {
      continue;
    }
    const kind = parameters.get('as');
    if (kind === undefined) {
      return 'object';
    }
    const known =
      parameters.get('g') === 'meta.k8s.io' && parameters.get('v') === 'v1';
    if (kind === 'Table' && known) {
      return 'table';
    }
    if (
      known &&
      (kind === 'PartialObjectMetadata' || kind === 'PartialObjectMetadataList')
    ) {
      return 'metadata';
    }
  }
  throw notAcceptable(ACCEPTED);
}

/** Whether the `accept` header asks for aggregated discovery. */
export function wantsAggregatedDiscovery(accept: string | undefined): boolean {
  return (accept ?? '')
    .split(',')
    .map(parseClause)
    .some(
      ({ type, parameters }) =>
        type === 'application/json' &&
        parameters.get('g') === 'apidiscovery.k8s.io' &&
        parameters.get('v') === 'v2' &&
        parameters.get('as') === 'APIGroupDiscoveryList',
    );
}

function parseClause(clause: string) {
  const [type, ...rest] = clause.split(';').map(part => part.trim());
  const parameters = new Map(
    rest.map((part): [string, string] => {
      const [key, value = ''] = part.split('=');
      return [key, value];
    }),
  );
  return { type, parameters };
}
