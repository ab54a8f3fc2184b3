import { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { LabelSelector, parseLabelSelector } from '@backstage-aks/insight';
import {
  ANNOTATION_KUBERNETES_CLUSTER,
  ANNOTATION_KUBERNETES_ID,
  ANNOTATION_KUBERNETES_LABEL_SELECTOR,
  ANNOTATION_KUBERNETES_NAMESPACE,
} from './annotations';

/**
 * What an entity's annotations mean on clusters.
 *
 * @public
 */
export interface ServiceSelector {
  selector: LabelSelector;
  /** The selector as text, for people. */
  text: string;
  /** Undefined: every namespace. */
  namespaces?: string[];
  /** Undefined: every cluster. */
  cluster?: string;
}

/**
 * Reads the annotations that say which workloads an entity means. Returns
 * undefined for an entity that has none: the entity's name is no fallback.
 *
 * @throws InputError when a label selector cannot be parsed.
 * @public
 */
export function serviceSelectorOf(entity: Entity): ServiceSelector | undefined {
  const annotation = (key: string) =>
    entity.metadata.annotations?.[key]?.trim() || undefined;
  const text = selectorText(annotation);
  if (!text) {
    return undefined;
  }
  const namespaces = annotation(ANNOTATION_KUBERNETES_NAMESPACE)
    ?.split(',')
    .map(name => name.trim())
    .filter(name => name !== '');
  const cluster = annotation(ANNOTATION_KUBERNETES_CLUSTER);
  return {
    selector: parseAnnotated(text),
    text,
    ...(namespaces?.length && { namespaces }),
    ...(cluster && { cluster }),
  };
}

function selectorText(annotation: (key: string) => string | undefined) {
  const selector = annotation(ANNOTATION_KUBERNETES_LABEL_SELECTOR);
  const id = annotation(ANNOTATION_KUBERNETES_ID);
  return selector ?? (id && `${ANNOTATION_KUBERNETES_ID}=${id}`);
}

function parseAnnotated(text: string): LabelSelector {
  try {
    return parseLabelSelector(text);
  } catch (error) {
    throw new InputError(
      `The entity's label selector "${text}" cannot be read: ${
        error instanceof Error ? error.message : error
      }. Correct ${ANNOTATION_KUBERNETES_LABEL_SELECTOR} (or ${ANNOTATION_KUBERNETES_ID}) in its catalog-info.yaml.`,
    );
  }
}
