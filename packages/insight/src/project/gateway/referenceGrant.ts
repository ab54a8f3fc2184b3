import { Projection } from '../../edge';
import { kindName } from '../../kinds';
import { ReferenceGrantRecord } from '../../records/gateway';
import { Fields, fieldsAt, fieldsIn, nameIn, present, text } from '../fields';
import { metadataOf, ownerEdges } from '../metadata';

export function projectReferenceGrant(object: unknown): Projection | undefined {
  const metadata = metadataOf('ReferenceGrant', object);
  if (!metadata) {
    return undefined;
  }
  const spec = fieldsAt(object, 'spec');
  const record: ReferenceGrantRecord = {
    ...metadata,
    from: fieldsIn(spec.from).flatMap(entry => {
      const kind = kindOf(entry);
      const namespace = nameIn(entry.namespace);
      return kind && namespace ? [{ kind, namespace }] : [];
    }),
    to: fieldsIn(spec.to).flatMap(entry => {
      const kind = kindOf(entry);
      return kind ? [present({ kind, name: nameIn(entry.name) })] : [];
    }),
  };
  return { record, edges: ownerEdges(record) };
}

function kindOf(entry: Fields): string | undefined {
  const kind = nameIn(entry.kind);
  // The core group is written as the empty text.
  const group = text(entry.group) ? nameIn(entry.group) : '';
  return kind && group !== undefined ? kindName(group, kind) : undefined;
}
