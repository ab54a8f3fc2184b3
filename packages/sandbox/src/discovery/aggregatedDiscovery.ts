import { createHash } from 'node:crypto';
import { KindDefinition } from '../kinds/KindDefinition';
import { KindRegistry } from '../kinds/KindRegistry';

/** The aggregated form of discovery, with the headers it comes with. */
export function aggregatedDiscovery(kinds: KindRegistry, groups: string[]) {
  const content = {
    kind: 'APIGroupDiscoveryList',
    apiVersion: 'apidiscovery.k8s.io/v2',
    metadata: {},
    items: groups.map(group => groupEntry(kinds, group)),
  };
  const hash = createHash('sha512').update(JSON.stringify(content));
  return {
    content,
    headers: {
      'cache-control': 'public',
      'content-type':
        'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList',
      etag: `"${hash.digest('hex').toUpperCase()}"`,
    },
  };
}

function groupEntry(kinds: KindRegistry, group: string) {
  const versions = kinds.versionsOf(group).map(version => ({
    version,
    resources: kinds
      .all()
      .filter(kind => kind.group === group && kind.version === version)
      .map(resourceEntry),
    freshness: 'Current',
  }));
  return { metadata: group ? { name: group } : {}, versions };
}

function resourceEntry(kind: KindDefinition) {
  const { plural, singular, namespaced, verbs, shortNames, categories } = kind;
  const subresources = (kind.subresources ?? []).map(subresource => ({
    subresource,
    responseKind:
      subresource === 'scale'
        ? { group: 'autoscaling', version: 'v1', kind: 'Scale' }
        : responseKind(kind),
    verbs: ['get', 'patch', 'update'],
  }));
  return {
    resource: plural,
    responseKind: responseKind(kind),
    scope: namespaced ? 'Namespaced' : 'Cluster',
    singularResource: singular,
    verbs,
    ...(shortNames && { shortNames }),
    ...(categories && { categories }),
    ...(subresources.length > 0 && { subresources }),
  };
}

// For built-in kinds the server leaves group and version to the context.
function responseKind({ custom, group, version, kind }: KindDefinition) {
  return custom ? { group, version, kind } : { group: '', version: '', kind };
}
