import { Projection } from '../../edge';
import { fieldsAt, text, textMap } from '../fields';
import { metadataOf, ownerEdges } from '../metadata';

export function projectIngressClass(object: unknown): Projection | undefined {
  const metadata = metadataOf('IngressClass', object);
  if (!metadata) {
    return undefined;
  }
  const annotations = textMap(fieldsAt(object, 'metadata', 'annotations'));
  return {
    record: {
      ...metadata,
      controller: text(fieldsAt(object, 'spec').controller) ?? '',
      isDefault:
        annotations['ingressclass.kubernetes.io/is-default-class'] === 'true',
    },
    edges: ownerEdges(metadata),
  };
}
