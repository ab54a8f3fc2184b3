import { createHash } from 'node:crypto';
import { Socket } from 'node:net';
import { apiVersionOf, KindDefinition } from '../kinds/KindDefinition';
import { KindRegistry } from '../kinds/KindRegistry';

/** The body of `/api`. */
export function apiVersions({ localAddress, localPort }: Socket) {
  return {
    kind: 'APIVersions',
    versions: ['v1'],
    serverAddressByClientCIDRs: [
      {
        clientCIDR: '0.0.0.0/0',
        serverAddress: `${localAddress}:${localPort}`,
      },
    ],
  };
}

/** The body of `/apis`. */
export function apiGroupList(kinds: KindRegistry) {
  return {
    kind: 'APIGroupList',
    apiVersion: 'v1',
    groups: kinds.groups().map(name => groupEntry(kinds, name)),
  };
}

/** The body of `/apis/{group}`. */
export function apiGroup(kinds: KindRegistry, name: string) {
  return kinds.groups().includes(name)
    ? { kind: 'APIGroup', apiVersion: 'v1', ...groupEntry(kinds, name) }
    : undefined;
}

/** The body of `/api/v1` and `/apis/{group}/{version}`. */
export function apiResourceList(
  kinds: KindRegistry,
  group: string,
  version: string,
) {
  const served = kinds
    .all()
    .filter(kind => kind.group === group && kind.version === version);
  if (served.length === 0) {
    return undefined;
  }
  return {
    kind: 'APIResourceList',
    ...(group !== '' && { apiVersion: 'v1' }),
    groupVersion: apiVersionOf({ group, version }),
    resources: served.flatMap(resourceEntries),
  };
}

function groupEntry(kinds: KindRegistry, name: string) {
  const versions = kinds.versionsOf(name).map(version => ({
    groupVersion: `${name}/${version}`,
    version,
  }));
  return { name, versions, preferredVersion: versions[0] };
}

function resourceEntries(kind: KindDefinition) {
  const { plural, singular, namespaced, verbs, shortNames, categories } = kind;
  const stored = verbs.includes('list');
  const entry = {
    name: plural,
    singularName: singular,
    namespaced,
    kind: kind.kind,
    verbs,
    ...(shortNames && { shortNames }),
    ...(categories && { categories }),
    ...(stored && { storageVersionHash: storageVersionHash(kind) }),
  };
  const subresources = (kind.subresources ?? []).map(subresource => ({
    name: `${plural}/${subresource}`,
    singularName: '',
    namespaced,
    ...(subresource === 'scale' && { group: 'autoscaling', version: 'v1' }),
    kind: subresource === 'scale' ? 'Scale' : kind.kind,
    verbs: ['get', 'patch', 'update'],
  }));
  return [entry, ...subresources];
}

// The server derives it from group, version and kind of the stored form.
function storageVersionHash({ group, version, kind }: KindDefinition): string {
  return createHash('sha256')
    .update(`${group}/${version}/${kind}`)
    .digest()
    .subarray(0, 8)
    .toString('base64');
}
