import { KindDefinition } from '../kinds/KindDefinition';
import { JsonObject } from '../objects/json';

/**
 * The table of contents of a captured folder, `index.json`.
 *
 * @public
 */
export interface CaptureIndex {
  format: 1;
  /** When, RFC 3339 in UTC. */
  capturedAt: string;
  /** What the server says about its version. */
  serverVersion: JsonObject;
  namesHashed: boolean;
  /** For whoever decides whether the folder may be given away. */
  leftOut: string[];
  kinds: CapturedKind[];
  notRead: UnreadKind[];
}

/**
 * A kind whose objects are in a file.
 *
 * @public
 */
export interface CapturedKind extends KindDefinition {
  file: string;
  objects: number;
  resourceVersion: string;
  /** Whether its known fields were read, or no more than its metadata. */
  content: 'known fields' | 'metadata';
}

/**
 * A kind that is not in the folder.
 *
 * @public
 */
export interface UnreadKind extends KindDefinition {
  /** What the server answered; absent where it was not asked, or silent. */
  status?: number;
  reason: string;
}

/** The name of the index in its folder. */
export const INDEX_FILE = 'index.json';

/** What a capture never contains. */
export const LEFT_OUT = [
  'Secrets: never requested',
  'ConfigMaps and kinds without a list of known harmless fields: metadata only, the server was not asked for more',
  'values of environment variables; commands, arguments and working directories; commands and headers of probes and lifecycle hooks',
  'annotations other than a list of known ones',
  'messages of events, conditions and containers',
  'fields in managed fields (the managers are kept)',
  'parameters of triggers, issuers, volumes, storage and secret stores that may hold credentials',
  'schemas of CustomResourceDefinitions, certificates, certificate requests, ids of machines',
];
