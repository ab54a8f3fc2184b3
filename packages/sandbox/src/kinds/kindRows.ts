import { KindDefinition, Subresource } from './KindDefinition';

/** What differs from a namespaced kind with the usual verbs. */
interface RowOptions {
  scope?: 'Cluster';
  singular?: string;
  shortNames?: readonly string[];
  categories?: readonly string[];
  subresources?: readonly Subresource[];
  generation?: boolean;
  verbs?: readonly string[];
  storedAs?: KindDefinition['storedAs'];
}

/** Kind, plural, options. */
export type KindRow = [kind: string, plural: string, options?: RowOptions];

const VERBS = [
  'create',
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'update',
  'watch',
];

// Custom resources list their verbs in another order (apiserver 1.36).
const CUSTOM_VERBS = [
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'create',
  'update',
  'watch',
];

/** Definitions of built-in kinds from rows of a table. */
export function kindsOf(
  group: string,
  version: string,
  rows: KindRow[],
): KindDefinition[] {
  return rows.map(([kind, plural, options = {}]) => ({
    group,
    version,
    kind,
    plural,
    singular: options.singular ?? kind.toLowerCase(),
    namespaced: options.scope !== 'Cluster',
    verbs: options.verbs ?? VERBS,
    shortNames: options.shortNames,
    categories: options.categories,
    subresources: options.subresources,
    generation: options.generation ?? false,
    custom: false,
    storedAs: options.storedAs,
  }));
}

/** Definitions of kinds that CustomResourceDefinitions serve. */
export function customKindsOf(
  group: string,
  version: string,
  rows: KindRow[],
): KindDefinition[] {
  return kindsOf(group, version, rows).map(definition => ({
    ...definition,
    verbs: CUSTOM_VERBS,
    generation: true,
    custom: true,
  }));
}
