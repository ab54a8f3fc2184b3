import { Projection } from '../edge';
import { project } from '../project/project';
import { RecordKind } from '../record';
import { specimens } from './specimens';

/** What becomes of a kind's specimen, or of one that has these fields instead. */
export function projectionOf(
  kind: RecordKind,
  fields: object = {},
): Projection {
  const projection = project(kind, { ...specimens[kind], ...fields });
  if (!projection) {
    throw new Error(`There is no record of this ${kind}`);
  }
  return projection;
}

/** Its edges as `relation Kind namespace/name`, those of a selector by kind. */
export function edgesOf(kind: RecordKind, fields: object = {}): string[] {
  return projectionOf(kind, fields).edges.map(({ relation, to }) =>
    'name' in to
      ? `${relation} ${to.kind} ${to.namespace}/${to.name}`
      : `${relation} ${to.kind}s in ${to.namespace}`,
  );
}
