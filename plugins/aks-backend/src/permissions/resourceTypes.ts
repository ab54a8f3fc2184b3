import { NamespaceRecord } from '@backstage-aks/insight';
import {
  aksClusterReadPermission,
  aksNamespaceReadPermission,
} from '@backstage-aks/plugin-aks-common';
import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import { RecordReader } from '../store/RecordReader';
import { clusterResource, NamespaceOwnership } from './NamespaceOwnership';
import {
  aksClusterResourceRef,
  aksNamespaceResourceRef,
  NamespaceResource,
} from './resources';
import { aksClusterRules, aksNamespaceRules } from './rules';

/** Makes clusters and namespaces known to the permission framework. */
export function addResourceTypes(options: {
  permissionsRegistry: PermissionsRegistryService;
  reader: RecordReader;
  ownership: NamespaceOwnership;
}) {
  const { permissionsRegistry, reader, ownership } = options;

  permissionsRegistry.addResourceType({
    resourceRef: aksClusterResourceRef,
    permissions: [aksClusterReadPermission],
    rules: Object.values(aksClusterRules),
    async getResources(refs) {
      const bySlug = await clustersBySlug(reader);
      return refs.map(slug => {
        const cluster = bySlug.get(slug);
        return cluster && clusterResource(cluster);
      });
    },
  });

  permissionsRegistry.addResourceType({
    resourceRef: aksNamespaceResourceRef,
    permissions: [aksNamespaceReadPermission],
    rules: Object.values(aksNamespaceRules),
    async getResources(refs) {
      const bySlug = await clustersBySlug(reader);
      return Promise.all(
        refs.map(async (ref): Promise<NamespaceResource | undefined> => {
          const [slug, name] = ref.split('/');
          const cluster = bySlug.get(slug);
          if (!cluster || !name) {
            return undefined;
          }
          const [record] = await reader.byRefs(cluster.id, [
            { kind: 'Namespace', namespace: '', name },
          ]);
          return ownership.resource(
            cluster,
            name,
            record as NamespaceRecord | undefined,
          );
        }),
      );
    },
  });
}

async function clustersBySlug(reader: RecordReader) {
  const clusters = await reader.clusters();
  return new Map(clusters.map(cluster => [cluster.slug, cluster]));
}
