import { Projection } from '../../edge';
import { ChallengeRecord, OrderRecord } from '../../records/certificates';
import {
  fieldsAt,
  fieldsIn,
  hostIn,
  nameIn,
  present,
  reason,
  time,
} from '../fields';
import { metadataOf, ownerEdges } from '../metadata';
import { edgesTo } from '../references';
import { signalsIn } from '../signals';
import { issuerIn, namesOf } from './certificates';
import { solverFacts } from './solvers';

export function projectOrder(object: unknown): Projection | undefined {
  const metadata = metadataOf('Order', object);
  if (!metadata) {
    return undefined;
  }
  const spec = fieldsAt(object, 'spec');
  const status = fieldsAt(object, 'status');
  const issuer = issuerIn(spec, metadata.namespace);
  const record: OrderRecord = present({
    ...metadata,
    state: reason(status.state) ?? '',
    dnsNames: namesOf(spec),
    issuer,
    failedAt: time(status.failureTime),
    authorizations: fieldsIn(status.authorizations).flatMap(entry => {
      const identifier = hostIn(entry.identifier);
      return identifier
        ? [
            {
              identifier,
              wildcard: entry.wildcard === true,
              state: reason(entry.initialState) ?? '',
            },
          ]
        : [];
    }),
    signals: signalsIn(status.reason),
  });
  return {
    record,
    edges: [...ownerEdges(record), ...edgesTo('issued-by', [issuer])],
  };
}

/** Its key and token are what proves the control of a name: both left out. */
export function projectChallenge(object: unknown): Projection | undefined {
  const metadata = metadataOf('Challenge', object);
  if (!metadata) {
    return undefined;
  }
  const spec = fieldsAt(object, 'spec');
  const status = fieldsAt(object, 'status');
  const issuer = issuerIn(spec, metadata.namespace);
  const record: ChallengeRecord = present({
    ...metadata,
    type: nameIn(spec.type) ?? '',
    dnsName: hostIn(spec.dnsName),
    wildcard: spec.wildcard === true,
    issuer,
    state: reason(status.state) ?? '',
    presented: status.presented === true,
    processing: status.processing === true,
    solver: solverFacts(fieldsAt(spec, 'solver')),
    signals: signalsIn(status.reason),
  });
  return {
    record,
    edges: [...ownerEdges(record), ...edgesTo('issued-by', [issuer])],
  };
}
