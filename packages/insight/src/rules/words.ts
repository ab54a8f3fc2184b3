import { LabelSelector } from '../labelSelector';
import { ObjectRef } from '../records/base';

/** A kind and a full name, as people and `kubectl` write it. */
export function named({ kind, namespace, name }: ObjectRef): string {
  return namespace === '' ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
}

/** A few items in a row; what is beyond a handful is counted. */
export function listed(items: readonly string[]): string {
  const shown = items.slice(0, 5);
  const rest = items.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}

/** A number with its noun. */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** A selector as `kubectl -l` takes it. */
export function selectorText(selector: LabelSelector): string {
  return selector
    .map(requirement => {
      const { key } = requirement;
      switch (requirement.operator) {
        case 'Exists':
          return key;
        case 'DoesNotExist':
          return `!${key}`;
        default:
          return requirement.operator === 'In' &&
            requirement.values.length === 1
            ? `${key}=${requirement.values[0]}`
            : `${key} ${requirement.operator.toLowerCase()} (${requirement.values.join(
                ', ',
              )})`;
      }
    })
    .join(',');
}
