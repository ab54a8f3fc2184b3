import { quantityOf } from '../controllers/quantity';
import { forbidden } from '../errors/refusals';
import { KindDefinition, resourceKey } from '../kinds/KindDefinition';
import { KubernetesObject } from '../objects/KubernetesObject';
import { Pod, ResourceQuota } from '../objects/workloads';
import { isMeasured, quantityText, usageOf } from './quotaUsage';
import type { Registry } from './Registry';

/** Lets no pod in that would exceed a quota of its namespace. */
export function admitQuota(
  registry: Registry,
  kind: KindDefinition,
  object: KubernetesObject,
): void {
  const { namespace, name } = object.metadata;
  if (resourceKey(kind) !== '/pods') {
    return;
  }
  const quotas = registry.list(
    registry.kinds.mustGet('', 'resourcequotas'),
    namespace,
  ) as ResourceQuota[];
  if (quotas.length === 0) {
    return;
  }
  const pods = registry.list(kind, namespace) as Pod[];
  for (const quota of quotas) {
    const exceeded = Object.entries(quota.spec.hard ?? {})
      .filter(([resource]) => isMeasured(resource))
      .map(([resource, limit]) => ({
        resource,
        limit,
        requested: usageOf(resource, [object as Pod]),
        used: usageOf(resource, pods),
      }))
      .filter(
        ({ limit, requested, used }) =>
          requested > 0 && used + requested > quantityOf(limit),
      );
    if (exceeded.length > 0) {
      const texts = (amount: 'requested' | 'used') =>
        exceeded
          .map(
            one => `${one.resource}=${quantityText(one.resource, one[amount])}`,
          )
          .join(',');
      const limited = exceeded
        .map(({ resource, limit }) => `${resource}=${limit}`)
        .join(',');
      throw forbidden(
        kind,
        name,
        `exceeded quota: ${quota.metadata.name}, requested: ${texts(
          'requested',
        )}, used: ${texts('used')}, limited: ${limited}`,
      );
    }
  }
}
