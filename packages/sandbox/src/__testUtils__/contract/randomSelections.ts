import { JsonObject, valueAt } from '../../objects/json';
import { ContractNamespace } from './ContractNamespace';
import { nameOf, Selects } from './ObjectHistory';
import { RUN_LABEL, Written, WRITTEN } from './randomObjects';

/** A part of what is written at random, which is listed and watched. */
export interface Selection {
  kind: Written;
  path: string;
  /** Parameters of the request; empty for everything of the kind. */
  query: string;
  /** What the parameters mean. */
  selects: Selects;
}

/** The selections that are watched: by labels, by fields, by both. */
export function randomSelections(namespace: ContractNamespace): Selection[] {
  return WRITTEN.flatMap(kind => {
    const path = namespace.at(kind);
    const selection = (query: string, selects: Selects): Selection => ({
      kind,
      path,
      query,
      selects,
    });
    return [
      selection('', () => true),
      selection(
        `labelSelector=${encodeURIComponent('color=red')}`,
        object => labelOf(object, 'color') === 'red',
      ),
      selection(
        `labelSelector=${encodeURIComponent(
          'color notin (red)',
        )}&fieldSelector=${encodeURIComponent('metadata.name!=b')}`,
        object => labelOf(object, 'color') !== 'red' && nameOf(object) !== 'b',
      ),
      selection(
        `fieldSelector=${encodeURIComponent('metadata.name=a')}`,
        object => nameOf(object) === 'a',
      ),
      {
        kind,
        path: namespace.everywhere(kind),
        query: `labelSelector=${encodeURIComponent(
          `${RUN_LABEL}=${namespace.name}`,
        )}`,
        selects: object => labelOf(object, RUN_LABEL) === namespace.name,
      },
      ...(kind === 'pods'
        ? [
            selection(
              `fieldSelector=${encodeURIComponent('status.phase=Failed')}`,
              object => valueAt(object, 'status.phase') === 'Failed',
            ),
          ]
        : []),
    ];
  });
}

// Label keys contain dots, so that they are no paths.
function labelOf(object: JsonObject, key: string): unknown {
  const labels = valueAt(object, 'metadata.labels');
  return (labels as JsonObject | undefined)?.[key];
}
