import { KindDefinition } from '../kinds/KindDefinition';
import {
  CapturedKind,
  CaptureIndex,
  LEFT_OUT,
  UnreadKind,
} from './CaptureIndex';
import { CaptureFolder } from './CaptureFolder';
import { ClusterReader, ReadError } from './ClusterReader';
import { contextAccess, ContextName } from './contextAccess';
import { discoverKinds } from './discoverKinds';
import { hashedNames } from './hashedNames';
import { keepShape } from './keepShape';
import { listPages } from './listPages';
import { givenNames, Naming } from './Naming';
import { object } from './shapes/common';
import { shapeOf } from './shapes/kindShapes';

/**
 * What to capture, and where to.
 *
 * @public
 */
export interface CaptureOptions extends ContextName {
  /** A folder that is empty or not there yet. */
  folder: string;
  /** Whether names, hosts, images and labels are replaced by hashes. */
  hashNames?: boolean;
  /** Told of each kind: how many objects, or why it could not be read. */
  onKind?: (line: string) => void;
}

const METADATA_ONLY = object({});

// A list that takes longer than the server keeps its past is begun again.
const ATTEMPTS = 3;

/**
 * Reads a cluster and writes what is harmless of it into a folder. It sends
 * GET requests only, never asks for Secrets, and for the values of ConfigMaps
 * neither. A kind that cannot be read is noted in the index; the others are
 * captured.
 *
 * @throws Error if the context cannot be used or the cluster not be reached
 * @public
 */
export async function captureCluster(
  options: CaptureOptions,
): Promise<CaptureIndex> {
  const access = await contextAccess(options);
  const reader = new ClusterReader(access);
  try {
    return await capture(reader, options);
  } finally {
    reader.close();
  }
}

async function capture(
  reader: ClusterReader,
  { folder: path, hashNames = false, onKind = () => {} }: CaptureOptions,
): Promise<CaptureIndex> {
  const { kinds, failed } = await discoverKinds(reader);
  const serverVersion = await reader.get('/version');
  const folder = await CaptureFolder.create(path);
  const naming = hashNames ? hashedNames() : givenNames;
  const index: CaptureIndex = {
    format: 1,
    capturedAt: new Date().toISOString(),
    serverVersion,
    namesHashed: hashNames,
    leftOut: LEFT_OUT,
    kinds: [],
    notRead: [],
  };
  for (const groupVersion of failed) {
    onKind(`${groupVersion}: its kinds are not known, as discovery failed`);
  }
  for (const kind of kinds) {
    const refused = reasonNotToRead(kind);
    if (refused) {
      index.notRead.push({ ...kind, reason: refused });
      continue;
    }
    try {
      const captured = await captureKind(reader, folder, kind, naming);
      index.kinds.push(captured);
      onKind(`${kind.plural}: ${captured.objects}`);
    } catch (error) {
      index.notRead.push(unread(kind, error));
      onKind(`${kind.plural}: not read, ${messageOf(error)}`);
    }
  }
  await folder.writeIndex(index);
  return index;
}

function reasonNotToRead({ group, plural }: KindDefinition) {
  if (plural === 'secrets' && group === '') {
    return 'never read';
  }
  return group === 'events.k8s.io' ? 'the same as events' : undefined;
}

async function captureKind(
  reader: ClusterReader,
  folder: CaptureFolder,
  kind: KindDefinition,
  naming: Naming,
): Promise<CapturedKind> {
  const shape = shapeOf(kind);
  const content = shape ? 'object' : 'metadata';
  for (let attempt = 1; ; attempt++) {
    try {
      const written = await folder.writeKind(kind, async list => {
        let resourceVersion = '';
        for await (const page of listPages(reader, kind, content)) {
          resourceVersion = page.resourceVersion;
          await list.add(
            page.items.map(({ apiVersion, kind: _, ...item }) =>
              keepShape(item, shape ?? METADATA_ONLY, naming),
            ),
          );
        }
        return resourceVersion;
      });
      return {
        ...kind,
        ...written,
        content: shape ? 'known fields' : 'metadata',
      };
    } catch (error) {
      const expired = error instanceof ReadError && error.status === 410;
      if (!expired || attempt === ATTEMPTS) {
        throw error;
      }
    }
  }
}

// The server's own words may name users and addresses: they are shown to who
// captures, and kept out of the folder.
function unread(kind: KindDefinition, error: unknown): UnreadKind {
  const status = error instanceof ReadError ? error.status : undefined;
  const reasons: Record<number, string> = {
    401: 'not signed in',
    403: 'forbidden',
    404: 'not served',
  };
  return {
    ...kind,
    ...(status !== undefined && { status }),
    reason: reasons[status ?? 0] ?? 'the server failed',
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
