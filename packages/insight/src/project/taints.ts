import { Taint } from '../records/base';
import { fieldsIn, nameIn, present, reason } from './fields';

/** A list of taints; entries without a key are left out. */
export function taintsIn(value: unknown): Taint[] {
  return fieldsIn(value).flatMap(entry => {
    const key = nameIn(entry.key);
    return key
      ? [
          present<Taint>({
            key,
            value: nameIn(entry.value),
            effect: reason(entry.effect) ?? '',
          }),
        ]
      : [];
  });
}
