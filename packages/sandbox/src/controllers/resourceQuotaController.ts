import { Pod, ResourceQuota } from '../objects/workloads';
import { isMeasured, quantityText, usageOf } from '../registry/quotaUsage';
import { Controller, keyOf } from './Controller';
import { PODS, RESOURCE_QUOTAS, storeName } from './resources';

/** Counts what the pods of a namespace take of its quotas. */
export const resourceQuotaController: Controller = {
  name: 'kube-controller-manager',
  concerns(event, context) {
    const isCounted =
      event.resource === storeName(PODS) && event.type !== 'MODIFIED';
    return isCounted
      ? context
          .list<ResourceQuota>(RESOURCE_QUOTAS, event.object.metadata.namespace)
          .map(({ metadata }) => `${metadata.namespace}/${metadata.name}`)
      : keyOf(event, storeName(RESOURCE_QUOTAS));
  },
  reconcile(key, context) {
    const quota = context.find<ResourceQuota>(RESOURCE_QUOTAS, key);
    if (!quota || context.isHeld(quota)) {
      return;
    }
    const pods = context.list<Pod>(PODS, quota.metadata.namespace);
    const hard = quota.spec.hard ?? {};
    const used = Object.keys(hard)
      .filter(isMeasured)
      .map(resource => [
        resource,
        quantityText(resource, usageOf(resource, pods)),
      ]);
    context.setStatus(RESOURCE_QUOTAS, quota, {
      hard,
      used: Object.fromEntries(used),
    });
  },
};
