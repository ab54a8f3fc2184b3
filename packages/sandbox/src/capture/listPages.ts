import { apiVersionOf, KindDefinition } from '../kinds/KindDefinition';
import { JsonObject, objectsIn, valueAt } from '../objects/json';
import { ClusterReader, ReadError } from './ClusterReader';

/** A part of a list. */
export interface Page {
  items: JsonObject[];
  resourceVersion: string;
}

const PAGE_SIZE = 500;

const METADATA =
  'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';

/** The pages of all objects of a kind, all as of one resourceVersion. */
export async function* listPages(
  reader: ClusterReader,
  kind: KindDefinition,
  content: 'object' | 'metadata',
): AsyncGenerator<Page> {
  const root = kind.group ? '/apis' : '/api';
  const path = `${root}/${apiVersionOf(kind)}/${kind.plural}`;
  let rest = '';
  do {
    const list = await reader.get(
      `${path}?limit=${PAGE_SIZE}${rest}`,
      content === 'metadata' ? METADATA : undefined,
    );
    // A server that does not know the form must not make us read values.
    if (content === 'metadata' && list.kind !== 'PartialObjectMetadataList') {
      throw new ReadError(
        undefined,
        'the server does not answer with metadata alone',
      );
    }
    yield {
      items: objectsIn(list.items),
      resourceVersion: String(valueAt(list, 'metadata.resourceVersion')),
    };
    const token = valueAt(list, 'metadata.continue');
    rest = token ? `&continue=${encodeURIComponent(String(token))}` : '';
  } while (rest);
}
