import { StatusCause, StatusError } from '../errors/StatusError';
import { FieldOwner } from '../fields/FieldOwners';
import { FieldSet } from '../fields/FieldSet';

/** What an apply would take from another manager. */
export interface OwnershipConflict {
  owner: FieldOwner;
  fields: FieldSet;
}

/** The refusal of an apply that would change what others own. */
export function applyConflict(conflicts: OwnershipConflict[]): StatusError {
  const all = conflicts.flatMap(({ owner, fields }) =>
    fields
      .paths()
      .map(path => ({ manager: managerText(owner), path: pathText(path) })),
  );
  const causes: StatusCause[] = all.map(({ manager, path }) => ({
    reason: 'FieldManagerConflict',
    message: `conflict with ${manager}`,
    field: path,
  }));
  return new StatusError({
    code: 409,
    reason: 'Conflict',
    message: messageOf(all),
    details: { causes },
  });
}

function messageOf(all: { manager: string; path: string }[]): string {
  if (all.length === 1) {
    const [{ manager, path }] = all;
    return `Apply failed with 1 conflict: conflict with ${manager}: ${path}`;
  }
  const managers = [...new Set(all.map(({ manager }) => manager))].sort();
  const parts = managers.map(manager => {
    const paths = all
      .filter(conflict => conflict.manager === manager)
      .map(({ path }) => `- ${path}`);
    return `conflicts with ${manager}:\n${paths.join('\n')}`;
  });
  return `Apply failed with ${all.length} conflicts: ${parts.join('\n')}`;
}

function managerText({ entry }: FieldOwner): string {
  const subresource = entry.subresource
    ? ` with subresource "${entry.subresource}"`
    : '';
  const using =
    entry.operation === 'Update' ? ` using ${entry.apiVersion}` : '';
  return `"${entry.manager}"${subresource}${using}`;
}

/** `.spec.containers[name="web"].image` */
function pathText(path: string[]): string {
  return path
    .map(segment => {
      const text = segment.slice(2);
      switch (segment.slice(0, 2)) {
        case 'f:':
          return `.${text}`;
        case 'v:':
          return `[=${text}]`;
        default:
          return `[${keysText(text)}]`;
      }
    })
    .join('');
}

function keysText(json: string): string {
  const keys: Record<string, unknown> = JSON.parse(json);
  return Object.entries(keys)
    .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
    .join(',');
}
