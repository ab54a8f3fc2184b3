import { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_KUBERNETES_ID,
  ANNOTATION_KUBERNETES_LABEL_SELECTOR,
  ANNOTATION_KUBERNETES_NAMESPACE,
} from '@backstage-aks/plugin-aks-common';

// A JSON string is a YAML string too, whatever it holds: names such as `1.0`
// or `on` would else be read as a number or a truth value.
const quoted = (text: string) => JSON.stringify(text);

/** The annotation that ties an entity to the label of its own name. */
export function annotationExample({ metadata }: Entity): string {
  return [
    'metadata:',
    `  name: ${quoted(metadata.name)}`,
    '  annotations:',
    `    ${ANNOTATION_KUBERNETES_ID}: ${quoted(metadata.name)}`,
  ].join('\n');
}

/** The same by a selector, limited to a namespace. */
export function selectorExample({ metadata }: Entity): string {
  const selector = quoted(`app=${metadata.name}`);
  return [
    'metadata:',
    `  name: ${quoted(metadata.name)}`,
    '  annotations:',
    `    ${ANNOTATION_KUBERNETES_LABEL_SELECTOR}: ${selector}`,
    `    ${ANNOTATION_KUBERNETES_NAMESPACE}: "shop"`,
  ].join('\n');
}
