import { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { LabelSelector, parseLabelSelector } from '@backstage-aks/insight';
import {
  ANNOTATION_KUBERNETES_CLUSTER,
  ANNOTATION_KUBERNETES_ID,
  ANNOTATION_KUBERNETES_LABEL_SELECTOR,
  ANNOTATION_KUBERNETES_NAMESPACE,
} from './annotations';

// An annotation is written by whoever edits the entity, and is looked up on
// every request: a service that needs more is meant to be several.
const LONGEST_SELECTOR = 2000;
const MOST_NAMESPACES = 50;

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
 * @throws InputError when an annotation cannot be read or asks for too much.
 * @public
 */
export function serviceSelectorOf(entity: Entity): ServiceSelector | undefined {
  const annotation = (key: string) =>
    entity.metadata.annotations?.[key]?.trim() || undefined;
  const text = selectorText(annotation);
  if (!text) {
    return undefined;
  }
  const namespaces = namespacesOf(annotation(ANNOTATION_KUBERNETES_NAMESPACE));
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

function namespacesOf(list: string | undefined): string[] | undefined {
  const names = list
    ?.split(',')
    .map(name => name.trim())
    .filter(name => name !== '');
  const unique = [...new Set(names)];
  if (unique.length > MOST_NAMESPACES) {
    throw new InputError(
      `The entity names ${unique.length} namespaces, and a service may be in ${MOST_NAMESPACES} at most. Shorten ${ANNOTATION_KUBERNETES_NAMESPACE} in its catalog-info.yaml.`,
    );
  }
  return unique;
}

function parseAnnotated(text: string): LabelSelector {
  if (text.length > LONGEST_SELECTOR) {
    throw unreadable(
      text,
      `it has ${text.length} characters, and ${LONGEST_SELECTOR} is the most`,
    );
  }
  let selector: LabelSelector;
  try {
    selector = parseLabelSelector(text);
  } catch (error) {
    throw unreadable(text, error instanceof Error ? error.message : `${error}`);
  }
  const asks = selector.some(
    ({ operator }) => operator === 'In' || operator === 'Exists',
  );
  if (!asks) {
    throw unreadable(
      text,
      'it only says what an object must not have; add a label that it must have, such as app=shop-front',
    );
  }
  return selector;
}

function unreadable(text: string, why: string): InputError {
  const shown = text.length > 100 ? `${text.slice(0, 100)}…` : text;
  return new InputError(
    `The entity's label selector "${shown}" cannot be used: ${why}. Correct ${ANNOTATION_KUBERNETES_LABEL_SELECTOR} (or ${ANNOTATION_KUBERNETES_ID}) in its catalog-info.yaml.`,
  );
}
