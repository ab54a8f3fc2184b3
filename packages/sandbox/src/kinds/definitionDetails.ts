import { SchemaNode } from '../schema/SchemaNode';
import { KindDefinition } from './KindDefinition';

/** A column of the table that a CustomResourceDefinition asks for. */
export interface PrinterColumn {
  name: string;
  type: string;
  format?: string;
  description?: string;
  priority?: number;
  jsonPath: string;
}

/** What a CustomResourceDefinition says beyond discovery. */
export interface DefinitionDetails {
  schema?: SchemaNode;
  columns?: PrinterColumn[];
  /** Dotted paths without the leading dot. */
  scale?: { replicas: string; statusReplicas: string; selector?: string };
  /** Fields by which objects can be selected, as dotted paths. */
  selectable?: string[];
}

const known = new WeakMap<KindDefinition, DefinitionDetails>();

/** Remembers what a definition says of a kind that it serves. */
export function setDefinitionDetails(
  kind: KindDefinition,
  details: DefinitionDetails,
): void {
  known.set(kind, details);
}

/** What a definition says of a kind; empty where none serves it. */
export function definitionDetails(kind: object): DefinitionDetails {
  return known.get(kind as KindDefinition) ?? {};
}
