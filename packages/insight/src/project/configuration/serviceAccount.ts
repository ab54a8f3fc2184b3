import { Projection } from '../../edge';
import { ServiceAccountRecord } from '../../records/configuration';
import { annotation } from '../annotations';
import { fieldsAt, fieldsIn, nameIn, present, uuidIn } from '../fields';
import { metadataOf, ownerEdges } from '../metadata';
import { edgesTo, refTo } from '../references';

export function projectServiceAccount(object: unknown): Projection | undefined {
  const metadata = metadataOf('ServiceAccount', object);
  if (!metadata) {
    return undefined;
  }
  const { imagePullSecrets } = fieldsAt(object);
  const record: ServiceAccountRecord = present({
    ...metadata,
    clientId: uuidIn(annotation(object, 'azure.workload.identity/client-id')),
    tenantId: uuidIn(annotation(object, 'azure.workload.identity/tenant-id')),
    pullSecrets: fieldsIn(imagePullSecrets).flatMap(
      entry => nameIn(entry.name) ?? [],
    ),
  });
  return {
    record,
    edges: [
      ...ownerEdges(record),
      ...edgesTo(
        'uses',
        record.pullSecrets.map(name => refTo('Secret', record.namespace, name)),
      ),
    ],
  };
}
