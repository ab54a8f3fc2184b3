import { objectsIn, valueAt } from '../objects/json';
import { KubernetesObject } from '../objects/KubernetesObject';
import { KindDefinition } from './KindDefinition';
import { customKindsOf } from './kindRows';

/** The kinds that a CustomResourceDefinition serves, one for each version. */
export function definedKinds(definition: KubernetesObject): KindDefinition[] {
  const text = (path: string) => String(valueAt(definition, path) ?? '');
  const list = (path: string) => {
    const value = valueAt(definition, path);
    return Array.isArray(value) ? value.map(String) : undefined;
  };
  return objectsIn(valueAt(definition, 'spec.versions'))
    .filter(({ served }) => served !== false)
    .flatMap(version =>
      customKindsOf(text('spec.group'), String(version.name), [
        [
          text('spec.names.kind'),
          text('spec.names.plural'),
          {
            singular:
              text('spec.names.singular') ||
              text('spec.names.kind').toLowerCase(),
            ...(text('spec.scope') === 'Cluster' && { scope: 'Cluster' }),
            shortNames: list('spec.names.shortNames'),
            categories: list('spec.names.categories'),
            subresources: subresourcesOf(version),
          },
        ],
      ]),
    );
}

function subresourcesOf(version: Record<string, unknown>) {
  return (['status', 'scale'] as const).filter(
    name => valueAt(version, `subresources.${name}`) !== undefined,
  );
}
