import type { ClusterState } from '../cluster/ClusterState';
import { badRequest, invalid } from '../errors/refusals';
import {
  forbiddenField,
  invalidValue,
  notSupported,
} from '../errors/fieldErrors';
import { StatusError } from '../errors/StatusError';
import { KindDefinition, resourceKey } from '../kinds/KindDefinition';
import { KubernetesObject } from '../objects/KubernetesObject';
import {
  FieldSelector,
  matchesFields,
  requestedFields,
} from '../selectors/fieldSelector';
import { meetsLabels, requestedLabels } from '../selectors/labelSelector';
import {
  decodeContinueToken,
  encodeContinueToken,
  ListPosition,
} from './continueToken';
import { ListMeta } from './rendering';
import { wholeNumber } from './writeParameters';

/** One page of a list. */
export interface ListPage {
  objects: KubernetesObject[];
  metadata: ListMeta;
}

interface ListRequest {
  kind: KindDefinition;
  namespace?: string;
  parameters: URLSearchParams;
}

const TOO_OLD_CONTINUE =
  'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing with the provided token results in an inconsistent list - objects that were created, modified, or deleted between the time the first chunk was returned and now may show up in the list.';

/** Lists as the server does. @throws StatusError 400, 410, 504 */
export function listObjects(
  { store }: ClusterState,
  { kind, namespace, parameters }: ListRequest,
): ListPage {
  const labels = requestedLabels(parameters.get('labelSelector'));
  const fields = requestedFields(kind, parameters.get('fieldSelector'));
  checkVersionMatch(parameters);
  const position = startOf(parameters);
  const revision = revisionOf(store, parameters, position);
  const prefix = namespace === undefined ? '' : `${namespace}/`;
  const start = position && prefix + position.start.replace(/^\//, '');

  const entries = store
    .entriesAt(resourceKey(kind), revision, prefix)
    .filter(
      ([key, object]) =>
        (!start || key >= start) &&
        meetsLabels(labels, object.metadata.labels) &&
        matchesFields(fields, object),
    );
  const limit = pageLimit(parameters, position);
  const page = entries.slice(0, limit);
  const rest = entries.length - page.length;
  const lastKey = page[page.length - 1]?.[0].slice(prefix.length);
  return {
    objects: page.map(([, object]) => object),
    metadata: {
      resourceVersion: String(revision),
      ...(rest > 0 && {
        continue: encodeContinueToken({ revision, start: `/${lastKey}\0` }),
        // A selector makes the count unknown to the real server.
        ...(isUnfiltered(labels, fields) && { remainingItemCount: rest }),
      }),
    },
  };
}

function isUnfiltered(labels: readonly unknown[], fields: FieldSelector) {
  return labels.length === 0 && fields.length === 0;
}

function startOf(parameters: URLSearchParams): ListPosition | undefined {
  const token = parameters.get('continue');
  if (!token) {
    return undefined;
  }
  const version = parameters.get('resourceVersion');
  if (version && version !== '0') {
    throw badRequest(
      'specifying resource version is not allowed when using continue',
    );
  }
  return decodeContinueToken(token);
}

function revisionOf(
  store: ClusterState['store'],
  parameters: URLSearchParams,
  position: ListPosition | undefined,
): number {
  const current = store.revision;
  if (position) {
    if (position.revision < 0) {
      return current;
    }
    if (position.revision < store.compactedRevision) {
      throw new StatusError({
        code: 410,
        reason: 'Expired',
        message: TOO_OLD_CONTINUE,
        continueToken: encodeContinueToken({ ...position, revision: -1 }),
      });
    }
    return Math.min(position.revision, current);
  }
  return requestedRevision(store, parameters);
}

function requestedRevision(
  store: ClusterState['store'],
  parameters: URLSearchParams,
): number {
  const requested = parseVersion(parameters.get('resourceVersion'));
  if (requested > store.revision) {
    throw tooLarge(requested, store.revision);
  }
  const match = parameters.get('resourceVersionMatch');
  const exact =
    match === 'Exact' ||
    (!match && requested > 0 && Number(parameters.get('limit') ?? 0) > 0);
  if (!exact) {
    return store.revision;
  }
  if (requested < store.compactedRevision) {
    throw new StatusError({
      code: 410,
      reason: 'Expired',
      message: 'The resourceVersion for the provided list is too old.',
    });
  }
  return requested;
}

/** Reads a resourceVersion parameter; 0 where it is absent. */
export function parseVersion(text: string | null): number {
  if (text === null || text === '') {
    return 0;
  }
  if (!/^\d+$/.test(text)) {
    throw invalid({ group: 'meta.k8s.io', kind: 'ListOptions' }, '', [
      invalidValue(
        'resourceVersion',
        text,
        `strconv.ParseUint: parsing ${JSON.stringify(text)}: invalid syntax`,
      ),
    ]);
  }
  return Number(text);
}

function tooLarge(requested: number, current: number): StatusError {
  return new StatusError({
    code: 504,
    reason: 'Timeout',
    message: `Too large resource version: ${requested}, current: ${current}`,
    details: {
      causes: [
        {
          reason: 'ResourceVersionTooLarge',
          message: 'Too large resource version',
        },
      ],
      retryAfterSeconds: 1,
    },
  });
}

function pageLimit(
  parameters: URLSearchParams,
  position: ListPosition | undefined,
): number {
  const limit = wholeNumber(parameters.get('limit') || 0);
  // resourceVersion=0 answers from the watch cache, which knows no pages.
  const fromCache = !position && parameters.get('resourceVersion') === '0';
  return limit > 0 && !fromCache ? limit : Infinity;
}

function checkVersionMatch(parameters: URLSearchParams): void {
  if (parameters.get('sendInitialEvents')) {
    throw invalid({ group: 'meta.k8s.io', kind: 'ListOptions' }, '', [
      forbiddenField(
        'sendInitialEvents',
        'sendInitialEvents is forbidden for list',
      ),
    ]);
  }
  const match = parameters.get('resourceVersionMatch');
  if (!match) {
    return;
  }
  const field = 'resourceVersionMatch';
  const options = { group: 'meta.k8s.io', kind: 'ListOptions' };
  if (parameters.get('continue')) {
    throw invalid(options, '', [
      forbiddenField(
        field,
        'resourceVersionMatch is forbidden when continue is provided',
      ),
    ]);
  }
  if (!parameters.get('resourceVersion')) {
    throw invalid(options, '', [
      forbiddenField(
        field,
        'resourceVersionMatch is forbidden unless resourceVersion is provided',
      ),
    ]);
  }
  if (match !== 'Exact' && match !== 'NotOlderThan') {
    throw invalid(options, '', [
      notSupported(field, match, ['Exact', 'NotOlderThan', '']),
    ]);
  }
}
