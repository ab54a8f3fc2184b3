import { Projection } from '../../edge';
import {
  ClusterIssuerRecord,
  IssuerFacts,
  IssuerRecord,
} from '../../records/certificates';
import { conditionsOf } from '../conditions';
import { Fields, fieldsAt, fieldsIn, present, text } from '../fields';
import { metadataOf, ownerEdges } from '../metadata';
import { solverFacts } from './solvers';

export function projectIssuer(object: unknown): Projection | undefined {
  const metadata = metadataOf('Issuer', object);
  if (!metadata) {
    return undefined;
  }
  const record: IssuerRecord = { ...metadata, ...issuerFacts(object) };
  return { record, edges: ownerEdges(record) };
}

export function projectClusterIssuer(object: unknown): Projection | undefined {
  const metadata = metadataOf('ClusterIssuer', object);
  if (!metadata) {
    return undefined;
  }
  const record: ClusterIssuerRecord = { ...metadata, ...issuerFacts(object) };
  return { record, edges: ownerEdges(record) };
}

const TYPES: readonly [field: string, type: IssuerFacts['type']][] = [
  ['acme', 'acme'],
  ['ca', 'ca'],
  ['selfSigned', 'self-signed'],
  ['vault', 'vault'],
  ['venafi', 'venafi'],
];

function issuerFacts(object: unknown): IssuerFacts {
  const spec = fieldsAt(object, 'spec');
  const acme = fieldsAt(spec, 'acme');
  const acmeServer = hostOf(acme.server);
  return present<IssuerFacts>({
    type: typeOf(spec),
    acmeServer,
    staging: acmeServer?.startsWith('acme-staging-v02.') ?? false,
    registered: text(fieldsAt(object, 'status', 'acme').uri) !== undefined,
    solvers: fieldsIn(acme.solvers).map(solverFacts),
    conditions: conditionsOf(object),
  });
}

function typeOf(spec: Fields): IssuerFacts['type'] {
  const found = TYPES.find(([field]) => Object.hasOwn(spec, field));
  return found ? found[1] : 'unknown';
}

// The host alone: what stands before and behind it in a URL may be a secret.
function hostOf(url: unknown): string | undefined {
  const [, host] =
    /^https?:\/\/(?:[^/?#@]*@)?([-.A-Za-z0-9]{1,253})(?:[:/?#]|$)/.exec(
      text(url)?.slice(0, 1024) ?? '',
    ) ?? [];
  return host?.toLowerCase();
}
